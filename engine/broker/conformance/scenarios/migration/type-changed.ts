import { extension, line, task, userTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'an element cannot be migrated to one of another type',
  rule: 'Nor a job worker user task to a native one.',
  async run(z) {
    await z.deploy(line('p', task('a'), userTask('u')));
    const q = keyOf(await z.deploy(line('q', userTask('a'), userTask('u', extension('userTask')))));
    const instance = await z.create('p');
    const a = await z.job('a');
    const begin = `Expected to migrate process instance '${instance.processInstanceKey}' but`;
    await z.rejected(
      z.migrate(instance, q, { a: 'a' }),
      'FAILED_PRECONDITION',
      `${begin} active element with id 'a' and type 'SERVICE_TASK' is mapped to an element with id 'a' and different type 'USER_TASK'. Elements must be mapped to elements of the same type.`,
    );
    await z.rejected(
      z.migrate(instance, q, { a: 'end' }),
      'FAILED_PRECONDITION',
      `${begin} active element with id 'a' and type 'SERVICE_TASK' is mapped to an element with id 'end' and different type 'END_EVENT'. Elements must be mapped to elements of the same type.`,
    );
    await z.complete(a);
    let answer = '';
    for (let turn = 0; turn < 50 && !answer.includes('implementation'); turn++) {
      answer = await z.migrate(instance, q, { u: 'u' }).then(
        () => '',
        (thrown: Error) => thrown.message,
      );
    }
    z.ok(
      answer.includes(
        "active user task with id 'u' and implementation 'job worker' is mapped to an user task with id 'u' and different implementation 'zeebe user task'. Elements must be mapped to elements of the same implementation.",
      ),
      answer,
    );
  },
};
