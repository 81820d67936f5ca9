/** CancelProcessInstance. */
import type { Key } from '../state/model.ts';
import { type Command, done, type Empty, reject } from './command.ts';

export const cancelInstanceCommand = (processInstanceKey: Key): Command<Empty> => ({
  intent: 'CANCEL',
  needs: () => [processInstanceKey],
  process(engine) {
    if (!engine.state.instances.has(processInstanceKey)) {
      const reason = `Expected to cancel a process instance with key '${processInstanceKey}', but no such process was found`;
      return reject('NOT_FOUND', reason);
    }
    const call = engine.state.calls.get(processInstanceKey);
    if (call) {
      const reason = `Expected to cancel a process instance with key '${processInstanceKey}', but it is created by a parent process instance. Cancel the root process instance '${call.rootKey}' instead.`;
      return reject('INVALID_STATE', reason);
    }
    engine.steps.push({ type: 'terminate', element: processInstanceKey });
    return done;
  },
});
