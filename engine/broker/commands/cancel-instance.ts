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
    engine.steps.push({ type: 'terminate', element: processInstanceKey });
    return done;
  },
});
