import { call, flow, input, line, process, start, sub, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a called process gets copies of all variables that the call activity sees',
  rule: 'Nearest first, the input mappings of the call activity included; the called instance is an instance of its own.',
  async run(z) {
    await z.deploy(line('c', task('work')));
    const inside = [start('is'), call('a', 'c', input('=2', 'mapped')), flow('is > a')];
    await z.deploy(process('p', start(), sub('s', input('=1', 'near'), ...inside), flow('start > s')));
    const instance = await z.create('p', { far: 1, near: 9 });
    const job = await z.job('work');
    z.equal(job.variables, { far: 1, near: 1, mapped: 2 });
    z.equal([job.bpmnProcessId, job.processDefinitionVersion, job.elementId], ['c', 1, 'work']);
    z.ok(job.processInstanceKey !== instance.processInstanceKey, 'an instance of its own');
    z.ok(job.processDefinitionKey !== instance.processDefinitionKey, 'the key of the called process');
  },
};
