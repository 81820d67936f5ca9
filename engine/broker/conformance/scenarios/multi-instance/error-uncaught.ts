import { end, error, flow, line, multi, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an uncaught error in each inner instance raises an incident for each',
  rule: 'The loop waits.',
  incidents: true,
  async run(z) {
    const inside = [start('is'), end('thrown', error('E')), flow('is > thrown')];
    await z.deploy(line('p', sub('s', multi({ items: '=[1,2]' }), ...inside), task('after')));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 2);
    await z.noJob('after');
    await z.running(instance);
  },
};
