import { boundary, end, flow, input, message, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a scope created on the way has its boundary events, with the variables of the modification',
  rule: 'Its input mappings are not applied.',
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        task('a'),
        sub('sp', input('=1', 'mapped'), start('s'), task('b'), end('e'), flow('s > b > e')),
        boundary('c', 'sp', message('m', '=k')),
        task('late'),
        end(),
        flow('start > a > sp > end'),
        flow('c > late'),
      ),
    );
    const instance = await z.create('p');
    const a = await z.job('a');
    const variables = JSON.stringify({ k: z.name('k') });
    await z.modify(instance, {
      activate: [{ elementId: 'b', variableInstructions: [{ variables }] }],
      terminate: [a.elementInstanceKey],
    });
    z.equal((await z.job('b')).variables, { k: 'k' });
    await z.publish('m', z.name('k'), { ttl: 5000 });
    await z.work('late');
    await z.ended(instance);
  },
};
