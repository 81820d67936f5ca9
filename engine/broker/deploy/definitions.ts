/** Process definitions in memory: versions, message, signal and timer starts of the latest one, graphs compiled on first use. */
import type { Definition, Key } from '../state/model.ts';
import { insertInto, type MessageStart, type SignalStart, type State } from '../state/state.ts';
import type { EventDefinition, NodeId, ProcessGraph } from './graph.ts';
import { parseBpmn } from './index.ts';

/** The graph of a definition; throws when its stored resource cannot be read any more. */
export function compiled(definition: Definition): ProcessGraph {
  if (definition.graph) return definition.graph;
  const parsed = parseBpmn(definition.resourceName, definition.resource);
  if (!parsed.ok) throw new Error(`stored resource of process ${definition.key}: ${parsed.message}`);
  const graph = parsed.processes.find(({ bpmnProcessId }) => bpmnProcessId === definition.bpmnProcessId);
  if (!graph)
    throw new Error(`stored resource of process ${definition.key} lacks ${definition.bpmnProcessId}`);
  definition.graph = graph;
  return graph;
}

export const latestOf = (state: State, bpmnProcessId: string): Definition | undefined =>
  state.versions.get(bpmnProcessId)?.at(-1);

export interface EventStart {
  readonly node: NodeId;
  readonly id: string;
  readonly event: EventDefinition;
}

/** Start events of a process that something triggers. */
export function eventStartsOf(graph: ProcessGraph): readonly EventStart[] {
  return graph.nodes[0].eventStarts.flatMap((index) => {
    const node = graph.nodes[index];
    return node?.kind === 'startEvent' ? [{ node: index, id: node.id, event: node.event }] : [];
  });
}

function messageStartsOf(definition: Definition): MessageStart[] {
  return eventStartsOf(compiled(definition)).flatMap(({ node, event }) =>
    event.type === 'message' ? [{ definition, node, messageName: event.name.text ?? '' }] : [],
  );
}

function signalStartsOf(definition: Definition): SignalStart[] {
  return eventStartsOf(compiled(definition)).flatMap(({ node, event }) =>
    event.type === 'signal' ? [{ definition, node, signalName: event.name.text ?? '' }] : [],
  );
}

type Starts<T> = Map<string, T[]>;

function closeStarts<T extends { readonly definition: Definition }>(
  starts: Starts<T>,
  bpmnProcessId: string,
): void {
  for (const [name, list] of [...starts]) {
    const left = list.filter(({ definition }) => definition.bpmnProcessId !== bpmnProcessId);
    if (left.length > 0) starts.set(name, left);
    else starts.delete(name);
  }
}

function openStart<T>(starts: Starts<T>, name: string, start: T): void {
  starts.set(name, [...(starts.get(name) ?? []), start]);
}

/** How to make a map what it is now. */
function memory<T>(map: Starts<T>): () => void {
  const before = new Map(map);
  return () => {
    map.clear();
    for (const [name, starts] of before) map.set(name, starts);
  };
}

/** Listens for the start messages and signals of the latest version and of no other; returns how to go back. */
export function listenToLatest(state: State, bpmnProcessId: string): () => void {
  const { messageStarts, signalStarts } = state;
  const undo = [memory(messageStarts), memory(signalStarts)];
  closeStarts(messageStarts, bpmnProcessId);
  closeStarts(signalStarts, bpmnProcessId);
  const latest = latestOf(state, bpmnProcessId);
  if (latest) {
    for (const start of messageStartsOf(latest)) openStart(messageStarts, start.messageName, start);
    for (const start of signalStartsOf(latest)) openStart(signalStarts, start.signalName, start);
  }
  return () => {
    for (const takeBack of undo) takeBack();
  };
}

/** Enters a definition; it becomes the latest version when it has the highest number. Returns how to take it back. */
export function enterDefinition(state: State, definition: Definition): () => void {
  const { key, bpmnProcessId, version } = definition;
  const highest = state.highestVersion.get(bpmnProcessId) ?? 0;
  state.definitions.set(key, definition);
  insertInto(state.versions, bpmnProcessId, definition, (one) => one.version);
  state.highestVersion.set(bpmnProcessId, Math.max(highest, version));
  return () => {
    leaveDefinition(state, key);
    state.highestVersion.set(bpmnProcessId, highest);
  };
}

/** Removes a definition from memory; returns how to take it back. */
export function leaveDefinition(state: State, key: Key): () => void {
  const definition = state.definitions.get(key);
  if (!definition) return () => undefined;
  const versions = state.versions.get(definition.bpmnProcessId) ?? [];
  const left = versions.filter((one) => one !== definition);
  state.definitions.delete(key);
  if (left.length > 0) state.versions.set(definition.bpmnProcessId, left);
  else state.versions.delete(definition.bpmnProcessId);
  return () => {
    state.definitions.set(key, definition);
    state.versions.set(definition.bpmnProcessId, versions);
  };
}
