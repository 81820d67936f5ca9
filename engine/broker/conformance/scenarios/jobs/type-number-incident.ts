import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a type that looks like a number is a number, and refused at run time',
  rule: 'Static text is parsed as a number if it can be; a type must be a string.',
  incidents: true,
  async run(z) {
    await z.deploy(line('p', task('work', '<zeebe:taskDefinition type="123" />')));
    const instance = await z.create('p');
    z.equal(await z.resolve(), 1);
    await z.running(instance);
  },
};
