import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'BroadcastSignal refuses tenants',
  rule: 'Multi-tenancy is off; the default tenant may be named.',
  async run(z) {
    await z.call('BroadcastSignal', { signalName: 'x$run', variables: '{}', tenantId: '<default>' });
    await z.rejected(
      z.call('BroadcastSignal', { signalName: 'x$run', variables: '{}', tenantId: 'red' }),
      'INVALID_ARGUMENT',
      "Expected to handle gRPC request BroadcastSignal with tenant identifier 'red', but multi-tenancy is disabled",
    );
  },
};
