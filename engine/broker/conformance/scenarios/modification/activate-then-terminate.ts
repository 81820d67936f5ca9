import { nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'one modification moves a token',
  rule: 'It activates first and then terminates: the instance does not end in between.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const a = await z.job('a');
    await z.modify(instance, { activate: [{ elementId: 'z' }], terminate: [a.elementInstanceKey] });
    await z.rejected(z.complete(a), 'NOT_FOUND');
    await z.work('z');
    await z.ended(instance);
  },
};
