import { input, line, listener, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables of a start listener stay with the task, those of an end listener go to its scope',
  rule: 'End listeners see the result of the job and of the output mappings.',
  async run(z) {
    await z.deploy(
      line(
        'p',
        task('a', input('=x', 'i'), output('=r', 'o'), listener('start', 's'), listener('end', 'e')),
        task('after'),
      ),
    );
    await z.create('p', { x: 1 });
    z.equal((await z.work('s', { i: 2, l: 3 })).variables, { i: 1, x: 1 });
    z.equal((await z.work('a', { r: 4 })).variables, { i: 2, l: 3, x: 1 });
    z.equal((await z.work('e', { o: 5, r: 6, n: 7 })).variables, { i: 2, l: 3, r: 4, o: 4, x: 1 });
    z.equal((await z.work('after')).variables, { o: 5, r: 6, n: 7, x: 1 });
  },
};
