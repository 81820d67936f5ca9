import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables of the instance are set by its key',
  rule: 'Later jobs see them.',
  async run(z) {
    await z.deploy(line('p', task('work')));
    const instance = await z.create('p', { a: 1 });
    const { key } = await z.setVariables(instance, { a: 2, b: { c: [1] } });
    z.ok(BigInt(key) > 2n ** 51n, 'a key');
    z.equal((await z.job('work')).variables, { a: 2, b: { c: [1] } });
  },
};
