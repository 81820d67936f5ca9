/** What 8.5 refuses to migrate, in Zeebe's order and words (zeebe.md 3.20). */
import { elementType } from '../deploy/element-types.ts';
import type { Node, ProcessGraph } from '../deploy/graph.ts';
import { childrenOf } from '../state/elements.ts';
import type { ElementInstance } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { typeOfId } from './modify-checks.ts';

export interface Mapping {
  readonly source: string;
  readonly target: string;
}
type Targets =
  | { readonly ok: true; readonly value: ReadonlyMap<ElementInstance, Node> }
  | { readonly ok: false; readonly message: string };

const MIGRATABLE = ['PROCESS', 'SERVICE_TASK', 'USER_TASK', 'SUB_PROCESS', 'CALL_ACTIVITY'];

/** What is wrong with the instructions themselves. */
export function refuseMappings(
  source: ProcessGraph,
  target: ProcessGraph,
  mappings: readonly Mapping[],
): string | undefined {
  const sources = mappings.map((mapping) => mapping.source);
  const repeated = [...new Set(sources.filter((id, index) => sources.indexOf(id) !== index))];
  if (repeated.length > 0) {
    return `the mapping instructions contain duplicate source element ids '[${repeated.join(', ')}]'.`;
  }
  const absent = (which: string, id: string): string =>
    `mapping instructions contain a non-existing ${which} element id '${id}'. Elements provided in mapping instructions must exist in the ${which} process definition.`;
  for (const mapping of mappings) {
    if (typeOfId(source, mapping.source) === undefined) return absent('source', mapping.source);
    if (typeOfId(target, mapping.target) === undefined) return absent('target', mapping.target);
  }
  return undefined;
}

/** The node of the target process for every active element; the message for the first that has none. */
export function findTargets(
  state: State,
  root: ElementInstance,
  graph: ProcessGraph,
  mappings: readonly Mapping[],
): Targets {
  const mapped = new Map(mappings.map(({ source, target }) => [source, target]));
  const found = new Map<ElementInstance, Node>([[root, graph.nodes[0]]]);
  const queue = [root];
  for (const element of queue) {
    if (element !== root) {
      const targetId = mapped.get(element.node.id);
      const wrong =
        refuse(element, targetId, graph, found) ?? refuseBoundaries(state, element, targetId, graph, mapped);
      if (wrong !== undefined) return { ok: false, message: wrong };
      found.set(element, graph.nodes[graph.byId.get(targetId ?? '') ?? 0] as Node);
    }
    if (element.activeFlows > 0) {
      const message =
        'a concurrent command was executed on the process instance. Please retry the migration.';
      return { ok: false, message };
    }
    queue.push(...childrenOf(element));
  }
  return { ok: true, value: found };
}

const implementation = (native: boolean): string => (native ? 'zeebe user task' : 'job worker');

function refuse(
  element: ElementInstance,
  targetId: string | undefined,
  graph: ProcessGraph,
  found: ReadonlyMap<ElementInstance, Node>,
): string | undefined {
  const { node, parent } = element;
  const type = elementType(node);
  const active = `active element with id '${node.id}'`;
  if (!MIGRATABLE.includes(type)) {
    return `${active} has an unsupported type. The migration of a ${type} is not supported.`;
  }
  if (targetId === undefined) {
    return `no mapping instruction defined for ${active}. Elements cannot be migrated without a mapping.`;
  }
  const targetType = typeOfId(graph, targetId);
  const target = graph.nodes[graph.byId.get(targetId) ?? -1];
  if (targetType !== type || !target) {
    return `${active} and type '${type}' is mapped to an element with id '${targetId}' and different type '${targetType}'. Elements must be mapped to elements of the same type.`;
  }
  if (
    node.kind === 'userTask' &&
    target.kind === 'userTask' &&
    node.userTask.native !== target.userTask.native
  ) {
    return `active user task with id '${node.id}' and implementation '${implementation(node.userTask.native)}' is mapped to an user task with id '${targetId}' and different implementation '${implementation(target.userTask.native)}'. Elements must be mapped to elements of the same implementation.`;
  }
  const expected = parent && found.get(parent);
  const scope = graph.nodes[target.scope];
  if (expected && expected !== scope) {
    return `the flow scope of ${active} is changed. The flow scope of the active element is expected to be '${expected.id}' but was '${scope?.id}'. The flow scope of an element cannot be changed during migration yet.`;
  }
  return undefined;
}

/** Only message boundary events are migrated: closed, and those of the target opened. */
function refuseBoundaries(
  state: State,
  element: ElementInstance,
  targetId: string | undefined,
  graph: ProcessGraph,
  mapped: ReadonlyMap<string, string>,
): string | undefined {
  const { node, instance } = element;
  const target = graph.nodes[graph.byId.get(targetId ?? '') ?? -1] as Node;
  const sourceTypes = otherThanMessage(node, instance.graph);
  if (sourceTypes) return unsupported('active', node.id, sourceTypes);
  const targetTypes = otherThanMessage(target, graph);
  if (targetTypes) return unsupported('target', target.id, targetTypes);
  const active = `active element with id '${node.id}'`;
  const names = [...(state.subscriptionsOf.get(element.key) ?? [])].map(({ messageName }) => messageName);
  const targets = new Set(mapped.values());
  for (const index of target.boundary) {
    const event = graph.nodes[index] as Node;
    if (targets.has(event.id)) {
      return `${active} is mapped to element with id '${target.id}' that must be subscribed to mapped catch event with id '${event.id}'. Migrating active elements with mapped catch events is not possible yet.`;
    }
    const name = 'event' in event && event.event.type === 'message' ? event.event.name.text : undefined;
    if (name !== undefined && names.includes(name)) {
      return `${active} attempts to subscribe to a message it is already subscribed to with name '${name}'. Migrating active elements that subscribe to a message they are already subscribed to is not possible yet. Please provide a mapping instruction to message catch event with id '${event.id}' to migrate the respective message subscription.`;
    }
  }
  const event = node.boundary
    .map((index) => instance.graph.nodes[index])
    .find((one) => one && mapped.has(one.id));
  return (
    event &&
    `${active} is subscribed to mapped catch event with id '${event.id}'. Migrating active elements with mapped catch events is not possible yet.`
  );
}

const unsupported = (which: string, id: string, types: string): string =>
  `${which} element with id '${id}' has one or more boundary events of types '${types}'. Migrating ${which} elements with boundary events of these types is not possible yet.`;

function otherThanMessage(node: Node, graph: ProcessGraph): string {
  const types = node.boundary.flatMap((index) => {
    const event = graph.nodes[index];
    return event?.kind === 'boundaryEvent' && event.event.type !== 'message' ? [event.event.type] : [];
  });
  return types.join(',').toUpperCase();
}
