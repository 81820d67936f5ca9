import { nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'terminating the last element ends the instance',
  rule: 'Its empty scopes first.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', {}, { startInstructions: [{ elementId: 'c' }] });
    const c = await z.job('c');
    await z.modify(instance, { terminate: [c.elementInstanceKey] });
    await z.ended(instance);
  },
};
