/** Activating chosen elements of an instance, their flow scopes on the way: start instructions and modifications (zeebe.md 3.20). */
import type { NodeId, ProcessGraph } from '../deploy/graph.ts';
import { addFlows, createElement, setElement } from '../state/elements.ts';
import type { Document, ElementInstance } from '../state/model.ts';
import { newKey } from '../state/state.ts';
import { mergeLocal } from '../state/variables.ts';
import { waitingStarts } from './elements/start-event.ts';
import type { Engine } from './engine.ts';
import { open, prepare } from './subscriptions.ts';
import { activateDirectly, activated } from './transitions.ts';

export interface Activation {
  readonly node: NodeId;
  /** Scope to activate in; without it the only running instance of each flow scope is taken, or a new one. */
  readonly ancestor?: ElementInstance;
  /** Variables by the node in whose scope they are set. */
  readonly variables: readonly { readonly scope: NodeId; readonly document: Document }[];
}

/** The flow scopes that now hold the element, outermost first; or why it cannot be activated. */
type ActivationResult =
  | { readonly ok: true; readonly scopes: readonly ElementInstance[] }
  | { readonly ok: false; readonly reason: 'ambiguous' | 'multi-instance'; readonly node: NodeId }
  | { readonly ok: false; readonly reason: 'subscription'; readonly message: string };

/** The nodes around one, outermost first; none for the process. */
export function flowScopes(graph: ProcessGraph, node: NodeId): NodeId[] {
  const scopes: NodeId[] = [];
  for (let at = graph.nodes[node]?.scope ?? -1; at >= 0; at = graph.nodes[at]?.scope ?? -1) scopes.push(at);
  return scopes.reverse();
}

/** Opens the boundary events and event sub-processes of a scope that no start event begins; the message when that fails. */
export function openScope(engine: Engine, scope: ElementInstance): string | undefined {
  const prepared = prepare(engine, scope, [...scope.node.boundary, ...waitingStarts(scope)]);
  if (!prepared.ok) {
    return `Expected to subscribe to catch event(s) of '${scope.node.id}' but ${prepared.failure.message}`;
  }
  open(engine, scope, prepared.value);
  return undefined;
}

/** Activates one element of an instance. After a failure the caller takes everything back. */
export function activateElement(
  engine: Engine,
  root: ElementInstance,
  activation: Activation,
): ActivationResult {
  const { graph } = root.instance;
  const { state } = engine;
  const setVariables = (element: ElementInstance): void => {
    for (const { scope, document } of activation.variables) {
      if (scope === element.node.index) mergeLocal(state, element, document);
    }
  };
  setVariables(root);
  const scopes = [root];
  let parent = root;
  for (const node of flowScopes(graph, activation.node).slice(1)) {
    const found = existing(parent, node, activation.ancestor);
    if (found === 'ambiguous') return { ok: false, reason: found, node };
    if (!found && graph.nodes[graph.nodes[node]?.scope ?? -1]?.kind === 'multiInstanceBody') {
      return { ok: false, reason: 'multi-instance', node };
    }
    const scope = found ?? newScope(engine, parent, node);
    setVariables(scope);
    if (!found) {
      const message = openScope(engine, scope);
      if (message !== undefined) return { ok: false, reason: 'subscription', message };
      activated(engine, scope);
    }
    scopes.push(scope);
    parent = scope;
  }
  for (const scope of scopes) {
    if (scope.interruptedBy !== undefined) setElement(state, scope, { interruptedBy: undefined });
  }
  const own = activation.variables.filter(({ scope }) => scope === activation.node);
  activateDirectly(engine, parent, targetOf(graph, activation.node), merged(own));
  return { ok: true, scopes };
}

/** The process itself begins once more at its none start event. */
function targetOf(graph: ProcessGraph, node: NodeId): NodeId {
  return node === 0 ? (graph.nodes[0].noneStart ?? node) : node;
}

function merged(variables: Activation['variables']): Document | undefined {
  return variables.length === 0 ? undefined : new Map(variables.flatMap(({ document }) => [...document]));
}

/** The running instance of a flow scope: the ancestor's own line down to it, new below it. */
function existing(
  parent: ElementInstance,
  node: NodeId,
  ancestor: ElementInstance | undefined,
): ElementInstance | 'ambiguous' | undefined {
  if (ancestor) {
    for (let at: ElementInstance | undefined = ancestor; at; at = at.parent) {
      if (at.node.index === node) return at;
    }
    return undefined;
  }
  const found: ElementInstance[] = [];
  for (const element of parent.instance.elements.values()) {
    if (element.parent !== parent || element.node.index !== node) continue;
    if (element.state !== 'TERMINATING') found.push(element);
  }
  return found.length > 1 ? 'ambiguous' : found[0];
}

function newScope({ state }: Engine, parent: ElementInstance, index: NodeId): ElementInstance {
  const { instance } = parent;
  const node = instance.graph.nodes[index] as ElementInstance['node'];
  // as in Zeebe, it takes the place of a token that waits at a join
  if (parent.activeFlows > 0) addFlows(state, parent, -1);
  return createElement(state, newKey(state), instance, node, parent);
}
