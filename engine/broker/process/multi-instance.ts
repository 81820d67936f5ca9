/** The loop of a multi-instance activity: its items, the variables of each inner instance, results, the end (zeebe.md 3.13). */
import type { MultiInstanceBodyNode } from '../deploy/graph.ts';
import { asList, type FeelValue, toJson } from '../feel/index.ts';
import { removeElement, setElement } from '../state/elements.ts';
import type { Document, ElementInstance, Failure, Loop } from '../state/model.ts';
import { lookUp, mergeLocal } from '../state/variables.ts';
import { completedForCompensation } from './compensation.ts';
import type { Engine } from './engine.ts';
import { scopeOf } from './engine.ts';
import { evaluate, evaluateCondition, type Result, success, wrongType } from './evaluate.ts';
import { listLength, storedType, withItem } from './list-text.ts';
import { activate, closeScope, complete, interrupt } from './transitions.ts';

const begun: Loop = { counter: 0, completed: 0 };
const loopOf = (element: ElementInstance): Loop => element.loop ?? begun;

interface Body {
  readonly body: ElementInstance;
  readonly node: MultiInstanceBodyNode;
}

/** The body that an inner instance belongs to; undefined for every other element. */
export function bodyOf(element: ElementInstance): Body | undefined {
  const body = element.parent;
  return body?.node.kind === 'multiInstanceBody' ? { body, node: body.node } : undefined;
}

interface Read {
  readonly variables: ReadonlyMap<string, string | undefined>;
  readonly items: readonly FeelValue[];
}
/** Last reading of each body's input collection with the variables it looked up. */
const readings = new WeakMap<ElementInstance, Read>();

/** The last reading, if the variables it looked up are the same still. */
function lastReading(from: ElementInstance, body: ElementInstance): Read | undefined {
  const last = readings.get(body);
  return last && [...last.variables].every(([name, text]) => lookUp(from, name) === text) ? last : undefined;
}

/**
 * Items of the input collection as seen from an element. Zeebe reads it anew for the body and for every inner instance; so do we, but
 * evaluate it only when a variable has changed.
 */
export function inputItems(
  engine: Engine,
  from: ElementInstance,
  { body, node }: Body,
): Result<readonly FeelValue[]> {
  const last = lastReading(from, body);
  // without variables it may depend on the clock or on chance
  if (last && last.variables.size > 0) return success(last.items);
  const variables = new Map<string, string | undefined>();
  const result = evaluate(node.inputCollection, {
    ...scopeOf(engine, from),
    onRead: (name, text) => variables.set(name, text),
  });
  if (!result.ok) return result;
  const items = asList(result.value.value);
  if (!items) return wrongType(result.value, 'ARRAY');
  readings.set(body, { variables, items });
  return success(items);
}

/** Items that a sequential loop goes on with; a parallel one has begun them all, but its list must be one still. */
function furtherItems(engine: Engine, owner: Body): Result<readonly FeelValue[]> {
  const { body, node } = owner;
  if (node.sequential) return inputItems(engine, body, owner);
  // evaluated for a change of its variables only: it is asked at the end of every inner instance
  if (lastReading(body, body)) return success([]);
  const items = inputItems(engine, body, owner);
  return items.ok ? success([]) : items;
}

/** A new inner instance gets its number. */
export function numberInner(engine: Engine, element: ElementInstance, counter: number): void {
  const { state } = engine;
  setElement(state, element, { loop: { counter, completed: 0 } });
  const { parent } = element;
  if (parent) setElement(state, parent, { loop: { ...loopOf(parent), counter: loopOf(parent).counter + 1 } });
}

/** Sets the variables of an inner instance: its item, its number, and null for what its result is read from. */
export function enterInner(engine: Engine, element: ElementInstance, owner: Body): Failure | undefined {
  const { node } = owner;
  const { counter } = loopOf(element);
  const items = inputItems(engine, element, owner);
  if (!items.ok) return items.failure;
  const count = items.value.length;
  if (counter > count) {
    return {
      type: 'EXTRACT_VALUE_ERROR',
      message: `Expected to read item at index ${counter} of the multiInstanceBody input collection but it contains only ${count} elements. The input collection might be modified while iterating over it.`,
    };
  }
  const variables = new Map<string, string>();
  if (node.output?.variable !== undefined) variables.set(node.output.variable, 'null');
  if (node.inputElement !== undefined) {
    variables.set(node.inputElement, toJson(items.value[counter - 1]) ?? 'null');
  }
  variables.set('loopCounter', String(counter));
  mergeLocal(engine.state, element, variables);
  return undefined;
}

