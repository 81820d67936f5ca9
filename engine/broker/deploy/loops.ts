/** Refuses cycles that run round without ever waiting (zeebe.md 3.19). */
import type { Node, ProcessGraph } from './graph.ts';

/** Elements from which Zeebe looks for an endless loop. */
const STARTS = new Set<Node['kind']>(['task', 'manualTask', 'intermediateThrowEvent', 'callActivity']);
/** Elements that a token leaves without waiting. */
const PASSED = new Set<Node['kind']>([
  ...STARTS,
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'startEvent',
  'endEvent',
  'subProcess',
]);

/** A node and the process it belongs to: the search goes into called processes of the same file. */
interface Place {
  readonly graph: ProcessGraph;
  readonly node: Node;
}
type Graphs = ReadonlyMap<string, ProcessGraph>;

const at = (graph: ProcessGraph, index: number | undefined): Place[] => {
  const node = index === undefined ? undefined : graph.nodes[index];
  return node ? [{ graph, node }] : [];
};
const targets = ({ graph, node }: Place): Place[] => node.outgoing.flatMap(({ target }) => at(graph, target));

/** What a token meets: in a multi-instance task or call activity the activity itself; a multi-instance sub-process stays closed. */
function inside({ graph, node }: Place): Node {
  if (node.kind !== 'multiInstanceBody') return node;
  const inner = graph.nodes[node.inner];
  return inner && STARTS.has(inner.kind) ? inner : node;
}

/** Where a token goes next: into a sub-process or a called process, along the flows, or out of a sub-process that ends here. */
function nextPlaces(graphs: Graphs, place: Place): Place[] {
  const { graph } = place;
  const node = inside(place);
  if (node.kind === 'callActivity') {
    const called = graphs.get(node.processId.text ?? '');
    return called ? at(called, called.nodes[0].noneStart) : [];
  }
  if (node.kind === 'subProcess') return at(graph, node.start);
  const next = targets(place);
  if (next.length > 0) return next;
  const scope = graph.nodes[node.scope];
  return scope?.kind === 'subProcess' ? targets({ graph, node: scope }) : [];
}

/**
 * The first cycle on the way from a node, its first element again at the end; depth first, in the order of the flows. `seen` are nodes
 * from which no cycle was found before: none can be found there now.
 */
function cycleFrom(graphs: Graphs, start: Place, seen: Set<Node>): Node[] | undefined {
  if (seen.has(start.node)) return undefined;
  seen.add(start.node);
  const path = [start.node];
  const onPath = new Set(path);
  const left = [nextPlaces(graphs, start)];
  for (let open = left.at(-1); open; open = left.at(-1)) {
    const next = open.shift();
    if (!next) {
      left.pop();
      onPath.delete(path.pop() as Node);
    } else if (onPath.has(next.node)) {
      return [...path.slice(path.indexOf(next.node)), next.node];
    } else if (PASSED.has(inside(next).kind) && !seen.has(next.node)) {
      seen.add(next.node);
      path.push(next.node);
      onPath.add(next.node);
      left.push(nextPlaces(graphs, next));
    }
  }
  return undefined;
}

/** Zeebe's text for the first such loop of each process of a file; empty when there is none. */
export function straightThroughLoops(processes: readonly ProcessGraph[]): string {
  const graphs: Graphs = new Map(processes.map((graph) => [graph.bpmnProcessId, graph]));
  return processes
    .flatMap((graph) => {
      const seen = new Set<Node>();
      for (const start of startsOf(graph)) {
        const cycle = cycleFrom(graphs, start, seen);
        if (cycle) return loopText(graph, cycle);
      }
      return [];
    })
    .join('');
}

/** By id: near enough to Zeebe's order, which is that of a hash map. */
const startsOf = (graph: ProcessGraph): Place[] =>
  graph.nodes
    .filter((node) => STARTS.has(inside({ graph, node }).kind))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((node) => ({ graph, node }));

const loopText = ({ bpmnProcessId }: ProcessGraph, cycle: readonly Node[]): string => {
  const path = cycle.map(({ id }) => id).join(' > ');
  return `- Process: ${bpmnProcessId}\n    - ERROR: Processes are not allowed to contain a straight-through processing loop: ${path}\n`;
};
