import { nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'elements activated in one scope share its instance',
  rule: 'A scope that runs is used, a missing one is created once.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.modify(instance, {
      activate: [{ elementId: 'c' }, { elementId: 'd' }, { elementId: 'b' }],
      terminate: [a.elementInstanceKey],
    });
    for (const type of ['b', 'd', 'c', 'd', 'c', 'd']) await z.work(type);
    await z.work('z');
    await z.ended(instance);
  },
};
