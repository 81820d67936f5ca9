/** Builds the process graph of a checked BPMN process. */
import { eventDefinitionOf, isMessageEvent, messageDefinition } from './event-definitions.ts';
import type { IoMapping, Node, NodeId, ProcessGraph, ProcessNode, SequenceFlow } from './graph.ts';
import { mappingOf } from './mapping.ts';
import {
  attribute,
  bpmnChild,
  bpmnChildren,
  eventDefinitions,
  extension,
  flag,
  idOf,
  isBpmn,
  isEventSubProcess,
  isFlowNode,
  isSubProcess,
  type Model,
  resolve,
} from './model.ts';
import { expressionOf } from './source.ts';
import { jobSpec, userTaskSpec } from './task-specs.ts';
import type { XmlElement } from './xml.ts';

interface Base {
  readonly index: NodeId;
  readonly id: string;
  readonly scope: NodeId;
  readonly outgoing: SequenceFlow[];
  readonly incoming: SequenceFlow[];
  readonly boundary: readonly NodeId[];
  readonly eventSubProcesses: readonly NodeId[];
  readonly ioIn?: IoMapping;
  readonly ioOut?: IoMapping;
}

interface Context {
  readonly model: Model;
  /** Elements of the process by their dense index. */
  readonly elements: readonly XmlElement[];
  readonly indexes: ReadonlyMap<XmlElement, NodeId>;
}

/** The process, then every flow node behind its scope, in document order. */
function* flowNodes(scope: XmlElement): Generator<XmlElement> {
  for (const child of scope.children) {
    if (!isFlowNode(child)) continue;
    yield child;
    if (isSubProcess(child)) yield* flowNodes(child);
  }
}

const reversedIds = (context: Context, elements: readonly XmlElement[]): NodeId[] =>
  elements.flatMap((element) => context.indexes.get(element) ?? []).reverse();

/** Which mappings an element applies; what it ignores is left out (zeebe.md 3.4). */
function mappingsOf(element: XmlElement): Pick<Base, 'ioIn' | 'ioOut'> {
  const [input, output] = mappedDirections(element);
  const ioIn = input ? mappingOf(element, 'input') : undefined;
  const ioOut = output ? mappingOf(element, 'output') : undefined;
  return { ...(ioIn && { ioIn }), ...(ioOut && { ioOut }) };
}

function mappedDirections(element: XmlElement): readonly [input: boolean, output: boolean] {
  switch (element.name) {
    case 'serviceTask':
    case 'sendTask':
    case 'scriptTask':
    case 'businessRuleTask':
    case 'userTask':
    case 'receiveTask':
    case 'subProcess':
    case 'intermediateCatchEvent':
      return [true, true];
    case 'startEvent':
    case 'boundaryEvent':
      return [false, true];
    case 'intermediateThrowEvent':
    case 'endEvent': {
      const [definition] = eventDefinitions(element);
      const ends = definition && isBpmn(element, 'endEvent') && !isMessageEvent(element);
      return [isMessageEvent(element), !ends];
    }
    default:
      return [false, false];
  }
}

function baseOf(context: Context, element: XmlElement, index: NodeId): Base {
  const { model, indexes } = context;
  const parent = element.parent;
  const attached = parent
    ? bpmnChildren(parent, 'boundaryEvent').filter(
        (event) => resolve(model, attribute(event, 'attachedToRef')) === element,
      )
    : [];
  return {
    index,
    id: idOf(element),
    scope: index === 0 ? -1 : ((parent && indexes.get(parent)) ?? -1),
    outgoing: [],
    incoming: [],
    boundary: reversedIds(context, attached),
    eventSubProcesses: reversedIds(context, bpmnChildren(element, 'subProcess').filter(isEventSubProcess)),
    ...mappingsOf(element),
  };
}

function processNode(context: Context, element: XmlElement, base: Base): ProcessNode {
  const starts = bpmnChildren(element, 'startEvent');
  const none = starts.find((start) => eventDefinitions(start).length === 0);
  const noneStart = none && context.indexes.get(none);
  const events = starts.filter((start) => eventDefinitions(start).length > 0);
  return {
    ...base,
    kind: 'process',
    ...(noneStart !== undefined && { noneStart }),
    eventStarts: reversedIds(context, events),
  };
}

/** An element of a kind that the checks should have refused. */
class UncheckedElement extends Error {}

