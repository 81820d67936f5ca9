import { input, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a target with dots builds an object',
  rule: 'For inputs it replaces what was visible of that name.',
  async run(z) {
    await z.deploy(line('p', task('work', input('=1', 'o.p.q'), input('=2', 'o.r'))));
    await z.create('p', { o: { s: 3 } });
    z.equal((await z.job('work')).variables, { o: { p: { q: 1 }, r: 2 } });
  },
};
