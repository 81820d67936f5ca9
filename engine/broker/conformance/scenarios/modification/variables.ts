import { nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a modification sets variables before it activates',
  rule: 'In the scope that is named, or at the root.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p', { x: 1 });
    const variableInstructions = [
      { variables: '{"g":1}' },
      { variables: '{"l":1}', scopeId: 'c' },
      { variables: '{"s":1}', scopeId: 'sp' },
      { variables: '{"i":1}', scopeId: 'inner' },
    ];
    await z.modify(instance, {
      activate: [{ elementId: 'c', variableInstructions }, { elementId: 'd' }, { elementId: 'z' }],
    });
    z.equal((await z.job('c')).variables, { l: 1, i: 1, s: 1, g: 1, x: 1 });
    z.equal((await z.job('d')).variables, { i: 1, s: 1, g: 1, x: 1 });
    z.equal((await z.job('z')).variables, { g: 1, x: 1 });
  },
};
