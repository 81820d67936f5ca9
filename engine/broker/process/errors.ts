/** Finding who catches an error, from the thrower outwards (zeebe.md 3.7). */
import type { Node, NodeId, ProcessGraph } from '../deploy/graph.ts';
import type { Document, ElementInstance, Failure } from '../state/model.ts';
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

/** Boundary events of the thrower, event sub-processes beside it, then the same for each scope outwards. */
function* candidates(from: ElementInstance): Generator<Candidates> {
  const { graph } = from.instance;
  for (let element = from; ; ) {
    yield { owner: element, nodes: element.node.boundary.map((index) => graph.nodes[index] as Node) };
    const scope: ElementInstance | undefined = element.parent;
    if (!scope) return;
    yield { owner: scope, nodes: startsOf(graph, scope.node.eventSubProcesses) };
    element = scope;
  }
}

/** `undefined` for what catches no errors, `null` for what catches all. */
function caughtCode(node: Node): string | null | undefined {
  if (!('event' in node) || node.event.type !== 'error') return undefined;
  return node.event.code?.text || null;
}

function findCatcher(from: ElementInstance, code: string): Catcher | readonly string[] {
  const available: string[] = [];
  for (const { owner, nodes } of candidates(from)) {
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
  const found = findCatcher(from, error.code);
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
