import { line, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'results that grow above 4 MB stop the loop',
  rule: 'The jobs are done; the inner instance whose result does not fit any more keeps the loop waiting with an incident, and resolving is refused as long as that is so.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=[1,2,3,4,5,6]', results: 'res', result: '=o' });
    await z.deploy(line('p', task('w', each), task('after')));
    const instance = await z.create('p');
    for (const one of await z.jobs('w', 6, { fetchVariable: ['loopCounter'] }))
      await z.complete(one, { o: 'y'.repeat(900_000) });
    await z.noJob('after');
    await z.rejected(z.resolve(), 'UNKNOWN');
    await z.running(instance);
  },
};
