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
    const { variables } = await z.job('after');
    z.equal(variables.got, 2);
    z.equal(variables.local, z.name('in'));
    z.equal(variables.name, z.name('out'));
  },
};
