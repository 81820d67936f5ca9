import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'the variables of a message must be an object',
  rule: 'Everything else is refused.',
  async run(z) {
    await z.rejected(
      z.call('PublishMessage', { name: z.name('x'), correlationKey: 'k', variables: '[1]' }),
      'INVALID_ARGUMENT',
      "Property 'variables' is invalid: Expected document to be a root level object, but was 'ARRAY'",
    );
  },
};
