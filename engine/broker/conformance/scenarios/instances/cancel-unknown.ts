import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an unknown instance cannot be cancelled',
  rule: 'Nor twice, nor by the key of an element.',
  async run(z) {
    const text = (key: string) =>
      `Command 'CANCEL' rejected with code 'NOT_FOUND': Expected to cancel a process instance with key '${key}', but no such process was found`;
    await z.rejected(
      z.cancel({ processInstanceKey: '2251799999999999' }),
      'NOT_FOUND',
      text('2251799999999999'),
    );
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p');
    const { elementInstanceKey } = await z.job('work');
    await z.rejected(
      z.cancel({ processInstanceKey: elementInstanceKey }),
      'NOT_FOUND',
      text(elementInstanceKey),
    );
    await z.cancel(instance);
    await z.rejected(z.cancel(instance), 'NOT_FOUND', text(instance.processInstanceKey));
  },
};
