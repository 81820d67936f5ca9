/** Refuses cycles that run round without ever waiting (zeebe.md 3.19). */
import type { Node, ProcessGraph } from './graph.ts';

/** Elements in whose cycle Zeebe sees an endless loop. */
const STARTS = new Set<Node['kind']>(['task', 'manualTask', 'intermediateThrowEvent']);
/** Elements that a token leaves without waiting. */
const PASSED = new Set<Node['kind']>([
  'task',
  'manualTask',
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'startEvent',
  'endEvent',
  'subProcess',
  'intermediateThrowEvent',
]);

const targets = (graph: ProcessGraph, node: Node): Node[] =>
  node.outgoing.flatMap(({ target }) => graph.nodes[target] ?? []);

/** Where a token goes next: into a sub-process, along the flows, or out of a sub-process that ends here. */
function nextNodes(graph: ProcessGraph, node: Node): Node[] {
  if (node.kind === 'subProcess') {
    const start = graph.nodes[node.start];
    return start ? [start] : [];
  }
  const next = targets(graph, node);
  if (next.length > 0) return next;
  const scope = graph.nodes[node.scope];
  return scope?.kind === 'subProcess' ? targets(graph, scope) : [];
}

function cycleFrom(graph: ProcessGraph, start: Node): Node[] | undefined {
  const seen = new Set<Node>();
  const stack: { node: Node; path: Node[] }[] = [{ node: start, path: [start] }];
  for (let at = stack.pop(); at; at = stack.pop()) {
    for (const next of nextNodes(graph, at.node).toReversed()) {
      if (next === start) return [...at.path, start];
      if (!PASSED.has(next.kind) || seen.has(next)) continue;
      seen.add(next);
      stack.push({ node: next, path: [...at.path, next] });
    }
  }
  return undefined;
}

/** Zeebe's text for the first such loop of a process; undefined when there is none. */
export function straightThroughLoop(graph: ProcessGraph): string | undefined {
  for (const node of graph.nodes) {
    if (!STARTS.has(node.kind)) continue;
    const cycle = cycleFrom(graph, node);
    if (!cycle) continue;
    const path = cycle.map(({ id }) => id).join(' > ');
    return `- Process: ${graph.bpmnProcessId}\n    - ERROR: Processes are not allowed to contain a straight-through processing loop: ${path}\n`;
  }
  return undefined;
}
