/** SetVariables; an empty document changes nothing but still tells whether the element is there. */
import type { Document, Key } from '../state/model.ts';
import { newKey } from '../state/state.ts';
import { mergeLocal, setNearest } from '../state/variables.ts';
import { accept, bytesOf, type Command, reject } from './command.ts';

export interface SetVariables {
  readonly elementInstanceKey: Key;
  readonly variables: Document;
  readonly local: boolean;
}

/** Answers with a key of its own, as Zeebe does. */
export const setVariablesCommand = (wanted: SetVariables): Command<{ readonly key: Key }> => ({
  intent: 'UPDATE',
  recordBytes: () => 2 * bytesOf(wanted.variables),
  needs: () => [wanted.elementInstanceKey],
  process(engine) {
    const { state } = engine;
    const element = state.elements.get(wanted.elementInstanceKey);
    if (!element || element.state === 'TERMINATING') {
      const reason = `Expected to update variables for element with key '${wanted.elementInstanceKey}', but no such element was found`;
      return reject('NOT_FOUND', reason);
    }
    const merge = wanted.local ? mergeLocal : setNearest;
    merge(state, element, wanted.variables);
    return accept({ key: newKey(state) });
  },
});