function flowNode(context: Context, element: XmlElement, base: Base): Node {
  const { model, indexes } = context;
  const event = (): ReturnType<typeof eventDefinitionOf> => eventDefinitionOf(model, element);
  const job = jobSpec(element);
  const unchecked = (): never => {
    throw new UncheckedElement(`'${base.id}' of type ${element.name} was not checked`);
  };
  switch (element.name) {
    case 'startEvent':
      return {
        ...base,
        kind: 'startEvent',
        event: event(),
        interrupting: flag(element, 'isInterrupting', true),
      };
    case 'endEvent':
      return { ...base, kind: 'endEvent', event: event(), ...(isMessageEvent(element) && job && { job }) };
    case 'intermediateCatchEvent':
      return { ...base, kind: 'intermediateCatchEvent', event: event() };
    case 'intermediateThrowEvent':
      return {
        ...base,
        kind: 'intermediateThrowEvent',
        event: event(),
        ...(isMessageEvent(element) && job && { job }),
      };
    case 'boundaryEvent': {
      const host = resolve(model, attribute(element, 'attachedToRef'));
      const attachedTo = (host && indexes.get(host)) ?? unchecked();
      return {
        ...base,
        kind: 'boundaryEvent',
        event: event(),
        attachedTo,
        interrupting: flag(element, 'cancelActivity', true),
      };
    }
    case 'subProcess': {
      const start = bpmnChild(element, 'startEvent');
      const kind = isEventSubProcess(element) ? 'eventSubProcess' : 'subProcess';
      return { ...base, kind, start: (start && indexes.get(start)) ?? unchecked() };
    }
    case 'serviceTask':
    case 'sendTask':
      return { ...base, kind: element.name, job: job ?? unchecked() };
    case 'businessRuleTask':
      return { ...base, kind: 'businessRuleJobTask', job: job ?? unchecked() };
    case 'scriptTask':
      return job ? { ...base, kind: 'scriptJobTask', job } : scriptNode(element, base, unchecked);
    case 'userTask':
      return { ...base, kind: 'userTask', userTask: userTaskSpec(element) };
    case 'receiveTask':
      return { ...base, kind: 'receiveTask', event: messageDefinition(model, element) };
    case 'task':
    case 'manualTask':
    case 'parallelGateway':
    case 'exclusiveGateway':
      return { ...base, kind: element.name };
    default:
      return unchecked();
  }
}

function scriptNode(element: XmlElement, base: Base, unchecked: () => never): Node {
  const script = extension(element, 'script') ?? unchecked();
  const expression = expressionOf(attribute(script, 'expression') ?? unchecked());
  return {
    ...base,
    kind: 'scriptTask',
    expression,
    resultVariable: attribute(script, 'resultVariable') ?? unchecked(),
  };
}

/** Connects the nodes: the last sequence flow of the document comes first in every `outgoing` (zeebe.md 3.3). */
function connect(context: Context, bases: readonly Base[]): SequenceFlow[] {
  const { model, indexes } = context;
  const ends = model.flows.flatMap((element) => {
    const [from, to] = [
      resolve(model, attribute(element, 'sourceRef')),
      resolve(model, attribute(element, 'targetRef')),
    ];
    const source = from && indexes.get(from);
    const target = to && indexes.get(to);
    return from === undefined || source === undefined || target === undefined
      ? []
      : [{ element, from, source, target }];
  });
  const flows = ends.map(({ element, from, source, target }, index): SequenceFlow => {
    const condition = isBpmn(from, 'exclusiveGateway')
      ? bpmnChild(element, 'conditionExpression')
      : undefined;
    return {
      id: idOf(element),
      index,
      source,
      target,
      ...(condition && { condition: expressionOf(condition.text.trim()) }),
    };
  });
  for (const flow of flows.toReversed()) {
    bases[flow.source]?.outgoing.push(flow);
    bases[flow.target]?.incoming.push(flow);
  }
  return flows;
}

/** Graph of one process. @throws UncheckedElement, UncheckedSource when the file was not checked before */
export function buildGraph(model: Model, process: XmlElement): ProcessGraph {
  const elements = [process, ...flowNodes(process)];
  const context: Context = {
    model,
    elements,
    indexes: new Map(elements.map((element, index) => [element, index])),
  };
  const bases = elements.map((element, index) => baseOf(context, element, index));
  const flows = connect(context, bases);
  const [first, ...rest] = bases;
  if (!first) throw new UncheckedElement('a process without elements');
  const nodes = rest.map((base) => {
    const element = elements[base.index] ?? process;
    const node = flowNode(context, element, base);
    const fallback = isBpmn(element, 'exclusiveGateway') ? attribute(element, 'default')?.trim() : undefined;
    const defaultFlow = fallback === undefined ? undefined : base.outgoing.find(({ id }) => id === fallback);
    return node.kind === 'exclusiveGateway' && defaultFlow ? { ...node, defaultFlow } : node;
  });
  return {
    bpmnProcessId: first.id,
    nodes: [processNode(context, process, first), ...nodes],
    flows,
    byId: new Map(bases.map(({ id, index }) => [id, index])),
  };
}
