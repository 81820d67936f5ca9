import { line, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a user task is a job of its own type with one retry',
  rule: 'Workers of `io.camunda.zeebe:userTask` complete it; the type is shared by all processes.',
  alone: true,
  async run(z) {
    await z.deploy(line('p', userTask('review')));
    const instance = await z.create('p', { a: 1 });
    const found = await z.userTask('review');
    z.equal([found.retries, found.variables, found.customHeaders], [1, { a: 1 }, {}]);
    await z.complete(found, { done: true });
    await z.ended(instance);
  },
};
