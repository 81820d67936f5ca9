import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a blank tenant is the default one',
  rule: 'So is <default>.',
  async run(z) {
    for (const tenantId of ['', ' ', '<default>']) {
      const { tenantId: answered } = await z.call('PublishMessage', {
        name: 'm$run',
        correlationKey: 'k',
        tenantId,
      });
      z.equal(answered, '<default>');
    }
    await z.rejected(
      z.call('CreateProcessInstanceWithResult', {
        request: { bpmnProcessId: 'p', version: -1, tenantId: 't' },
      }),
      'INVALID_ARGUMENT',
      "Expected to handle gRPC request CreateProcessInstanceWithResult with tenant identifier 't', but multi-tenancy is disabled",
    );
  },
};
