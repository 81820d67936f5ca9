import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'with an empty key every message starts an instance',
  rule: 'There is no lock without a key.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    for (const n of [1, 2]) await z.publish('begin', '', { variables: { n } });
    z.equal(
      (await z.jobs('work', 2)).map(({ variables }) => variables.n),
      [1, 2],
    );
  },
};
