import { line, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an output target with dots keeps the rest of the object',
  rule: 'It is merged into the existing one, deeply.',
  async run(z) {
    await z.deploy(line('p', task('work', output('=v', 'o.p.q')), task('after')));
    await z.create('p', { o: { s: 3, p: { r: 4 } } });
    await z.work('work', { v: 1 });
    z.equal((await z.job('after')).variables, { o: { s: 3, p: { r: 4, q: 1 } } });
  },
};
