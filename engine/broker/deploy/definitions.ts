/** Process definitions in memory: versions, message and timer starts of the latest one, graphs compiled on first use. */
import type { Definition, Key } from '../state/model.ts';
import { insertInto, type MessageStart, type State } from '../state/state.ts';
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

/** Message and timer start events of a process. */
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

function closeMessageStarts(state: State, bpmnProcessId: string): void {
  for (const [name, starts] of [...state.messageStarts]) {
    const left = starts.filter(({ definition }) => definition.bpmnProcessId !== bpmnProcessId);
    if (left.length > 0) state.messageStarts.set(name, left);
    else state.messageStarts.delete(name);
  }
}

function openMessageStarts(state: State, definition: Definition): void {
  for (const start of messageStartsOf(definition)) {
    const starts = state.messageStarts.get(start.messageName) ?? [];
    state.messageStarts.set(start.messageName, [...starts, start]);
  }
}

/** Listens for the start messages of the latest version and of no other; returns how to go back. */
export function listenToLatest(state: State, bpmnProcessId: string): () => void {
  const before = new Map(state.messageStarts);
  closeMessageStarts(state, bpmnProcessId);
  const latest = latestOf(state, bpmnProcessId);
  if (latest) openMessageStarts(state, latest);
  return () => {
    state.messageStarts.clear();
    for (const [name, starts] of before) state.messageStarts.set(name, starts);
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
