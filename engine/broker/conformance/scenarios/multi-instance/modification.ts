import { flow, multi, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a multi-instance activity can be activated by modification, what is inside it cannot',
  rule: 'Its variables become visible to all inner instances.',
  async run(z) {
    const inside = [start('is'), task('in'), flow('is > in')];
    await z.deploy(
      process(
        'p',
        start(),
        task('begin'),
        task('w', multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=x' })),
        task('after'),
        sub('s', multi({ items: '=[1]' }), ...inside),
        flow('start > begin > w > after'),
      ),
    );
    const instance = await z.create('p');
    await z.job('begin');
    await z.modify(instance, {
      activate: [{ elementId: 'w', variableInstructions: [{ variables: '{"q":1}', scopeId: 'w' }] }],
    });
    const jobs = await z.jobs('w', 2);
    z.equal(jobs[0]?.variables, { x: 1, loopCounter: 1, q: 1, res: [null, null] });
    for (const job of jobs) await z.complete(job);
    z.equal((await z.job('after')).variables, { res: [1, 2] });
    await z.rejected(
      z.modify(instance, { activate: [{ elementId: 'in' }] }),
      'INVALID_ARGUMENT',
      "activate instructions that would result in the activation of multi-instance element 's', which is currently unsupported.",
    );
  },
};
