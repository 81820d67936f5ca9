import { end, escalation, flow, output, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an escalation end event that nobody catches ends its branch',
  rule: 'Nothing else happens.',
  async run(z) {
    const sp = sub('sp', start('st'), end('e', escalation('E'), output('=5', 'b')), flow('st > e'));
    await z.deploy(process('p', start(), sp, task('after'), flow('start > sp > after')));
    const instance = await z.create('p');
    z.equal((await z.work('after')).variables, { b: 5 });
    await z.ended(instance);
  },
};
