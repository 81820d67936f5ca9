import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'variables are read before a key or a tenant is looked at',
  rule: 'What is wrong with them is told first.',
  async run(z) {
    const text =
      "Property 'variables' is invalid: Expected document to be a root level object, but was 'ARRAY'";
    const variables = '[]';
    await z.rejected(z.call('CompleteJob', { jobKey: 1, variables }), 'INVALID_ARGUMENT', text);
    await z.rejected(z.call('SetVariables', { elementInstanceKey: 1, variables }), 'INVALID_ARGUMENT', text);
    await z.rejected(
      z.call('PublishMessage', { name: 'm', tenantId: 't', variables }),
      'INVALID_ARGUMENT',
      text,
    );
  },
};
