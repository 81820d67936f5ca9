import { intro, nested } from '../../modification.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'terminating an unknown element instance is refused',
  rule: 'All unknown keys are named.',
  async run(z) {
    await z.deploy(nested);
    const instance = await z.create('p');
    await z.rejected(
      z.modify(instance, { terminate: ['2251799999999998', '2251799999999999'] }),
      'INVALID_ARGUMENT',
      `${intro} terminate instructions with an element instance that could not be found: '2251799999999998', '2251799999999999'`,
    );
  },
};
