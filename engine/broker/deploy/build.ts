/** Builds the process graph of a checked BPMN process. */

import { callSpec, isMultiInstance, loopSpec } from './activity-specs.ts';
import { compensationHandler } from './compensation.ts';
import {
  eventDefinitionOf,
  isMessageEvent,
  isSignalEvent,
  linkName,
  messageDefinition,
} from './event-definitions.ts';
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
import { expressionOf, sourceOf } from './source.ts';
import { jobSpec, listenersOf, userTaskSpec } from './task-specs.ts';
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
  /** Node of an element for flows and boundary events: a multi-instance activity's body. */
  readonly indexes: ReadonlyMap<XmlElement, NodeId>;
  /** Node of an element for the elements inside it: a multi-instance activity itself. */
  readonly scopes: ReadonlyMap<XmlElement, NodeId>;
}

/** An element and what its node stands for: the element itself, or the body of a multi-instance activity. */
interface Place {
  readonly element: XmlElement;
  readonly role: 'itself' | 'body' | 'inner';
}

/** Every flow node behind its scope, in document order; a multi-instance activity behind its body. */
function* flowNodes(scope: XmlElement): Generator<Place> {
  for (const child of scope.children) {
    if (!isFlowNode(child)) continue;
    if (isMultiInstance(child)) {
      yield { element: child, role: 'body' };
      yield { element: child, role: 'inner' };
    } else yield { element: child, role: 'itself' };
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

/** End events that leave nothing behind: they never complete, or stop everything. */
const ENDING = ['errorEventDefinition', 'terminateEventDefinition'];

function mappedDirections(element: XmlElement): readonly [input: boolean, output: boolean] {
  switch (element.name) {
    case 'serviceTask':
    case 'sendTask':
    case 'scriptTask':
    case 'businessRuleTask':
    case 'userTask':
    case 'receiveTask':
    case 'subProcess':
    case 'callActivity':
      return [true, true];
    case 'intermediateCatchEvent':
      return [linkName(element) === undefined, true];
    case 'startEvent':
    case 'boundaryEvent':
      return [false, true];
    case 'intermediateThrowEvent':
    case 'endEvent': {
      const [definition] = eventDefinitions(element);
      const throws = isMessageEvent(element) || isSignalEvent(element);
      if (definition && isBpmn(definition, 'compensateEventDefinition')) return [false, false];
      const ends = isBpmn(element, 'endEvent') && ENDING.includes(definition?.name ?? '');
      return [throws, !ends];
    }
    default:
      return [false, false];
  }
}

function baseOf(context: Context, { element, role }: Place, index: NodeId): Base {
  const { model, scopes } = context;
  const parent = element.parent;
  const attached = parent
    ? bpmnChildren(parent, 'boundaryEvent').filter(
        (event) => resolve(model, attribute(event, 'attachedToRef')) === element,
      )
    : [];
  const handler = role === 'inner' ? undefined : compensationHandler(model, attached);
  const compensation = handler && context.indexes.get(handler);
  return {
    index,
    id: idOf(element),
    scope: index === 0 ? -1 : role === 'inner' ? index - 1 : ((parent && scopes.get(parent)) ?? -1),
    outgoing: [],
    incoming: [],
    boundary: role === 'inner' ? [] : reversedIds(context, attached),
    eventSubProcesses:
      role === 'body'
        ? []
        : reversedIds(context, bpmnChildren(element, 'subProcess').filter(isEventSubProcess)),
    ...(compensation !== undefined && { compensation }),
    ...(role !== 'body' && mappingsOf(element)),
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
      return { ...base, kind: 'intermediateCatchEvent', event: event(), awaitedByGateway: false };
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
    case 'serviceTask': {
      const listeners = listenersOf(element);
      return { ...base, kind: element.name, job: job ?? unchecked(), ...(listeners && { listeners }) };
    }
    case 'sendTask':
      return { ...base, kind: element.name, job: job ?? unchecked() };
    case 'businessRuleTask':
      return job ? { ...base, kind: 'businessRuleJobTask', job } : businessRuleNode(element, base, unchecked);
    case 'scriptTask':
      return job ? { ...base, kind: 'scriptJobTask', job } : scriptNode(element, base, unchecked);
    case 'userTask':
      return { ...base, kind: 'userTask', userTask: userTaskSpec(element) };
    case 'receiveTask':
      return { ...base, kind: 'receiveTask', event: messageDefinition(model, element) };
    case 'callActivity':
      return { ...base, kind: 'callActivity', ...callSpec(element) };
    case 'task':
    case 'manualTask':
    case 'parallelGateway':
    case 'exclusiveGateway':
    case 'inclusiveGateway':
    case 'eventBasedGateway':
      return { ...base, kind: element.name };
    default:
      return unchecked();
  }
}

function businessRuleNode(element: XmlElement, base: Base, unchecked: () => never): Node {
  const decision = extension(element, 'calledDecision') ?? unchecked();
  return {
    ...base,
    kind: 'businessRuleTask',
    decisionId: sourceOf(attribute(decision, 'decisionId') ?? unchecked()),
    resultVariable: attribute(decision, 'resultVariable') ?? unchecked(),
  };
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

const multiInstanceBody = (element: XmlElement, base: Base): Node => ({
  ...base,
  kind: 'multiInstanceBody',
  inner: base.index + 1,
  ...loopSpec(element),
});

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
    const condition = isBpmn(from, 'exclusiveGateway', 'inclusiveGateway')
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

/** A node with what it leads to: a gateway's default flow, the catch event that a link goes to. */
function connected(context: Context, node: Node, element: XmlElement): Node {
  if (node.kind === 'exclusiveGateway' || node.kind === 'inclusiveGateway') {
    const fallback = attribute(element, 'default')?.trim();
    const defaultFlow = fallback === undefined ? undefined : node.outgoing.find(({ id }) => id === fallback);
    return defaultFlow ? { ...node, defaultFlow } : node;
  }
  if (node.kind !== 'intermediateThrowEvent' || node.event.type !== 'link' || !element.parent) return node;
  const name = linkName(element);
  const catching = bpmnChildren(element.parent, 'intermediateCatchEvent');
  const caught = catching.find((event) => linkName(event) === name);
  const target = caught && context.indexes.get(caught);
  return target === undefined ? node : { ...node, event: { type: 'link', target } };
}

/** A catch event behind an event-based gateway is entered when its event has happened: no input mappings. */
function awaited(node: Node): Node {
  if (node.kind !== 'intermediateCatchEvent') return node;
  const { ioIn: _ignored, ...rest } = node;
  return { ...rest, awaitedByGateway: true };
}

/** Graph of one process. @throws UncheckedElement, UncheckedSource when the file was not checked before */
export function buildGraph(model: Model, process: XmlElement): ProcessGraph {
  const places: readonly Place[] = [{ element: process, role: 'itself' }, ...flowNodes(process)];
  const indexed = places.map(({ element, role }, index) => ({ element, role, index }));
  const nodesOf = (not: Place['role']): Map<XmlElement, NodeId> =>
    new Map(indexed.flatMap(({ element, role, index }) => (role === not ? [] : [[element, index]])));
  const context: Context = { model, indexes: nodesOf('inner'), scopes: nodesOf('body') };
  const bases = places.map((place, index) => baseOf(context, place, index));
  const flows = connect(context, bases);
  const [first, ...rest] = bases;
  if (!first) throw new UncheckedElement('a process without elements');
  const nodes = rest.map((base) => {
    const { element, role } = places[base.index] ?? { element: process, role: 'itself' };
    if (role === 'body') return multiInstanceBody(element, base);
    return connected(context, flowNode(context, element, base), element);
  });
  const behindGateway = (node: Node): boolean =>
    node.incoming.some(({ source }) => nodes[source - 1]?.kind === 'eventBasedGateway');
  return {
    bpmnProcessId: first.id,
    nodes: [
      processNode(context, process, first),
      ...nodes.map((node) => (behindGateway(node) ? awaited(node) : node)),
    ],
    flows,
    byId: new Map(bases.flatMap(({ id, index }) => (places[index]?.role === 'inner' ? [] : [[id, index]]))),
  };
}
