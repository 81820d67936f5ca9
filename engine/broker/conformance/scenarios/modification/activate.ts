import { nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'an element of a running instance is activated',
  rule: 'Its flow scopes are created on the way, without their start events.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', { x: 1 });
    await z.job('a');
    await z.modify(instance, { activate: [{ elementId: 'c' }] });
    z.equal((await z.job('c')).variables, { x: 1 });
    await z.noJob('b');
  },
};
