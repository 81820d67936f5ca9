import { catching, duration, flow, process, start } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static duration is checked',
  rule: 'At deployment.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), catching('a', duration('abc')), flow('start > a'))),
      'INVALID_ARGUMENT',
      /Invalid timer duration expression \(Invalid duration format 'abc' for expression 'abc'\.\)/,
    );
  },
};
