import { line, multi, task } from '../../bpmn.ts';
import type { Job, Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a worker that overwrites loopCounter does not mix up the results',
  rule: 'The variable is a copy; the engine keeps count by itself.',
  async run(z) {
    await z.deploy(
      line('p', task('w', multi({ items: '=[1,2]', results: 'res', result: '=loopCounter' })), task('after')),
    );
    await z.create('p');
    const [first, second] = (await z.jobs('w', 2)) as [Job, Job];
    await z.complete(first, { loopCounter: 2 });
    await z.complete(second, { loopCounter: 7 });
    z.equal((await z.job('after')).variables, { res: [2, 7] });
  },
};
