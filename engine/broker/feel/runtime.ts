/** What an evaluation carries: scopes of variables and functions, warnings, the clock and the work budget. */
import { parseValue } from './json.ts';
import type { FeelWarning, VariableLookup } from './types.ts';
import { type FeelError, type FeelFunction, failure, type Value } from './values.ts';

/** The expression did more work than allowed; the whole evaluation fails. */
export class BudgetExceeded extends Error {}

/** An evaluation that the reference engine aborts with an exception; `message` is its text. */
export class EvaluationAborted extends Error {}

/** Steps (loop turns, calls, list items) one evaluation may take. */
const MAX_STEPS = 1_000_000;
const MAX_CALL_DEPTH = 200;
const MAX_WARNINGS = 1000;
const MAX_TEXT = 4 * 1024 * 1024;

/** A text that an expression built; beyond 4 Mi characters (the message limit) the evaluation fails. */
export function boundedText(text: string): string {
  if (text.length <= MAX_TEXT) return text;
  throw new BudgetExceeded(`The text is longer than ${MAX_TEXT} characters`);
}

export interface Env {
  readonly warnings: FeelWarning[];
  readonly now: () => Date;
  /** Counts work; throws BudgetExceeded beyond the limit. */
  readonly spend: (steps: number) => void;
  readonly enter: () => void;
  readonly leave: () => void;
  /** Functions beyond those of Camunda's FEEL, asked last. */
  readonly further?: (name: string) => readonly FeelFunction[];
}

export function createEnv(now: () => Date): Env {
  let steps = 0;
  let depth = 0;
  return {
    warnings: [],
    now,
    spend: (count) => {
      steps += count;
      if (steps > MAX_STEPS) throw new BudgetExceeded(`The evaluation takes more than ${MAX_STEPS} steps`);
    },
    enter: () => {
      depth += 1;
      if (depth > MAX_CALL_DEPTH)
        throw new BudgetExceeded(`Functions call each other deeper than ${MAX_CALL_DEPTH} levels`);
    },
    leave: () => {
      depth -= 1;
    },
  };
}

/** The same budget and clock with warnings of its own: for a further expression of the same evaluation. */
export const ownWarnings = (env: Env): Env => ({ ...env, warnings: [] });

/** One level of names; inner levels hide outer ones. */
export interface Scope {
  readonly env: Env;
  readonly variable: (name: string) => Value | undefined;
  readonly functions: (name: string) => readonly FeelFunction[];
}

const NO_FUNCTIONS: readonly FeelFunction[] = [];

/** The outermost scope: process variables, parsed once when first read. */
export function rootScope(env: Env, lookup: VariableLookup): Scope {
  const known = new Map<string, Value | undefined>();
  return {
    env,
    variable: (name) => {
      if (known.has(name)) return known.get(name);
      const text = lookup(name);
      const value = text === undefined ? undefined : parseValue(text);
      known.set(name, value);
      return value;
    },
    functions: () => NO_FUNCTIONS,
  };
}

/** A scope in which `variables` (and `functions`) hide those of `outer`. */
export function nested(
  outer: Scope,
  variables: ReadonlyMap<string, Value>,
  functions?: ReadonlyMap<string, FeelFunction>,
): Scope {
  return {
    env: outer.env,
    variable: (name) => {
      const own = variables.get(name);
      return own === undefined ? outer.variable(name) : own;
    },
    functions: (name) => {
      const own = functions?.get(name);
      return own ? [own, ...outer.functions(name)] : outer.functions(name);
    },
  };
}

/** Notes a warning and returns the failed value that stands for it. */
export function warn(env: Env, kind: string, message: string): FeelError {
  if (env.warnings.length < MAX_WARNINGS) env.warnings.push({ kind, message });
  return failure(message);
}
