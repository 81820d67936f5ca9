/** Looks at a BPMN file's element tree: references, containers and Zeebe's extension elements. */
import type { XmlElement } from './xml.ts';

export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';

export interface Model {
  readonly root: XmlElement;
  /** Elements of the BPMN namespace by their id. */
  readonly byId: ReadonlyMap<string, XmlElement>;
  /** Sequence flows into and out of an element by sourceRef and targetRef, document order. */
  readonly flows: readonly XmlElement[];
}

export const isBpmn = (element: XmlElement, ...names: string[]): boolean =>
  element.namespace === BPMN && (names.length === 0 || names.includes(element.name));

export const attribute = (element: XmlElement, name: string): string | undefined =>
  element.attributes.get(name);
export const idOf = (element: XmlElement): string => attribute(element, 'id') ?? '';

/** Children of large elements by the names that were asked for: every activity asks for its siblings. */
const childrenByNames = new WeakMap<XmlElement, Map<string, readonly XmlElement[]>>();
const MANY = 50;

export function bpmnChildren(element: XmlElement, ...names: string[]): XmlElement[] {
  const find = (): XmlElement[] => element.children.filter((child) => isBpmn(child, ...names));
  if (element.children.length < MANY) return find();
  const known = childrenByNames.get(element) ?? new Map<string, readonly XmlElement[]>();
  childrenByNames.set(element, known);
  const key = names.join();
  const found = known.get(key) ?? find();
  known.set(key, found);
  return [...found];
}
export const bpmnChild = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => isBpmn(child, name));

/** All elements below and including one, document order. */
export function* walk(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* walk(child);
}

/** Zeebe's extension elements of an element, by local name. */
export function extensions(element: XmlElement, name: string): XmlElement[] {
  const holder = bpmnChild(element, 'extensionElements');
  return holder?.children.filter((child) => child.namespace === ZEEBE && child.name === name) ?? [];
}
export const extension = (element: XmlElement, name: string): XmlElement | undefined =>
  extensions(element, name)[0];

export const zeebeChildren = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.namespace === ZEEBE && child.name === name) ?? [];

const localPart = (reference: string): string => reference.slice(reference.indexOf(':') + 1);

/** Element that a reference (IDREF or QName) names. */
export const resolve = (model: Model, reference: string | undefined): XmlElement | undefined => {
  const text = reference?.trim();
  return text === undefined || text === ''
    ? undefined
    : (model.byId.get(text) ?? model.byId.get(localPart(text)));
};

/** The sequence flows that an element's `<incoming>` or `<outgoing>` children name: Zeebe's checks see only these. */
export const listedFlows = (
  model: Model,
  element: XmlElement,
  direction: 'incoming' | 'outgoing',
): XmlElement[] =>
  bpmnChildren(element, direction).flatMap((child) => {
    const flow = resolve(model, child.text);
    return flow && isBpmn(flow, 'sequenceFlow') ? [flow] : [];
  });

const TASKS = [
  'task',
  'manualTask',
  'serviceTask',
  'userTask',
  'scriptTask',
  'sendTask',
  'receiveTask',
  'businessRuleTask',
] as const;
const GATEWAYS = [
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'complexGateway',
] as const;
export const SUB_PROCESSES = ['subProcess', 'transaction', 'adHocSubProcess'] as const;
const EVENTS = [
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'boundaryEvent',
] as const;
const ACTIVITIES: readonly string[] = [...TASKS, ...SUB_PROCESSES, 'callActivity'];
export const FLOW_NODES: readonly string[] = [...ACTIVITIES, ...GATEWAYS, ...EVENTS, 'implicitThrowEvent'];

export const isFlowNode = (element: XmlElement): boolean => isBpmn(element, ...FLOW_NODES);
export const isActivity = (element: XmlElement): boolean => isBpmn(element, ...ACTIVITIES);
export const isSubProcess = (element: XmlElement): boolean => isBpmn(element, ...SUB_PROCESSES);
export const isEventSubProcess = (element: XmlElement): boolean =>
  isSubProcess(element) && flag(element, 'triggeredByEvent', false);

/** The event definitions directly inside an event. */
export const eventDefinitions = (event: XmlElement): XmlElement[] =>
  event.children.filter((child) => child.namespace === BPMN && child.name.endsWith('EventDefinition'));

/** Processes that are to be executed. */
export const executableProcesses = (root: XmlElement): XmlElement[] =>
  bpmnChildren(root, 'process').filter((process) => flag(process, 'isExecutable', false));

/** Value of a boolean attribute; anything but `true` is false, as Zeebe reads it. */
export const flag = (element: XmlElement, name: string, fallback: boolean): boolean => {
  const text = attribute(element, name)?.trim().toLowerCase();
  return text === undefined ? fallback : text === 'true';
};

/** Index of a file's elements by id. */
export function createModel(root: XmlElement): Model {
  const byId = new Map<string, XmlElement>();
  const flows: XmlElement[] = [];
  for (const element of walk(root)) {
    if (element.namespace !== BPMN) continue;
    const id = attribute(element, 'id');
    if (id !== undefined) byId.set(id, element);
    if (element.name === 'sequenceFlow') flows.push(element);
  }
  return { root, byId, flows };
}
