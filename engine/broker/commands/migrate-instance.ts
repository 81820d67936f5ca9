/** MigrateProcessInstance (zeebe.md 3.20). */
import { compiled } from '../deploy/definitions.ts';
import type { Engine } from '../process/engine.ts';
import { migrate } from '../process/migration.ts';
import type { ElementInstance, Key } from '../state/model.ts';
import { type Command, done, type Empty, type Outcome, type RejectionType, reject } from './command.ts';
import { findTargets, type Mapping, refuseMappings } from './migrate-checks.ts';
import { takeBack } from './modify-instance.ts';

export interface MigrateInstance {
  readonly processInstanceKey: Key;
  readonly targetProcessDefinitionKey: Key;
  readonly mappings: readonly Mapping[];
}

export const migrateInstanceCommand = (wanted: MigrateInstance): Command<Empty> => ({
  intent: 'MIGRATE',
  needs: () => [wanted.processInstanceKey],
  process(engine) {
    const root = engine.state.elements.get(wanted.processInstanceKey);
    if (!root || root.parent || root.state === 'TERMINATING') {
      const reason = `Expected to migrate process instance but no process instance found with key '${wanted.processInstanceKey}'`;
      return reject('NOT_FOUND', reason);
    }
    return migrateTo(engine, root, wanted);
  },
});

function migrateTo(engine: Engine, root: ElementInstance, wanted: MigrateInstance): Outcome<Empty> {
  const definition = engine.state.definitions.get(wanted.targetProcessDefinitionKey);
  if (!definition) {
    const reason = `Expected to migrate process instance to process definition but no process definition found with key '${wanted.targetProcessDefinitionKey}'`;
    return reject('NOT_FOUND', reason);
  }
  const refuse = (type: RejectionType, text: string): Outcome<never> =>
    reject(type, `Expected to migrate process instance '${root.key}' but ${text}`);
  const graph = compiled(definition);
  const source = root.instance.graph;
  const wrong = refuseMappings(source, graph, wanted.mappings);
  if (wrong !== undefined) return refuse('INVALID_ARGUMENT', wrong);
  if (source.nodes[0].eventSubProcesses.length > 0) {
    const reason =
      'Expected to migrate process instance but process instance has an event subprocess. Process instances with event subprocesses cannot be migrated yet.';
    return reject('INVALID_STATE', reason);
  }
  if (graph.nodes[0].eventSubProcesses.length > 0) {
    const reason =
      'Expected to migrate process instance but target process has an event subprocess. Target processes with event subprocesses cannot be migrated yet.';
    return reject('INVALID_STATE', reason);
  }
  const targets = findTargets(engine.state, root, graph, wanted.mappings);
  if (!targets.ok) return refuse('INVALID_STATE', targets.message);
  const failed = migrate(engine, root.instance, { definition, graph, targets: targets.value });
  if (!failed) return done;
  const { element, from, message } = failed;
  const text = `active element with id '${from.id}' is mapped to element with id '${element.node.id}' that must be subscribed to a message catch event. ${message}`;
  takeBack(engine);
  return refuse('INVALID_STATE', text);
}
