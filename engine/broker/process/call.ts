/** Process instances created by call activities: how they begin, and what their end means to the caller (zeebe.md 3.14). */
import { compiled } from '../deploy/definitions.ts';
import { createElement, createInstance, setElement } from '../state/elements.ts';
import type { CalledInstance, Definition, Document, ElementInstance } from '../state/model.ts';
import { add, fresh } from '../state/rows.ts';
import { newKey, type State } from '../state/state.ts';
import { mergeLocal } from '../state/variables.ts';
import type { Engine } from './engine.ts';
import { failed, type Result, success } from './evaluate.ts';
import { activate } from './transitions.ts';

/** Bounds that Zeebe does not have: a process that calls itself for ever stops with an incident. */
export interface CallLimits {
  /** Calls inside calls, counted from the root instance. */
  readonly depth: number;
  /** Running called instances below one root instance. */
  readonly instances: number;
}
export const defaultCallLimits: CallLimits = { depth: 1_000, instances: 100_000 };

/** The call activity that has created a process instance; it is in memory as long as the instance is. */
export function callerOf(state: State, root: ElementInstance): ElementInstance | undefined {
  const call = state.calls.get(root.key);
  return call && state.elements.get(call.callerKey);
}

/** Whether an element may call one more instance. */
export function checkLimits(engine: Engine, caller: ElementInstance): Result<undefined> {
  const { calls, callsUnder } = engine.state;
  const outer = calls.get(caller.instance.key);
  const { depth, instances } = engine.callLimits;
  const refuse = (what: string): Result<never> =>
    failed(
      `Expected to call a process from element '${caller.node.id}', but ${what}. A process probably calls itself without end: cancel the root process instance '${outer?.rootKey ?? caller.instance.key}', or raise the limit and resolve the incident.`,
      'CALLED_ELEMENT_ERROR',
    );
  if ((outer?.depth ?? 0) >= depth) return refuse(`its instance is already ${depth} calls deep`);
  const running = callsUnder.get(outer?.rootKey ?? caller.instance.key) ?? 0;
  return running < instances
    ? success(undefined)
    : refuse(`its root process instance has already ${instances} running called instances`);
}

/** Creates the called instance; it begins with a step of its own. */
export function startCalledInstance(
  engine: Engine,
  caller: ElementInstance,
  definition: Definition,
  variables: Document,
): void {
  const { state } = engine;
  const outer = state.calls.get(caller.instance.key);
  const key = newKey(state);
  const call: CalledInstance = {
    ...fresh,
    key,
    callerKey: caller.key,
    callerInstanceKey: caller.instance.key,
    rootKey: outer?.rootKey ?? caller.instance.key,
    depth: (outer?.depth ?? 0) + 1,
  };
  add(state, 'calls', call);
  const graph = compiled(definition);
  const instance = createInstance(state, key, definition);
  const root = createElement(state, key, instance, graph.nodes[0], undefined);
  mergeLocal(state, root, variables);
  engine.steps.push({ type: 'begin', element: key });
}

/** The first step of a called instance. */
export function beginCalled(engine: Engine, root: ElementInstance): void {
  const { node } = root;
  if (root.state !== 'ACTIVATING' || node.kind !== 'process' || node.noneStart === undefined) return;
  setElement(engine.state, root, { state: 'ACTIVATED' });
  activate(engine, root, node.noneStart);
}

/** Results that a completing instance gives its caller; undefined when nobody wants them. */
export function resultsOf(caller: ElementInstance, root: ElementInstance): Document | undefined {
  const { node } = caller;
  if (node.kind !== 'callActivity') return undefined;
  return node.propagateAllChildVariables || node.ioOut ? new Map(root.variables) : undefined;
}
