/** Variables by scope: reading upwards, merging as Zeebe does (zeebe.md 3.4). */
import { joinEntries } from '../feel/index.ts';
import { touch } from './elements.ts';
import type { Document, ElementInstance } from './model.ts';
import { markChanged, type State } from './state.ts';

/** The nearest value of a variable as seen from an element. */
export function lookUp(from: ElementInstance | undefined, name: string): string | undefined {
  for (let scope = from; scope; scope = scope.parent) {
    const value = scope.variables?.get(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Names stand in an index of Postgres, whose entries are below 2 704 bytes. */
const MAX_NAME = 600;

function setVariable(state: State, scope: ElementInstance, name: string, value: string): void {
  const before = scope.variables?.get(name);
  if (before === value) return;
  if (name.length > MAX_NAME) throw new Error(`a variable name is longer than ${MAX_NAME} characters`);
  state.written += name.length + value.length;
  scope.variables ??= new Map();
  scope.variables.set(name, value);
  scope.dirtyVariables ??= new Set();
  scope.dirtyVariables.add(name);
  touch(state, scope.instance);
  state.undo.push(() => {
    if (before === undefined) scope.variables?.delete(name);
    else scope.variables?.set(name, before);
  });
  markChanged(state, 'variables', scope);
}

/** Sets every variable of the document in this very scope. */
export function mergeLocal(state: State, scope: ElementInstance, document: Document): void {
  for (const [name, value] of document) setVariable(state, scope, name, value);
}

/**
 * Zeebe's default propagation: from the scope upwards, a variable that exists and **differs** is updated there and goes no further;
 * an equal one travels on; what reaches the root is created or updated there.
 */
export function mergeUpwards(state: State, start: ElementInstance, document: Document): void {
  let rest = document;
  let scope = start;
  while (scope.parent) {
    if (scope.variables) {
      const further = new Map<string, string>();
      for (const [name, value] of rest) {
        const local = scope.variables.get(name);
        if (local === undefined || local === value) further.set(name, value);
        else setVariable(state, scope, name, value);
      }
      rest = further;
    }
    scope = scope.parent;
  }
  mergeLocal(state, scope, rest);
}

/** SetVariables without `local`: to the nearest scope that has the name, else to the root. */
export function setNearest(state: State, start: ElementInstance, document: Document): void {
  for (const [name, value] of document) {
    let scope = start;
    while (scope.parent && !scope.variables?.has(name)) scope = scope.parent;
    setVariable(state, scope, name, value);
  }
}

const byNameLength = ([a]: [string, string], [b]: [string, string]): number => {
  const difference = Buffer.byteLength(a) - Buffer.byteLength(b);
  return difference || (a < b ? -1 : a > b ? 1 : 0);
};

/** All variables an element sees (or those asked for) as a JSON object, in the order of `visibleVariables`. */
export const visibleDocument = (from: ElementInstance, fetch: readonly string[] = []): string =>
  joinEntries(visibleVariables(from, fetch));

/**
 * All variables an element sees (or those asked for); nearest scope first, inside a scope by length of the name in bytes, then
 * bytewise, as Zeebe orders them.
 */
export function visibleVariables(from: ElementInstance, fetch: readonly string[] = []): Document {
  const wanted = fetch.length > 0 ? new Set(fetch) : undefined;
  const found = new Map<string, string>();
  for (let scope: ElementInstance | undefined = from; scope; scope = scope.parent) {
    if (!scope.variables) continue;
    for (const [name, value] of [...scope.variables].sort(byNameLength)) {
      if (!found.has(name) && (!wanted || wanted.has(name))) found.set(name, value);
    }
  }
  return found;
}
