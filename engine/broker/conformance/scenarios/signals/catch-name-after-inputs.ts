import { catching, flow, input, output, process, signal, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'input mappings of a signal catch event come before its name',
  rule: 'Catch events apply their input mappings.',
  async run(z) {
    const c = catching(
      'c',
      signal('=name'),
      input('="in$run"', 'name'),
      output('=v', 'got'),
      output('=name', 'local'),
    );
    await z.deploy(process('p', start(), c, task('after'), flow('start > c > after')));
    await z.create('p', { name: z.name('out') });
    await z.broadcast('out', { v: 1 });
    await z.noJob('after');
    await z.broadcast('in', { v: 2 });
    z.equal((await z.job('after')).variables, { name: 'out', got: 2, local: 'in' });
  },
};
