import { header, input, job, line, output, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

const keyOf = (deployed: { deployments: readonly { process: { processDefinitionKey: string } }[] }): string =>
  deployed.deployments[0]?.process.processDefinitionKey ?? '';

export const scenario: Scenario = {
  title: 'an instance goes on in another process',
  rule: 'Its job keeps key, type and headers; element id and process are those of the target.',
  async run(z) {
    await z.deploy(line('p', task('a', header('h', '1'), input('=1', 'local'))));
    const target = keyOf(
      await z.deploy(
        line('q', task('b', job('other', 9), header('h', '2'), output('=local + r', 'out')), task('after')),
      ),
    );
    const instance = await z.create('p', { x: 1 });
    const before = await z.job('a');
    await z.migrate(instance, target, { a: 'b' });
    await z.fail(before, { retries: 5 });
    const migrated = await z.job('a');
    z.equal(
      [
        migrated.key,
        migrated.elementId,
        migrated.bpmnProcessId,
        migrated.processDefinitionKey,
        migrated.processInstanceKey,
        migrated.retries,
        migrated.customHeaders,
      ],
      [before.key, 'b', 'q', target, instance.processInstanceKey, 5, { h: '1' }],
    );
    await z.complete(migrated, { r: 2 });
    const after = await z.job('after');
    z.equal([after.bpmnProcessId, after.variables], ['q', { x: 1, out: 3 }]);
    await z.complete(after);
    await z.ended(instance);
  },
};
