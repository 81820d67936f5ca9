import { end, flow, process, start, task, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a user task with the zeebe:userTask element makes no job',
  rule: 'It is completed over another API; over gRPC the instance only waits and can be cancelled.',
  alone: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        userTask('review', '<zeebe:userTask />'),
        task('beside'),
        end(),
        flow('start > review > end'),
        flow('start > beside > end'),
      ),
    );
    const instance = await z.create('p');
    await z.work('beside');
    await z.running(instance);
    await z.cancel(instance);
    await z.ended(instance);
  },
};
