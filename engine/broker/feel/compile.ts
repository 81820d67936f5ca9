/** Turns a syntax tree into nested closures that evaluate it in a scope. */
import { findBuiltins } from './builtins/index.ts';
import { compareOrdered, equalOrWarn, invertBoolean } from './comparison.ts';
import { compileFilter } from './filter.ts';
import { compileLoop, compileQuantified, compileSteps } from './loops.ts';
import { isNumber, negate } from './number.ts';
import { OPERATIONS } from './operators.ts';
import { pathOf } from './path.ts';
import { nested, type Scope, warn } from './runtime.ts';
import type { Arguments, Node, RangeNode, TypeNode } from './syntax.ts';
import {
  isOffsetTime,
  isYearMonthShape,
  parseDate,
  parseDateTime,
  parseDayTime,
  parseLocalTime,
  parsePeriod,
  parseTemporal,
  parseZonedTime,
} from './temporal/parse.ts';
import { isOfType } from './type-test.ts';
import { compileRange, compileUnary } from './unary.ts';
import {
  context,
  display,
  type FeelFunction,
  failure,
  isContext,
  isError,
  isFunction,
  isList,
  typeName,
  type Value,
} from './values.ts';

export type Closure = (scope: Scope) => Value;

const NO_INPUT = "No input value available. '?' can only be used inside an unary-test expression.";

const orNull = (value: Value): Value => (isError(value) && !value.fatal ? null : value);

export function compileNode(node: Node): Closure {
  switch (node.type) {
    case 'null':
      return () => null;
    case 'boolean':
    case 'number':
    case 'string': {
      const { value } = node;
      return () => value;
    }
    case 'temporal':
      return compileTemporal(node.form, node.text);
    case 'input':
      return (scope) => {
        const input = scope.variable('?');
        return input === undefined ? failure(NO_INPUT, true) : input;
      };
    case 'list':
      return compileList(node.items.map(compileNode));
    case 'context':
      return compileContext(node.entries);
    case 'variable':
      return compileVariable(node.names);
    case 'path': {
      const target = compileNode(node.target);
      return (scope) => pathOf(target(scope), node.key, scope.env);
    }
    case 'filter':
      return compileFilter(node);
    case 'call':
      return compileCall(node.name, node.args);
    case 'method':
      return compileMethod(node.path, node.name, node.args);
    case 'function':
      return compileFunction(node.parameters, compileNode(node.body), node.types);
    case 'call value':
      return compileValueCall(compileNode(node.target), node.args);
    case 'instance of type': {
      const [value, { test }] = [compileNode(node.value), node];
      return (scope) => isOfType(value(scope), test);
    }
    case 'negate':
      return compileNegation(compileNode(node.operand));
    case 'arithmetic': {
      const [left, right, operation] = [
        compileNode(node.left),
        compileNode(node.right),
        OPERATIONS[node.operator],
      ];
      return (scope) => operation(left(scope), right(scope), scope.env);
    }
    case 'comparison': {
      const [left, right, { operator }] = [compileNode(node.left), compileNode(node.right), node];
      if (operator === '=') return (scope) => equalOrWarn(left(scope), right(scope), scope.env);
      return (scope) => compareOrdered(operator, left(scope), right(scope), scope.env);
    }
    case 'not': {
      const operand = compileNode(node.operand);
      return (scope) => invertBoolean(operand(scope), scope.env);
    }
    case 'and':
      return compileLogic(node.operands.map(compileNode), false);
    case 'or':
      return compileLogic(node.operands.map(compileNode), true);
    case 'if':
      return compileIf(
        compileNode(node.condition),
        compileNode(node.consequent),
        compileNode(node.alternative),
      );
    case 'for':
      return compileLoop(node);
    case 'quantified':
      return compileQuantified(node);
    case 'steps':
      return compileSteps(compileNode(node.start), compileNode(node.end), node.range);
    case 'in': {
      const [value, test] = [compileNode(node.value), compileNode(node.test)];
      return (scope) => {
        const input = value(scope);
        return isError(input) ? input : test(nested(scope, new Map([['cellInput', input]])));
      };
    }
    case 'instance of':
      return compileInstanceOf(compileNode(node.value), node.typeName);
    case 'input comparison':
    case 'input range':
    case 'unary test':
      return compileUnary(node);
    case 'range':
      return compileRange(node as RangeNode);
  }
}

