import { boundary, end, extension, flow, message, process, start, task, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'expressions of a native user task are evaluated',
  rule: 'One that fails is an incident; its boundary events do not wait yet.',
  incidents: true,
  async run(z) {
    await z.deploy(
      process(
        'p',
        start(),
        userTask('u', extension('userTask'), extension('assignmentDefinition', { assignee: '=who' })),
        boundary('b', 'u', message('m', '=k')),
        task('left'),
        end(),
        flow('start > u > end'),
        flow('b > left'),
      ),
    );
    const instance = await z.create('p', { k: z.name('k') });
    z.equal(await z.resolve(), 1);
    await z.publish('m', z.name('k'));
    await z.setVariables(instance, { who: 'me' });
    z.equal(await z.resolve(), 1);
    await z.publish('m', z.name('k'), { ttl: 5000 });
    await z.work('left');
    await z.ended(instance);
  },
};
