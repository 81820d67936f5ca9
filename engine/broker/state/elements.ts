/** Creating, changing and removing element instances and process instances in memory. */
import type { Node } from '../deploy/graph.ts';
import { newPath, noteEnd } from './history.ts';
import type { Definition, ElementInstance, Instance, Key } from './model.ts';
import { change, markChanged, type State } from './state.ts';

/** Notes that the running batch needs this instance, so that it stays in memory until the batch is committed. */
export function touch(state: State, instance: Instance): void {
  instance.batch = state.batch;
}

/** Counts an instance at the one that called it, which has to be in memory as long as this one is. */
function countCall(state: State, key: Key, by: 1 | -1): void {
  const call = state.calls.get(key);
  const caller = call && state.instances.get(call.callerInstanceKey);
  if (caller) caller.warmCalls += by;
}

/** Puts an instance with its elements into memory; the one that called it must be there. */
export function enterInstance(state: State, instance: Instance): void {
  state.instances.set(instance.key, instance);
  countCall(state, instance.key, 1);
  for (const [key, element] of instance.elements) state.elements.set(key, element);
}

/** Takes an instance out of memory; its rows stay. */
export function leaveInstance(state: State, instance: Instance): void {
  state.instances.delete(instance.key);
  countCall(state, instance.key, -1);
  for (const element of instance.elements.values()) {
    state.elements.delete(element.key);
    const job = element.jobKey === undefined ? undefined : state.jobs.get(element.jobKey);
    if (job) job.headers = undefined;
  }
}

function count(state: State, definition: Definition, by: 1 | -1): void {
  state.running.set(definition.key, (state.running.get(definition.key) ?? 0) + by);
}

/** A new, empty process instance; its process element comes with `createElement`. */
export function createInstance(state: State, key: Key, definition: Definition): Instance {
  if (!definition.graph) throw new Error(`process ${definition.bpmnProcessId} is not compiled`);
  const instance: Instance = {
    key,
    definition,
    graph: definition.graph,
    elements: new Map(),
    batch: state.batch,
    warmCalls: 0,
    path: state.history && newPath(),
  };
  state.instances.set(key, instance);
  count(state, definition, 1);
  countCall(state, key, 1);
  state.undo.push(() => {
    state.instances.delete(key);
    count(state, definition, -1);
    countCall(state, key, -1);
  });
  return instance;
}

export function newElement(
  key: Key,
  instance: Instance,
  node: Node,
  parent: ElementInstance | undefined,
): ElementInstance {
  return {
    key,
    instance,
    node,
    parent,
    state: 'ACTIVATING',
    children: 0,
    activeFlows: 0,
    tokens: undefined,
    interruptedBy: undefined,
    whenEmpty: undefined,
    whenTerminated: undefined,
    loop: undefined,
    compensation: undefined,
    listener: undefined,
    variables: undefined,
    dirtyVariables: undefined,
    variablesPersisted: false,
    jobKey: undefined,
    persisted: false,
    removed: false,
  };
}

/** A new element instance, ACTIVATING, counted as a child of its scope. */
export function createElement(
  state: State,
  key: Key,
  instance: Instance,
  node: Node,
  parent: ElementInstance | undefined,
): ElementInstance {
  const element = newElement(key, instance, node, parent);
  instance.elements.set(key, element);
  state.elements.set(key, element);
  if (parent) parent.children++;
  touch(state, instance);
  state.undo.push(() => {
    element.removed = true;
    instance.elements.delete(key);
    state.elements.delete(key);
    if (parent) parent.children--;
  });
  markChanged(state, 'elements', element);
  return element;
}

export function setElement(state: State, element: ElementInstance, patch: Partial<ElementInstance>): void {
  touch(state, element.instance);
  change(state, 'elements', element, patch);
}

/** Adds to the number of flows under way in a scope. */
export function addFlows(state: State, scope: ElementInstance, count: number): void {
  setElement(state, scope, { activeFlows: scope.activeFlows + count });
}

/** Removes an element instance that has completed or terminated; the process takes its instance with it. */
export function removeElement(state: State, element: ElementInstance, terminated = false): void {
  const { instance, parent } = element;
  touch(state, instance);
  if (state.history && instance.path) {
    const parentKey = parent ? undefined : state.calls.get(instance.key)?.callerInstanceKey;
    state.undo.push(noteEnd(state.history, instance.path, element, terminated, parentKey));
  }
  element.removed = true;
  instance.elements.delete(element.key);
  state.elements.delete(element.key);
  if (parent) parent.children--;
  else {
    state.instances.delete(instance.key);
    state.ended.set(instance.key, state.batch);
    count(state, instance.definition, -1);
    countCall(state, instance.key, -1);
  }
  state.undo.push(() => {
    element.removed = false;
    instance.elements.set(element.key, element);
    state.elements.set(element.key, element);
    if (parent) parent.children++;
    else {
      state.instances.set(instance.key, instance);
      state.ended.delete(instance.key);
      count(state, instance.definition, 1);
      countCall(state, instance.key, 1);
    }
  });
  markChanged(state, 'elements', element);
}

/** Active children of a scope, oldest first. */
export function childrenOf(scope: ElementInstance): ElementInstance[] {
  if (scope.children === 0) return [];
  const children = [...scope.instance.elements.values()].filter((element) => element.parent === scope);
  return children.sort((a, b) => a.key - b.key);
}
