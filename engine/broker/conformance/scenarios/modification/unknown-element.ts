import { intro, nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'activating an unknown element is refused',
  rule: 'All unknown ids are named.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    await z.rejected(
      z.modify(instance, { activate: [{ elementId: 'nope' }] }),
      'INVALID_ARGUMENT',
      `${intro} activate instructions with an element that could not be found: 'nope'`,
    );
  },
};
