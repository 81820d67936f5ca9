/** Moving a process instance to another process definition: element by element, keys stay (zeebe.md 3.20). */
import type { Node, NodeId, ProcessGraph } from '../deploy/graph.ts';
import { setElement, touch } from '../state/elements.ts';
import type { Definition, ElementInstance, Instance } from '../state/model.ts';
import { change, type State } from '../state/state.ts';
import type { Engine } from './engine.ts';
import { closeSubscriptions, open, prepare } from './subscriptions.ts';

/** Where the elements of an instance go. */
interface Migration {
  readonly definition: Definition;
  readonly graph: ProcessGraph;
  readonly targets: ReadonlyMap<ElementInstance, Node>;
}

/**
 * Moves an instance. Message boundary events are closed and those of the target opened. Returns the element and the message when an
 * expression of theirs fails: the caller takes everything back.
 */
export function migrate(
  engine: Engine,
  instance: Instance,
  migration: Migration,
): { readonly element: ElementInstance; readonly from: Node; readonly message: string } | undefined {
  const { state } = engine;
  const before = instance.graph;
  moveInstance(state, instance, migration);
  for (const [element, node] of migration.targets) {
    const from = element.node;
    moveElement(state, element, node, before);
    if (from.boundary.length === 0 && node.boundary.length === 0) continue;
    if (element.state !== 'ACTIVATED') continue;
    closeSubscriptions(engine, element, (waiting) => waiting?.kind !== 'startEvent');
    const prepared = prepare(engine, element, node.boundary);
    if (!prepared.ok) return { element, from, message: prepared.failure.message };
    open(engine, element, prepared.value);
  }
  return undefined;
}

function moveInstance(state: State, instance: Instance, { definition, graph }: Migration): void {
  const { definition: before, graph: beforeGraph } = instance;
  const count = (one: Definition, by: 1 | -1): void => {
    state.running.set(one.key, (state.running.get(one.key) ?? 0) + by);
  };
  const set = (to: Definition, toGraph: ProcessGraph): void => {
    count(instance.definition, -1);
    Object.assign(instance, { definition: to, graph: toGraph });
    count(to, 1);
  };
  touch(state, instance);
  set(definition, graph);
  state.undo.push(() => set(before, beforeGraph));
}

/** Nodes and flows by the number they have in the new graph, where they have the same id there. */
function moveElement(state: State, element: ElementInstance, node: Node, before: ProcessGraph): void {
  const { graph, definition } = element.instance;
  const same = (index: NodeId | undefined): NodeId | undefined =>
    index === undefined ? undefined : graph.byId.get(before.nodes[index]?.id ?? '');
  const flows = [...(element.tokens ?? [])].flatMap(([index, count]): [number, number][] => {
    const flow = graph.flows.find(({ id }) => id === before.flows[index]?.id);
    return flow ? [[flow.index, count]] : [];
  });
  setElement(state, element, {
    node,
    interruptedBy: same(element.interruptedBy),
    tokens: element.tokens && new Map(flows),
    moved: true,
  });
  const place = { processDefinitionKey: definition.key, elementId: node.id, moved: true };
  const job = element.jobKey === undefined ? undefined : state.jobs.get(element.jobKey);
  if (job) change(state, 'jobs', job, place);
  for (const incident of state.incidentsOf.get(element.key) ?? [])
    change(state, 'incidents', incident, place);
  // event sub-processes inside keep waiting under their ids
  const here = { processDefinitionKey: definition.key, moved: true };
  for (const timer of state.timersOf.get(element.key) ?? []) change(state, 'timers', timer, here);
  for (const one of state.subscriptionsOf.get(element.key) ?? []) change(state, 'subscriptions', one, here);
  for (const one of state.signalSubscriptionsOf.get(element.key) ?? []) {
    change(state, 'signalSubscriptions', one, here);
  }
}
