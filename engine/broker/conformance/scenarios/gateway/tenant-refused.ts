import { line, task } from '../../bpmn.ts';
import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a tenant is refused where there are none',
  rule: 'Only the empty and the default tenant are accepted.',
  async run(z) {
    const text = (rpc: string) =>
      `Expected to handle gRPC request ${rpc} with tenant identifier 'other', but multi-tenancy is disabled`;
    await z.deploy(line('p', task('work')));
    await z.rejected(
      z.create('p', {}, { tenantId: 'other' }),
      'INVALID_ARGUMENT',
      text('CreateProcessInstance'),
    );
    await z.rejected(
      z.call('PublishMessage', { name: 'x$run', correlationKey: '', tenantId: 'other' }),
      'INVALID_ARGUMENT',
      text('PublishMessage'),
    );
    await z.rejected(
      z.call('DeployResource', { resources: [], tenantId: 'other' }),
      'INVALID_ARGUMENT',
      text('DeployResource'),
    );
    await z.rejected(
      z.call('BroadcastSignal', { signalName: 'x$run', tenantId: 'other' }),
      'INVALID_ARGUMENT',
      text('BroadcastSignal'),
    );
    await z.rejected(
      z.call('EvaluateDecision', { decisionId: 'x$run', tenantId: 'other' }),
      'INVALID_ARGUMENT',
      text('EvaluateDecision'),
    );
    await z.create('p', {}, { tenantId: '<default>' });
  },
};
