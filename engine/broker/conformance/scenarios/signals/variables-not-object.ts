import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: "a signal's variables are a JSON object",
  rule: 'Everything else is refused.',
  async run(z) {
    await z.rejected(
      z.call('BroadcastSignal', { signalName: 'x$run', variables: '[]' }),
      'INVALID_ARGUMENT',
      "Property 'variables' is invalid: Expected document to be a root level object, but was 'ARRAY'",
    );
  },
};
