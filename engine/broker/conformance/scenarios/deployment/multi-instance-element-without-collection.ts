import { flow, multi, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an output element needs an output collection',
  rule: 'And the reverse.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a', multi({ items: '=l', result: '=r' })), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Attribute 'outputCollection' must be present if the attribute 'outputElement' is set/,
    );
  },
};
