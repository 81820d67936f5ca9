import { line, listener, multi, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'execution listeners work for each inner instance',
  rule: "A start listener's result stays there; an end listener comes before the output element's result is kept, but does not change it.",
  async run(z) {
    const each = multi({ items: '=[1,2]', item: 'x', results: 'res', result: '=v' });
    await z.deploy(line('p', task('w', listener('start', 'ls'), listener('end', 'le'), each), task('after')));
    await z.create('p');
    for (const one of await z.jobs('ls', 2)) await z.complete(one, { l: one.variables.x });
    for (const one of await z.jobs('w', 2)) {
      z.equal(one.variables.l, one.variables.x);
      await z.complete(one, { v: `w${one.variables.x}` });
    }
    for (const one of await z.jobs('le', 2)) {
      z.equal(one.variables.v, `w${one.variables.x}`);
      await z.complete(one, { v: 'end', q: 1 });
    }
    z.equal((await z.job('after')).variables, { res: ['w1', 'w2'] });
  },
};
