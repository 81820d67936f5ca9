/** How a built-in function is declared. */
import type { Env } from '../runtime.ts';
import { display, type FeelFunction, failure, isError, type Value } from '../values.ts';

/** Computes the result; undefined when the arguments' types do not fit. */
export type Implementation = (...args: Value[]) => Value | undefined;
export type BuiltinTable = Readonly<Record<string, readonly FeelFunction[]>>;

/** A function with fixed parameters; unfitting arguments give the error that Camunda words `Illegal arguments: …`. */
export function builtin(
  parameters: readonly string[],
  implementation: Implementation,
  variadic = false,
): FeelFunction {
  return {
    kind: 'function',
    parameters,
    variadic,
    invoke: (args) => {
      const result = implementation(...args);
      if (result !== undefined) return result;
      const failed = args.find((arg) => isError(arg) && arg.fatal) ?? args.find(isError);
      return failed ?? failure(`Illegal arguments: ${args.map((arg) => `'${display(arg)}'`).join(', ')}`);
    },
  };
}

/** A function whose last parameter takes any number of values (or one list when it is the only one). */
export const variadic = (parameters: readonly string[], implementation: Implementation): FeelFunction =>
  builtin(parameters, implementation, true);

/** Counts `cost` steps of the evaluation's budget before each call. */
export const costly = (target: FeelFunction, cost: (args: readonly Value[]) => number): FeelFunction => ({
  ...target,
  invoke: (args, env: Env) => {
    env.spend(cost(args));
    return target.invoke(args, env);
  },
});
