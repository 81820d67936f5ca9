import { intro, nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables go to a scope of the activated element only',
  rule: 'An unknown scope is named.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    const into = (scopeId: string) =>
      z.modify(instance, {
        activate: [{ elementId: 'b', variableInstructions: [{ variables: '{"v":1}', scopeId }] }],
      });
    await z.rejected(
      into('zzz'),
      'INVALID_ARGUMENT',
      `${intro} variable instructions with a scope element id that could not be found: 'zzz'`,
    );
    await z.rejected(
      into('inner'),
      'INVALID_ARGUMENT',
      `${intro} variable instructions with a scope element that doesn't belong to the activating element's flow scope. These variables should be set before or after the modification.`,
    );
  },
};
