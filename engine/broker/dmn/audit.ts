/** Notes what was evaluated: inputs, matched rules and the result of each decision and knowledge model. */
import type { Scope } from '../feel/runtime.ts';
import type { Value } from '../feel/values.ts';
import { DecisionFailure, type DecisionType, type Logic, type Run, type Trace } from './model.ts';

interface Audited {
  readonly id: string;
  readonly name: string;
  readonly type: DecisionType;
  readonly logic: Logic;
}

/** Evaluates an element's logic and notes how it went. @throws DecisionFailure */
export function audited({ id, name, type, logic }: Audited, scope: Scope, run: Run): Value {
  const trace: Trace = { inputs: [], matchedRules: [] };
  const note = (value: Value): void => {
    run.audits.push({ id, name, type, value, ...trace });
  };
  try {
    const value = logic(scope, run, trace);
    note(value);
    return value;
  } catch (error) {
    if (error instanceof DecisionFailure) note(null);
    throw error;
  }
}
