import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'keys ascend',
  rule: 'A later entity has a higher key, whatever its kind.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const first = await z.create('p');
    const job = await z.job('work');
    const second = await z.create('p');
    z.ok(BigInt(first.processInstanceKey) < BigInt(job.elementInstanceKey), 'the element after its instance');
    z.ok(BigInt(job.elementInstanceKey) < BigInt(job.key), 'the job after its element');
    z.ok(BigInt(job.key) < BigInt(second.processInstanceKey), 'the second instance after the first job');
    z.equal(BigInt(first.processInstanceKey) >> 51n, 1n, 'partition 1');
  },
};
