/** Business knowledge models and function definitions as FEEL functions. */
import { nested, type Scope } from '../feel/runtime.ts';
import { type FeelFunction, failure, isFunction, type Value } from '../feel/values.ts';
import { audited } from './audit.ts';
import { DecisionFailure, type KnowledgeModel, type Logic, type Parameter, type Run } from './model.ts';
import { checked } from './types.ts';

/** Adds names to a scope; functions can be called by their name. */
export function withNames(scope: Scope, names: ReadonlyMap<string, Value>): Scope {
  if (names.size === 0) return scope;
  const functions = new Map<string, FeelFunction>();
  for (const [name, value] of names) if (isFunction(value)) functions.set(name, value);
  return nested(scope, names, functions);
}

/** A function whose arguments are checked; what fails inside is a failed call, which FEEL turns into null. */
export function functionOf(
  parameters: readonly Parameter[],
  logic: Logic,
  scope: Scope,
  run: Run,
): FeelFunction {
  return {
    kind: 'function',
    parameters: parameters.map(({ name }) => name),
    variadic: false,
    invoke(args) {
      try {
        const values = parameters.map(({ name, type }, at): [string, Value] => [
          name,
          checked(args[at] ?? null, type),
        ]);
        return logic(withNames(scope, new Map(values)), run);
      } catch (error) {
        if (error instanceof DecisionFailure) return failure(error.message);
        throw error;
      }
    },
  };
}

/** Steps that each requirement of a model counts for: bounds graphs whose paths multiply. */
const STEPS_OF_MODEL = 10;

/** The functions that required knowledge models offer, by name. */
export function knowledgeOf(
  models: readonly KnowledgeModel[],
  scope: Scope,
  run: Run,
): ReadonlyMap<string, Value> {
  return new Map(
    models.map((model) => {
      run.env.spend(STEPS_OF_MODEL);
      const inner = withNames(scope, knowledgeOf(model.knowledge, scope, run));
      const logic: Logic = (at, during) => audited(model, at, during);
      return [model.name, functionOf(model.parameters, logic, inner, run)];
    }),
  );
}

/** Evaluates a knowledge model whose parameters are names of the scope (boxed invocation). @throws DecisionFailure */
export function invokeModel(model: KnowledgeModel, scope: Scope, run: Run): Value {
  const inner = withNames(scope, knowledgeOf(model.knowledge, scope, run));
  for (const { name, type } of model.parameters) {
    const value = inner.variable(name);
    if (value === undefined) throw new DecisionFailure(`no parameter found with name '${name}'`);
    checked(value, type);
  }
  return audited(model, inner, run);
}