function compileTemporal(form: string, text: string): Closure {
  const read = (now: Date): Value | undefined => {
    switch (form) {
      case 'date':
        return parseDate(text);
      case 'time':
        return isOffsetTime(text) ? parseZonedTime(text, now) : parseLocalTime(text);
      case 'date and time':
        return parseDateTime(text);
      case 'duration':
        return isYearMonthShape(text) ? parsePeriod(text) : parseDayTime(text);
      default:
        return parseTemporal(text, now);
    }
  };
  if (text.includes('@')) return (scope) => read(scope.env.now()) ?? null;
  const constant = read(new Date(0)) ?? null;
  return () => constant;
}

function compileList(items: readonly Closure[]): Closure {
  return (scope) => {
    const values: Value[] = [];
    for (const item of items) {
      const value = item(scope);
      if (isError(value)) return value;
      values.push(value);
    }
    return values;
  };
}

/** Whether a function may be created in the node; it must see the names known at that point only. */
const mayCapture = (node: unknown): boolean =>
  typeof node === 'object' &&
  node !== null &&
  ((node as Node).type === 'function' ||
    Object.values(node).some((part) => mayCapture(part instanceof Map ? [...part.values()] : part)));

function compileContext(entries: readonly { key: string; value: Node }[]): Closure {
  const compiled = entries.map(({ key, value }) => ({
    key,
    value: compileNode(value),
    captures: mayCapture(value),
  }));
  return (scope) => {
    const variables = new Map<string, Value>();
    const functions = new Map<string, FeelFunction>();
    const inner = nested(scope, variables, functions);
    for (const { key, value, captures } of compiled) {
      const result = value(captures ? nested(scope, new Map(variables), new Map(functions)) : inner);
      if (isError(result)) return result;
      if (isFunction(result)) functions.set(key, result);
      else variables.set(key, result);
    }
    return context(variables, functions);
  };
}

function compileVariable(names: readonly string[]): Closure {
  const [head = '', ...tail] = names;
  return (scope) => {
    let value = scope.variable(head);
    if (value === undefined) {
      warn(scope.env, 'NO_VARIABLE_FOUND', `No variable found with name '${head}'`);
      return null;
    }
    for (const name of tail) value = pathOf(value, name, scope.env);
    return value;
  };
}

function compileNegation(operand: Closure): Closure {
  return (scope) => {
    const value = operand(scope);
    if (isNumber(value)) return negate(value);
    if (isError(value)) return orNull(value);
    warn(scope.env, 'INVALID_TYPE', `Expected number but found '${display(value)}'`);
    return null;
  };
}

/** Three-valued `and` (decisive false) and `or` (decisive true). */
function compileLogic(operands: readonly Closure[], decisive: boolean): Closure {
  return (scope) => {
    let result: Value = !decisive;
    for (const operand of operands) {
      const value = operand(scope);
      if (value === decisive) return decisive;
      if (isError(value) && value.fatal) return value;
      if (result === null || value === !decisive) continue;
      if (!isError(value)) warn(scope.env, 'INVALID_TYPE', `Expected boolean but found '${display(value)}'`);
      result = null;
    }
    return result;
  };
}

function compileIf(condition: Closure, consequent: Closure, alternative: Closure): Closure {
  return (scope) => {
    const met = condition(scope);
    if (isError(met) && met.fatal) return met;
    if (typeof met !== 'boolean' && !isError(met)) {
      warn(scope.env, 'INVALID_TYPE', `Expected boolean but found '${display(met)}'`);
    }
    const result = met === true ? consequent(scope) : alternative(scope);
    return isError(result) && !result.fatal ? alternative(scope) : result;
  };
}

function compileInstanceOf(value: Closure, name: string): Closure {
  const aliases: Record<string, string> = {
    'date time': 'date and time',
    'year-month-duration': 'years and months duration',
    'day-time-duration': 'days and time duration',
  };
  return (scope) => {
    const input = value(scope);
    if (isError(input)) return input;
    return name === 'Any' ? input !== null : typeName(input) === (aliases[name] ?? name);
  };
}

