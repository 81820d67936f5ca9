import { flow, process, signal, start, throwing } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a static name of digits is a number',
  rule: 'So a throw event with it stops with an incident.',
  incidents: true,
  async run(z) {
    const file = process('p', start(), throwing('t', signal('s')), flow('start > t'));
    await z.deploy(file.replaceAll('name="s$run"', 'name="5"'));
    await z.create('p');
    z.equal(await z.resolve(), 1);
    z.equal(await z.resolve(), 1);
  },
};
