import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'a key of another partition is unavailable',
  rule: 'Keys carry the number of their partition; only partition 1 exists here.',
  async run(z) {
    const text = (partition: number) =>
      `Expected to execute command on partition ${partition}, but either it does not exist, or the gateway is not yet aware of it`;
    await z.rejected(z.call('CompleteJob', { jobKey: 1 }), 'UNAVAILABLE', text(0));
    await z.rejected(
      z.call('CancelProcessInstance', { processInstanceKey: '4503599627370497' }),
      'UNAVAILABLE',
      text(2),
    );
    await z.rejected(z.call('ResolveIncident', { incidentKey: 0 }), 'UNAVAILABLE', text(0));
    await z.rejected(
      z.call('SetVariables', { elementInstanceKey: 5, variables: '{}' }),
      'UNAVAILABLE',
      text(0),
    );
    await z.rejected(z.call('FailJob', { jobKey: 7, retries: 1 }), 'UNAVAILABLE', text(0));
  },
};