/** Puts the result of an inner instance into the output collection. */
function writeResult(engine: Engine, element: ElementInstance, { body, node }: Body): Failure | undefined {
  const { output } = node;
  if (!output) return undefined;
  const result = evaluate(output.element, scopeOf(engine, element));
  if (!result.ok) return result.failure;
  const { collection } = output;
  const { counter } = loopOf(element);
  const text = body.variables?.get(collection) ?? 'null';
  const size = listLength(body, text);
  const reason =
    size === undefined
      ? ` because the type of the output collection is: ${storedType(text)}`
      : ` at position ${counter} because the size of the collection is: ${size}`;
  if (size === undefined || counter > size) {
    return {
      type: 'EXTRACT_VALUE_ERROR',
      message: `Unable to update an item in output collection '${collection}'${reason}. This may happen when multiple BPMN elements write to the same variable.`,
    };
  }
  const item = toJson(result.value.value) ?? 'null';
  mergeLocal(engine.state, body, new Map([[collection, withItem(body, text, counter - 1, item)]]));
  return undefined;
}

/** Whether the loop ends early, judged by an inner instance that counts as completed. */
function isSatisfied(engine: Engine, element: ElementInstance, { body, node }: Body): Result<boolean> {
  if (!node.completionCondition) return success(false);
  const loop = loopOf(body);
  const completed = loop.completed + 1;
  const active = body.children - 1;
  const numbers: Document = new Map([
    ['numberOfInstances', String(loop.counter)],
    ['numberOfActiveInstances', String(active)],
    ['numberOfCompletedInstances', String(completed)],
    ['numberOfTerminatedInstances', String(loop.counter - completed - active)],
  ]);
  return evaluateCondition(node.completionCondition, { ...scopeOf(engine, element), first: numbers });
}

/** Ends an inner instance that has completed: its result is kept, then comes the next one or the end of the loop. */
export function completeInner(engine: Engine, element: ElementInstance, owner: Body): Failure | undefined {
  const { body, node } = owner;
  const failure = writeResult(engine, element, owner);
  if (failure) return failure;
  const satisfied = isSatisfied(engine, element, owner);
  if (!satisfied.ok) return satisfied.failure;
  const items = node.sequential && satisfied.value ? success([]) : furtherItems(engine, owner);
  if (!items.ok) return items.failure;
  const { counter } = loopOf(element);
  const loop = loopOf(body);
  if (element.compensation !== undefined) completedForCompensation(engine, element);
  removeElement(engine.state, element);
  setElement(engine.state, body, { loop: { ...loop, completed: loop.completed + 1 } });
  // other inner instances that are about to complete still may
  if (satisfied.value && body.interruptedBy === undefined) interrupt(engine, body, node.inner);
  if (items.value.length > counter) activate(engine, body, node.inner, undefined, counter + 1);
  else closeScope(engine, body);
  return undefined;
}

/** Begins the loop of a body that is active. */
export function beginLoop(
  engine: Engine,
  body: ElementInstance,
  node: MultiInstanceBodyNode,
  count: number,
): void {
  if (node.output) {
    const empty = `[${Array.from({ length: count }, () => 'null').join(',')}]`;
    mergeLocal(engine.state, body, new Map([[node.output.collection, empty]]));
  }
  setElement(engine.state, body, { loop: begun, activeFlows: node.sequential ? 0 : count });
  if (count === 0) complete(engine, body);
  else if (node.sequential) activate(engine, body, node.inner, undefined, 1);
  else engine.steps.push({ type: 'spawn', element: body.key, from: 1, to: count });
}

/** Inner instances of a parallel loop created in one go. */
const PORTION = 500;

/** Creates inner instances of a parallel loop, the rest later. */
export function spawn(engine: Engine, body: ElementInstance, from: number, to: number): void {
  const { node } = body;
  if (node.kind !== 'multiInstanceBody') return;
  const last = Math.min(to, from + PORTION - 1);
  for (let loopCounter = from; loopCounter <= last; loopCounter++) {
    engine.steps.push({ type: 'activate', scope: body.key, node: node.inner, loopCounter });
  }
  if (last < to) engine.steps.push({ type: 'spawn', element: body.key, from: last + 1, to });
}
