import { line, manualTask } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'two hundred manual tasks run through in one go',
  rule: 'There is no limit of steps that a client sees.',
  async run(z) {
    const ids = Array.from({ length: 200 }, (_, index) => `m${index}`);
    await z.deploy(line('p', ...ids.map((id) => manualTask(id))));
    z.equal(await z.result('p', { a: 1 }), { a: 1 });
  },
};
