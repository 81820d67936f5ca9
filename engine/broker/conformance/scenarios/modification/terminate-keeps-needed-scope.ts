import { nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a scope in which something is activated stays',
  rule: 'Although its last element was terminated.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', {}, { startInstructions: [{ elementId: 'c' }] });
    const c = await z.job('c');
    await z.modify(instance, { activate: [{ elementId: 'b' }], terminate: [c.elementInstanceKey] });
    await z.work('b');
    await z.job('c');
    await z.running(instance);
  },
};
