/** Who catches an error or an escalation: the search from the thrower outwards (zeebe.md 3.7, 3.8). */
import type { BoundaryEventNode, StartEventNode } from '../deploy/graph.ts';
import type { ElementInstance } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { callerOf } from './call.ts';
import { accepts } from './trigger.ts';

type CatchingNode = BoundaryEventNode | StartEventNode;
interface Catcher {
  readonly owner: ElementInstance;
  readonly node: CatchingNode;
}
type Thrown = 'error' | 'escalation';

/** What an element listens for with its event sub-processes and its boundary events. */
function listeners(element: ElementInstance): { starts: CatchingNode[]; boundary: CatchingNode[] } {
  const { nodes } = element.instance.graph;
  const starts = element.node.eventSubProcesses.flatMap((index) => {
    const node = nodes[index];
    const start = node?.kind === 'eventSubProcess' ? nodes[node.start] : undefined;
    return start?.kind === 'startEvent' ? [start] : [];
  });
  const boundary = element.node.boundary.flatMap((index) => {
    const node = nodes[index];
    return node?.kind === 'boundaryEvent' ? [node] : [];
  });
  return { starts, boundary };
}

/** `undefined` for what catches nothing of the kind, `null` for what catches all of it. */
function caughtCode(node: CatchingNode, kind: Thrown): string | null | undefined {
  if (node.event.type !== kind) return undefined;
  return node.event.code ? (node.event.code.text ?? null) : null;
}

export interface Search {
  readonly catcher?: Catcher;
  /** Codes that would have been caught, nearest first, where nothing catches this one. */
  readonly available: readonly string[];
}

/**
 * Looks at the thrower, each scope around it, then at the call activity of a called instance and on. In one element a fitting code comes
 * before what catches all, and an event sub-process before a boundary event.
 */
export function findCatcher(state: State, from: ElementInstance, kind: Thrown, code: string): Search {
  const available: string[] = [];
  for (let owner: ElementInstance | undefined = from; owner; owner = owner.parent ?? callerOf(state, owner)) {
    // an error does not pass a scope that is interrupted, nor leave a task whose listeners run: only the caller of the instance hears of it
    const isClosed =
      owner.interruptedBy !== undefined || (owner.state !== 'ACTIVATED' && owner.node.kind !== 'endEvent');
    if (kind === 'error' && isClosed) {
      while (owner.parent) owner = owner.parent;
      continue;
    }
    const at = owner;
    // an escalation ends at the event that fits, even if that takes no trigger any more
    const open = (node: CatchingNode): boolean =>
      caughtCode(node, kind) !== undefined && (kind === 'escalation' || accepts(at, node));
    const { starts, boundary } = listeners(at);
    const candidates = [...starts, ...boundary].filter(open);
    const node =
      candidates.find((one) => caughtCode(one, kind) === code) ??
      candidates.find((one) => caughtCode(one, kind) === null);
    if (node) return { catcher: { owner: at, node }, available: [] };
    for (const one of [...boundary, ...starts].filter(open)) {
      const caught = caughtCode(one, kind);
      if (caught) available.push(caught);
    }
  }
  return { available };
}
