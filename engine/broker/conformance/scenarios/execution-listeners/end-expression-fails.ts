import { line, listener, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'when an end listener cannot be created, the end listeners start again',
  rule: 'The output mappings are applied again; the job is not done again.',
  incidents: true,
  async run(z) {
    await z.deploy(
      line('p', task('a', output('=y', 'o'), listener('end', 'e1'), listener('end', '=t')), task('after')),
    );
    await z.create('p', { y: 1 });
    const a = await z.job('a');
    await z.complete(a);
    await z.work('e1');
    z.equal(await z.resolve(), 1);
    await z.setVariables({ processInstanceKey: a.processInstanceKey }, { t: z.name('e2'), y: 2 });
    const again = await z.job('e1');
    await z.complete(again);
    await z.work('e2');
    z.equal((await z.work('after')).variables.y, 2);
  },
};
