import { end, flow, line, multi, start, sub, task, terminate } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title:
    'a completion condition that fails after a terminate end event raises one incident per inner instance',
  rule: 'An inner instance that a terminate end event ends completes once; resolving evaluates the condition again.',
  incidents: true,
  async run(z) {
    const each = multi({ items: '=[1, 2]', item: 'x', until: '=ready' });
    const inside = [start('is'), end('t', terminate), flow('is > t')];
    await z.deploy(line('p', sub('s', each, ...inside), task('after')));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 2);
    await z.noJob('after');
    await z.setVariables(instance, { ready: false });
    z.equal(await z.resolve(), 2);
    await z.job('after');
  },
};
