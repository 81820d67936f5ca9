import { line, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a failing output mapping stops the completed task; its job is gone',
  rule: 'Completing the job is accepted; resolving goes on from the mapping.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', output('=assert(b, b > 1)', 'c')), task('next')));
    const instance = await z.create('p');
    const work = await z.work('work', { b: 1 });
    await z.rejected(z.complete(work), 'NOT_FOUND');
    z.equal(await z.resolve(), 1, 'not mended');
    await z.setVariables(work.elementInstanceKey, { b: 2 });
    z.equal(await z.resolve(), 1);
    z.equal((await z.job('next')).variables, { c: 2 });
    await z.running(instance);
  },
};
