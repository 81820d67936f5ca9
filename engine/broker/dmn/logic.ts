/** Compiles decision logic of every kind. */
import type { XmlElement } from '../deploy/xml.ts';
import { context, type FeelFunction, isFunction, type Value } from '../feel/values.ts';
import { compileConditional, compileFilter, compileFor, compileQuantified } from './boxed.ts';
import { compileTable } from './decision-table.ts';
import type { Expressions } from './expressions.ts';
import { functionOf, invokeModel, withNames } from './functions.ts';
import type { DecisionType, KnowledgeModel, Logic, Parameter } from './model.ts';
import {
  attribute,
  child,
  children,
  type ExpressionName,
  expressionIn,
  expressionsIn,
  textOf,
} from './xml.ts';

export interface Compiler {
  readonly expressions: Expressions;
  /** Knowledge models read so far, by name. */
  readonly models: ReadonlyMap<string, KnowledgeModel>;
}

const nothing: Logic = () => null;

const TYPES: Readonly<Partial<Record<ExpressionName, DecisionType>>> = {
  decisionTable: 'DECISION_TABLE',
  literalExpression: 'LITERAL_EXPRESSION',
  context: 'CONTEXT',
  invocation: 'INVOCATION',
  list: 'LIST',
  relation: 'RELATION',
};
export const typeOfLogic = (element: XmlElement | undefined): DecisionType =>
  TYPES[element?.name as ExpressionName] ?? 'UNKNOWN';

/** The name of an element's class in Zeebe's messages; there an object number follows. */
export const className = (element: XmlElement | undefined): string =>
  element === undefined
    ? 'null'
    : `org.camunda.bpm.model.dmn.impl.instance.${element.name[0]?.toUpperCase()}${element.name.slice(1)}Impl`;

export const parametersOf = (element: XmlElement): Parameter[] =>
  children(element, 'formalParameter').map((parameter) => ({
    name: attribute(parameter, 'name') ?? '',
    type: attribute(parameter, 'typeRef'),
  }));

/** Compiles decision logic; what is wrong with it is noted in `compiler.expressions`. */
export function compileLogic(element: XmlElement, compiler: Compiler): Logic {
  const { expressions } = compiler;
  switch (element.name as ExpressionName) {
    case 'decisionTable':
      return compileTable(element, expressions);
    case 'literalExpression':
      return expressions.expression(element);
    case 'context':
      return compileContext(element, compiler);
    case 'list': {
      const items = expressionsIn(element).map((item) => compileLogic(item, compiler));
      return (scope, run) => items.map((item) => item(scope, run));
    }
    case 'relation':
      return compileRelation(element, compiler);
    case 'invocation':
      return compileInvocation(element, compiler);
    case 'functionDefinition':
      return compileFunction(element, compiler);
    case 'conditional':
      return compileConditional(element, (inner) => compileLogic(inner, compiler));
    case 'filter':
      return compileFilter(element, (inner) => compileLogic(inner, compiler));
    case 'for':
      return compileFor(element, (inner) => compileLogic(inner, compiler));
    case 'some':
    case 'every':
      return compileQuantified(element, (inner) => compileLogic(inner, compiler), element.name === 'some');
    default:
      expressions.fail(`unsupported expression found '${className(element)}'`);
      return nothing;
  }
}

function compileContext(element: XmlElement, compiler: Compiler): Logic {
  const all = children(element, 'contextEntry');
  const last = all.at(-1);
  const result = last && !child(last, 'variable') ? expressionIn(last) : undefined;
  const entries = (result ? all.slice(0, -1) : all).map((entry) => {
    const name = attribute(child(entry, 'variable'), 'name');
    const logic = expressionIn(entry);
    if (name === undefined) compiler.expressions.fail('a context entry has no variable');
    return { name: name ?? '', value: logic ? compileLogic(logic, compiler) : nothing };
  });
  if (!last) compiler.expressions.fail('null');
  const final = result && compileLogic(result, compiler);
  return (scope, run) => {
    const values = new Map<string, Value>();
    for (const { name, value } of entries) values.set(name, value(withNames(scope, new Map(values)), run));
    if (final) return final(withNames(scope, values), run);
    const functions = new Map<string, FeelFunction>();
    for (const [name, value] of values) if (isFunction(value)) functions.set(name, value);
    return context(values, functions);
  };
}

function compileRelation(element: XmlElement, compiler: Compiler): Logic {
  const names = children(element, 'column').map((column) => attribute(column, 'name') ?? '');
  const rows = children(element, 'row').map((row) => {
    const cells = expressionsIn(row);
    if (cells.length !== names.length) {
      compiler.expressions.fail(`expected row with '${names.length}' elements but found '${cells.length}'`);
    }
    return cells.map((cell) => compileLogic(cell, compiler));
  });
  return (scope, run) =>
    rows.map((cells) => context(new Map(cells.map((cell, at) => [names[at] ?? '', cell(scope, run)]))));
}

function compileInvocation(element: XmlElement, compiler: Compiler): Logic {
  const { expressions, models } = compiler;
  const bindings = children(element, 'binding').map((binding) => {
    const logic = expressionIn(binding);
    return {
      name: attribute(child(binding, 'parameter'), 'name') ?? '',
      value: logic ? compileLogic(logic, compiler) : nothing,
    };
  });
  const called = expressionIn(element);
  if (called?.name !== 'literalExpression') {
    expressions.fail(`expected invocation with literal expression but found '${className(called)}'`);
    return nothing;
  }
  const name = textOf(called) ?? '';
  const model = models.get(name);
  if (!model) {
    expressions.fail(`no BKM found with name '${name}'`);
    return nothing;
  }
  return (scope, run) => {
    const values = bindings.map(({ name, value }): [string, Value] => [name, value(scope, run)]);
    return invokeModel(model, withNames(scope, new Map(values)), run);
  };
}

function compileFunction(element: XmlElement, compiler: Compiler): Logic {
  const body = expressionIn(element);
  const kind = attribute(element, 'kind') ?? 'FEEL';
  if (!body || (kind !== 'FEEL' && body.name !== 'literalExpression')) {
    compiler.expressions.fail(`expected literal expression but found '${className(body)}'`);
    return nothing;
  }
  const parameters = parametersOf(element);
  const logic = compileLogic(body, compiler);
  return (scope, run) => functionOf(parameters, logic, scope, run);
}
