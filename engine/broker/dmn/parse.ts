/** Reads a DMN file into a decision graph, or says as Zeebe does why it cannot be deployed. */
import { readXml, type XmlElement, XmlFailure } from '../deploy/xml.ts';
import { knownNames } from '../feel/index.ts';
import { createExpressions, type Expressions } from './expressions.ts';
import { type Compiler, className, compileLogic, parametersOf, typeOfLogic } from './logic.ts';
import type { Decision, DecisionGraph, DmnResult, KnowledgeModel } from './model.ts';
import { inMapOrder } from './order.ts';
import { checkSchema, SchemaFailure } from './schema.ts';
import { readService } from './service.ts';
import { attribute, child, children, expressionIn, hrefId } from './xml.ts';

const UNREADABLE = 'Failed to parse DMN: org.camunda.bpm.model.dmn.DmnModelException: Unable to parse model';

/** The file breaks a rule; `message` is Zeebe's. */
class DmnFailure extends Error {}

interface Reading extends Compiler {
  readonly expressions: Expressions;
  readonly models: Map<string, KnowledgeModel>;
  readonly byId: ReadonlyMap<string, XmlElement>;
  readonly decisionOf: (id: string) => Decision | undefined;
}

/** Wider than Zeebe, which refuses what has no id: then the name stands for it. */
const idOf = (element: XmlElement): string => attribute(element, 'id') ?? attribute(element, 'name') ?? '';

/** Names that stand for ids may be there twice. */
function checkIds(elements: readonly XmlElement[]): void {
  const seen = new Set<string>();
  for (const id of elements.map(idOf)) {
    if (seen.has(id)) throw new DmnFailure(`two decisions have the id or name '${id}'`);
    seen.add(id);
  }
}

/** Elements that the requirements of an element name, e.g. `requiredDecision` inside `informationRequirement`. */
function required(
  element: XmlElement,
  byId: ReadonlyMap<string, XmlElement>,
  kind: 'Decision' | 'Knowledge',
): XmlElement[] {
  const [holder = '', reference = '', ...wanted] =
    kind === 'Decision'
      ? ['informationRequirement', 'requiredDecision', 'decision']
      : ['knowledgeRequirement', 'requiredKnowledge', 'businessKnowledgeModel', 'decisionService'];
  return children(element, holder).flatMap((requirement) => {
    const link = child(requirement, reference);
    if (!link) return [];
    const id = hrefId(link);
    const found = byId.get(id);
    if (!found) throw new DmnFailure(`Unable to find a model element instance for id ${id}`);
    if (!wanted.includes(found.name)) {
      throw new DmnFailure(`element '${id}' of type ${found.name} cannot be cast to ${wanted[0]}`);
    }
    return [found];
  });
}

/** Whether requirements of a kind lead from an element back to itself. */
function hasCycle(
  elements: readonly XmlElement[],
  byId: ReadonlyMap<string, XmlElement>,
  kind: 'Decision' | 'Knowledge',
): boolean {
  const done = new Set<XmlElement>();
  const path = new Set<XmlElement>();
  const visit = (element: XmlElement): boolean => {
    if (path.has(element)) return true;
    if (done.has(element)) return false;
    path.add(element);
    const found = required(element, byId, kind).some(visit);
    path.delete(element);
    done.add(element);
    return found;
  };
  return elements.some(visit);
}

function readModel(element: XmlElement, reading: Reading): KnowledgeModel {
  const name = attribute(element, 'name') ?? '';
  const known = reading.models.get(name);
  if (known) return known;
  if (element.name === 'decisionService') {
    const service = readService(element, reading);
    reading.models.set(name, service);
    return service;
  }
  const knowledge = required(element, reading.byId, 'Knowledge').map((one) => readModel(one, reading));
  const encapsulated = child(element, 'encapsulatedLogic');
  const logic = expressionIn(encapsulated);
  const model: KnowledgeModel = {
    id: idOf(element),
    name,
    type: typeOfLogic(logic),
    parameters: encapsulated ? parametersOf(encapsulated) : [],
    logic: encapsulated ? modelLogic(logic, reading) : () => null,
    knowledge,
  };
  reading.models.set(name, model);
  return model;
}

const MODEL_LOGIC: ReadonlySet<string> = new Set([
  'decisionTable',
  'context',
  'relation',
  'list',
  'literalExpression',
  // wider than Zeebe
  'invocation',
  'functionDefinition',
]);

function modelLogic(logic: XmlElement | undefined, reading: Reading): KnowledgeModel['logic'] {
  if (logic && MODEL_LOGIC.has(logic.name)) return compileLogic(logic, reading);
  reading.expressions.fail(`unsupported business knowledge model logic found '${className(logic)}'`);
  return () => null;
}

/** A decision without the decisions it requires: those are known only once all have been read. */
function readDecision(element: XmlElement, reading: Reading): Decision & { requirements: Decision[] } {
  const knowledge = required(element, reading.byId, 'Knowledge').map((one) => readModel(one, reading));
  const logic = expressionIn(element);
  if (!logic) {
    reading.expressions.fail(`unsupported decision expression '${className(logic)}'`);
  }
  const variable = child(element, 'variable');
  return {
    id: idOf(element),
    name: attribute(element, 'name') ?? '',
    type: typeOfLogic(logic),
    resultName: attribute(variable, 'name') ?? idOf(element),
    resultType: attribute(variable, 'typeRef'),
    logic: logic ? compileLogic(logic, reading) : () => null,
    requirements: [],
    knowledge,
  };
}

/** All names that elements of the model have. */
function* namesIn(element: XmlElement): Generator<string> {
  const name = attribute(element, 'name');
  if (name !== undefined) yield name;
  for (const one of element.children) yield* namesIn(one);
}

function readGraph(root: XmlElement): DecisionGraph {
  const byId = new Map(root.children.map((element) => [idOf(element), element]));
  const elements = children(root, 'decision');
  checkIds(elements);
  if (hasCycle(elements, byId, 'Decision')) {
    throw new DmnFailure('Invalid DMN model: Cyclic dependencies between decisions detected.');
  }
  if (hasCycle(children(root, 'businessKnowledgeModel'), byId, 'Knowledge')) {
    throw new DmnFailure('Invalid DMN model: Cyclic dependencies between BKMs detected.');
  }
  const expressions = createExpressions(knownNames(namesIn(root)));
  const reading: Reading = {
    expressions,
    models: new Map(),
    byId,
    decisionOf: (id) => decisions.find((decision) => decision.id === id),
  };
  const read = new Map(elements.map((element) => [element, readDecision(element, reading)]));
  for (const [element, decision] of read) {
    decision.requirements = required(element, byId, 'Decision').flatMap((one) => read.get(one) ?? []);
  }
  const decisions = inMapOrder([...read.values()]);
  if (expressions.failures.length > 0) throw new DmnFailure(expressions.failures.join('\n'));
  return {
    id: idOf(root),
    name: attribute(root, 'name') ?? '',
    decisions,
    byId: new Map(decisions.map((decision) => [decision.id, decision])),
  };
}

/** Parses, checks and compiles one DMN resource. */
export function parseDmn(bytes: Uint8Array): DmnResult {
  try {
    const root = readXml(bytes);
    checkSchema(root);
    return { ok: true, graph: readGraph(root) };
  } catch (error) {
    if (error instanceof XmlFailure || error instanceof SchemaFailure)
      return { ok: false, message: UNREADABLE };
    if (error instanceof DmnFailure) return { ok: false, message: error.message };
    if (error instanceof RangeError) return { ok: false, message: 'the model is nested too deeply' };
    throw error;
  }
}
