import { call, line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a process id that is no text raises an incident',
  rule: 'A static number is a number.',
  incidents: true,
  async run(z) {
    await z.deploy(line('c', task('work')), line('p', call('a', '=id')), line('q', call('b', '5')));
    const instance = await z.create('p', { id: 5 });
    await z.create('q');
    await z.sleep(100);
    z.equal(await z.resolve(), 2);
    await z.setVariables(instance, { id: z.name('c') });
    z.equal(await z.resolve(), 2);
    await z.job('work');
  },
};
