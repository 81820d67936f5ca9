/** CreateProcessInstance and CreateProcessInstanceWithResult (zeebe.md 3.20). */
import { compiled, latestOf } from '../deploy/definitions.ts';
import { startInstance } from '../process/create.ts';
import type { Definition, Document, ElementInstance, Key } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { accept, bytesOf, type Command, type Outcome, reject } from './command.ts';
import { startAt } from './start-instructions.ts';

export interface CreateInstance {
  /** -1 when not given. */
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  /** Below 0: the latest. */
  readonly version: number;
  readonly variables: Document;
  /** Ids of the elements to begin at; none: the none start event. */
  readonly startAt: readonly string[];
}
export interface CreatedInstance {
  readonly processDefinitionKey: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly processInstanceKey: Key;
}

/** The process id wins over the key; version 0 is a version, and there is none. */
function findDefinition(state: State, wanted: CreateInstance): Outcome<Definition> {
  const { bpmnProcessId: id, version, processDefinitionKey: key } = wanted;
  if (id !== '') {
    const found =
      version < 0
        ? latestOf(state, id)
        : state.versions.get(id)?.find((definition) => definition.version === version);
    if (found) return accept(found);
    const which = version < 0 ? `process ID '${id}'` : `process ID '${id}' and version '${version}'`;
    return reject('NOT_FOUND', `Expected to find process definition with ${which}, but none found`);
  }
  if (key < 0) {
    const reason = 'Expected at least a bpmnProcessId or a key greater than -1, but none given';
    return reject('INVALID_ARGUMENT', reason);
  }
  const found = state.definitions.get(key);
  return found
    ? accept(found)
    : reject('NOT_FOUND', `Expected to find process definition with key '${key}', but none found`);
}

/** `onStarted` hears of the instance before it runs, so that its result can be waited for. */
export function createInstanceCommand(
  wanted: CreateInstance,
  onStarted?: (processInstanceKey: Key) => void,
): Command<CreatedInstance> {
  return {
    intent: onStarted ? 'CREATE_WITH_AWAITING_RESULT' : 'CREATE',
    recordBytes: () => 2 * bytesOf(wanted.variables),
    process(engine) {
      const definition = findDefinition(engine.state, wanted);
      if (!definition.ok) return definition;
      const { key, bpmnProcessId, version } = definition.value;
      const created = (root: ElementInstance): Outcome<CreatedInstance> => {
        onStarted?.(root.key);
        return accept({ processDefinitionKey: key, bpmnProcessId, version, processInstanceKey: root.key });
      };
      if (wanted.startAt.length > 0) {
        const root = startAt(engine, definition.value, wanted.startAt, wanted.variables);
        return root.ok ? created(root.value) : root;
      }
      const start = compiled(definition.value).nodes[0].noneStart;
      if (start === undefined) {
        const reason =
          'Expected to create instance of process with none start event, but there is no such event';
        return reject('INVALID_STATE', reason);
      }
      return created(startInstance(engine, definition.value, { start, root: wanted.variables }));
    },
  };
}
