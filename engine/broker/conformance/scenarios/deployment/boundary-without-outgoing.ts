import { boundary, duration, flow, process, start, task } from '../../bpmn.ts';
import { deploymentError } from '../../errors.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a boundary event needs an outgoing flow',
  rule: 'Otherwise it would lead nowhere.',
  async run(z) {
    await z.rejected(
      z.deploy(process('p', start(), task('a'), boundary('b', 'a', duration('PT1S')), flow('start > a'))),
      'INVALID_ARGUMENT',
      deploymentError('b', 'Must have at least one outgoing sequence flow or association'),
    );
  },
};