function compileFunction(
  parameters: readonly string[],
  body: Closure,
  types: readonly (TypeNode | undefined)[] = [],
): Closure {
  const fits = (args: readonly Value[]): boolean =>
    types.every((type, i) => !type || (args[i] ?? null) === null || isOfType(args[i] ?? null, type));
  return (scope) => ({
    kind: 'function',
    parameters,
    variadic: false,
    invoke: (args) =>
      fits(args) ? body(withArguments(scope, parameters, args)) : failure('an argument is of another type'),
  });
}

/** The parameters as names. */
function withArguments(scope: Scope, parameters: readonly string[], args: readonly Value[]): Scope {
  const values = parameters.map((name, i): [string, Value] => [name, args[i] ?? null]);
  return nested(scope, new Map(values));
}

/** A call of a computed function, `f(1)(2)`. */
function compileValueCall(target: Closure, args: Arguments): Closure {
  const readArguments = compileArguments(args);
  return (scope) => {
    const value = target(scope);
    if (isError(value) && value.fatal) return value;
    if (!isFunction(value) || !accepts(value, args)) {
      warn(scope.env, 'NO_FUNCTION_FOUND', `'${display(value)}' is no function that takes these arguments`);
      return null;
    }
    return orNull(call(scope, value, readArguments));
  };
}

type ArgumentReader = (scope: Scope, target: FeelFunction) => Value[];

function compileArguments(args: Arguments): ArgumentReader {
  if (args.style === 'named') {
    const named = new Map([...args.values].map(([name, node]) => [name, compileNode(node)]));
    return (scope, target) => target.parameters.map((name) => named.get(name)?.(scope) ?? null);
  }
  const closures = args.values.map(compileNode);
  return (scope, target) => {
    const values = closures.map((closure) => closure(scope));
    if (!target.variadic || target.parameters.length === 0) return values;
    const fixed = target.parameters.length - 1;
    const rest = values.slice(fixed);
    const [only] = rest;
    const list: Value = fixed === 0 && rest.length === 1 && only !== undefined && isList(only) ? only : rest;
    return [...values.slice(0, fixed), list];
  };
}

/** Whether a function can be called with these arguments. */
function accepts(target: FeelFunction, args: Arguments): boolean {
  if (args.style === 'named')
    return [...args.values.keys()].every((name) => target.parameters.includes(name));
  const count = args.values.length;
  return target.parameters.length === count || (target.variadic && target.parameters.length < count);
}

const notFound = (name: string, args: Arguments): string =>
  args.style === 'named'
    ? `No function found with name '${name}' and parameters: ${[...args.values.keys()].join(',')}`
    : `No function found with name '${name}' and ${args.values.length} parameters`;

function call(scope: Scope, target: FeelFunction, readArguments: ArgumentReader): Value {
  const { env } = scope;
  const values = readArguments(scope, target);
  env.spend(1);
  env.enter();
  const result = target.invoke(values, env);
  env.leave();
  return result;
}

function compileCall(name: string, args: Arguments): Closure {
  const readArguments = compileArguments(args);
  const builtins = findBuiltins(name);
  return (scope) => {
    const { env } = scope;
    const own = scope.functions(name).find((candidate) => accepts(candidate, args));
    const known = own ?? builtins(env).find((candidate) => accepts(candidate, args));
    const target = known ?? env.further?.(name).find((candidate) => accepts(candidate, args));
    if (!target) {
      warn(env, 'NO_FUNCTION_FOUND', notFound(name, args));
      return null;
    }
    const result = call(scope, target, readArguments);
    if (!isError(result)) return result;
    if (result.fatal) return result;
    if (name === 'assert') warn(env, 'ASSERT_FAILURE', result.message);
    else warn(env, 'FUNCTION_INVOCATION_FAILURE', `Failed to invoke function '${name}': ${result.message}`);
    return null;
  };
}

function compileMethod(path: readonly string[], name: string, args: Arguments): Closure {
  const target = compileVariable(path);
  const readArguments = compileArguments(args);
  return (scope) => {
    const value = target(scope);
    if (isError(value)) return value;
    if (!isContext(value))
      return warn(scope.env, 'INVALID_TYPE', `Expected context but found '${display(value)}'`);
    const method = value.functions?.get(name);
    if (!method || !accepts(method, args)) return warn(scope.env, 'NO_FUNCTION_FOUND', notFound(name, args));
    return call(scope, method, readArguments);
  };
}
