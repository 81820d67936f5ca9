import { flow, message, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'other keys start instances at the same time',
  rule: 'The lock is per key.',
  async run(z) {
    await z.deploy(process('p', start('start', message('begin')), task('work'), flow('start > work')));
    for (const key of ['a', 'b', 'c']) await z.publish('begin', key, { variables: { key } });
    z.equal(
      (await z.jobs('work', 3)).map(({ variables }) => variables.key),
      ['a', 'b', 'c'],
    );
  },
};
