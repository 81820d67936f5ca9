import type { Scenario } from '../../scenario.ts';

export const scenario: Scenario = {
  title: 'requests without any field are refused as their parts are',
  rule: 'Key 0 belongs to no partition; nothing to deploy; a process with key 0.',
  async run(z) {
    for (const rpc of [
      'CancelProcessInstance',
      'CompleteJob',
      'FailJob',
      'ThrowError',
      'UpdateJobRetries',
      'UpdateJobTimeout',
      'ResolveIncident',
      'SetVariables',
      'ModifyProcessInstance',
      'MigrateProcessInstance',
      'DeleteResource',
    ]) {
      await z.rejected(
        z.call(rpc, {}),
        'UNAVAILABLE',
        'Expected to execute command on partition 0, but either it does not exist, or the gateway is not yet aware of it',
      );
    }
    const none =
      "Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy at least one resource, but none given";
    await z.rejected(z.call('DeployResource', {}), 'INVALID_ARGUMENT', none);
    await z.rejected(z.call('DeployProcess', {}), 'INVALID_ARGUMENT', none);
    await z.rejected(
      z.call('CreateProcessInstance', {}),
      'NOT_FOUND',
      "Command 'CREATE' rejected with code 'NOT_FOUND': Expected to find process definition with key '0', but none found",
    );
    await z.rejected(
      z.call('CreateProcessInstanceWithResult', {}),
      'NOT_FOUND',
      "Command 'CREATE_WITH_AWAITING_RESULT' rejected with code 'NOT_FOUND': Expected to find process definition with key '0', but none found",
    );
    await z.call('PublishMessage', {});
    await z.call('BroadcastSignal', {});
  },
};
