import { catching, flow, input, message, output, process, start, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'input mappings of a message catch event come before its correlation key',
  rule: 'They stay local.',
  async run(z) {
    const c = catching('c', message('m', '=key'), input('="inner"', 'key'), output('=v', 'got'));
    await z.deploy(process('p', start(), c, task('after'), flow('start > c > after')));
    await z.create('p', { key: 'outer' });
    await z.publish('m', 'outer', { variables: { v: 1 } });
    await z.noJob('after');
    await z.publish('m', 'inner', { variables: { v: 2 } });
    z.equal((await z.job('after')).variables, { key: 'outer', got: 2 });
  },
};
