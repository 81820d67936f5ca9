/** What each kind of element does; a new element is a new file in elements/ and a line in elements/index.ts. */
import type { NodeId, NodeKind, NodeOf } from '../deploy/graph.ts';
import type { Document, ElementInstance, Failure } from '../state/model.ts';
import type { Engine } from './engine.ts';

export interface Behaviour<K extends NodeKind> {
  /**
   * The element is ACTIVATING. A failure becomes an incident and leaves it there; resolving it calls this again. `variables` are the
   * trigger's; all but event sub-processes find them in their own scope already.
   */
  activate(
    engine: Engine,
    element: ElementInstance,
    node: NodeOf<K>,
    variables: Document | undefined,
  ): Failure | undefined;
  /**
   * The element is COMPLETING; as above. `variables` are those of the job, message or script, absent on a retry; `event` is what an
   * event-based gateway waited for.
   */
  complete(
    engine: Engine,
    element: ElementInstance,
    node: NodeOf<K>,
    variables: Document | undefined,
    event?: NodeId,
  ): Failure | undefined;
}

export type Behaviours = { readonly [K in NodeKind]: Behaviour<K> };
