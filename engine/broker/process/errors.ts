/** Finding who catches an error, from the thrower outwards (zeebe.md 3.7). */
import type { Node, NodeId, ProcessGraph } from '../deploy/graph.ts';
import type { Document, ElementInstance, Failure } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { callerOf } from './call.ts';
import type { Engine } from './engine.ts';
import { accepts, trigger } from './trigger.ts';

interface Catcher {
  readonly owner: ElementInstance;
  readonly node: Node;
}
interface Candidates {
  readonly owner: ElementInstance;
  readonly nodes: readonly Node[];
}

const startsOf = (graph: ProcessGraph, eventSubProcesses: readonly NodeId[]): Node[] =>
  eventSubProcesses.flatMap((index) => {
    const node = graph.nodes[index];
    const start = node?.kind === 'eventSubProcess' ? graph.nodes[node.start] : undefined;
    return start ? [start] : [];
  });

/** Boundary events of the thrower, event sub-processes beside it, then the same for each scope outwards, at last in the calling instance. */
function* candidates(state: State, from: ElementInstance): Generator<Candidates> {
  for (let element = from; ; ) {
    const { graph } = element.instance;
    yield { owner: element, nodes: element.node.boundary.map((index) => graph.nodes[index] as Node) };
    const scope: ElementInstance | undefined = element.parent;
    if (scope) yield { owner: scope, nodes: startsOf(graph, scope.node.eventSubProcesses) };
    const outer = scope ?? callerOf(state, element);
    if (!outer) return;
    element = outer;
  }
}

/** `undefined` for what catches no errors, `null` for what catches all. */
function caughtCode(node: Node): string | null | undefined {
  if (!('event' in node) || node.event.type !== 'error') return undefined;
  return node.event.code?.text || null;
}

function findCatcher(state: State, from: ElementInstance, code: string): Catcher | readonly string[] {
  const available: string[] = [];
  for (const { owner, nodes } of candidates(state, from)) {
    const open = nodes.filter((node) => caughtCode(node) !== undefined && accepts(owner, node));
    const node = open.find((one) => caughtCode(one) === code) ?? open.find((one) => caughtCode(one) === null);
    if (node) return { owner, node };
    for (const one of open) {
      const caught = caughtCode(one);
      if (caught) available.push(caught);
    }
  }
  return available;
}

/** Throws an error from an element; the failure for an incident when nobody catches it. */
export function throwError(
  engine: Engine,
  from: ElementInstance,
  error: { readonly code: string; readonly message: string; readonly variables: Document },
): Failure | undefined {
  const found = findCatcher(engine.state, from, error.code);
  if ('owner' in found) {
    trigger(engine, found.owner, found.node, error.variables);
    return undefined;
  }
  const withMessage = error.message ? ` with message '${error.message}'` : '';
  const available =
    found.length > 0
      ? `Available error events are [${found.join(', ')}]`
      : 'No error events are available in the scope.';
  return {
    type: 'UNHANDLED_ERROR_EVENT',
    message: `Expected to throw an error event with the code '${error.code}'${withMessage}, but it was not caught. ${available}`,
  };
}
