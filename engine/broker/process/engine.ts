/** What element behaviours and commands work with: the state, the time, the steps still to do, and what to do after the commit. */
import type { NodeId } from '../deploy/graph.ts';
import type { Document, ElementInstance, Key, Step } from '../state/model.ts';
import type { State } from '../state/state.ts';
import type { CallLimits } from './call.ts';
import type { Scope } from './evaluate.ts';

export type DueKind = 'timer' | 'job' | 'message';

export interface Engine {
  readonly state: State;
  readonly callLimits: CallLimits;
  /** Epoch ms by the broker's clock. */
  now(): number;
  /** Steps of the current command, first in first out (zeebe.md 3.3: breadth first). */
  steps: Step[];
  /** Activates a node as part of the current step, before anything queued, if its scope still runs. */
  enter(scope: ElementInstance, node: NodeId, variables?: Document): void;
  /** Wakes the broker at that time for a timer, job or message; what is out of date by then is ignored. */
  wakeAt(due: number, kind: DueKind, key: Key): void;
  /** A process instance has completed; called while its variables are still there. */
  completed(root: ElementInstance): void;
}

export const scopeOf = (engine: Engine, element: ElementInstance | undefined): Scope => ({
  element,
  now: engine.now(),
});
