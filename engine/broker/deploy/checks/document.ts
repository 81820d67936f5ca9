/** What the BPMN schema demands of a file before any rule of Zeebe: ids, references, order of children. */
import {
  attribute,
  BPMN,
  bpmnChildren,
  FLOW_NODES,
  isActivity,
  isFlowNode,
  SUB_PROCESSES,
  walk,
} from '../model.ts';
import type { XmlElement } from '../xml.ts';

/** The file does not follow the BPMN schema; `message` has the form of Zeebe's XML reader. */
export class SchemaFailure extends Error {}

const refuse = (element: XmlElement, text: string): never => {
  throw new SchemaFailure(`Error: URI=null Line=${element.line}: ${text}`);
};

const NC_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}._\-·]*$/u;
const ARTIFACTS = new Set(['association', 'group', 'textAnnotation']);
const FLOW_ELEMENTS = new Set([
  ...FLOW_NODES,
  'sequenceFlow',
  'dataObject',
  'dataObjectReference',
  'dataStoreReference',
]);
const EVENT_DEFINITIONS = [
  'messageEventDefinition',
  'timerEventDefinition',
  'errorEventDefinition',
  'terminateEventDefinition',
  'signalEventDefinition',
  'escalationEventDefinition',
  'compensateEventDefinition',
  'linkEventDefinition',
  'conditionalEventDefinition',
  'cancelEventDefinition',
];
/** Children of a container or flow node that are neither flow elements nor artifacts, in schema order. */
const LEADING = [
  'documentation',
  'extensionElements',
  'auditing',
  'monitoring',
  'categoryValueRef',
  'incoming',
  'outgoing',
];
const OTHERS = new Set([
  'ioSpecification',
  'ioBinding',
  'property',
  'dataInputAssociation',
  'dataOutputAssociation',
  'dataInput',
  'dataOutput',
  'inputSet',
  'outputSet',
  'resourceRole',
  'performer',
  'humanPerformer',
  'potentialOwner',
  'multiInstanceLoopCharacteristics',
  'standardLoopCharacteristics',
  'eventDefinitionRef',
  'laneSet',
  'script',
  'rendering',
  'activationCondition',
  'completionCondition',
  'correlationSubscription',
  'supports',
  'condition',
  ...EVENT_DEFINITIONS,
]);
const REFERENCES: readonly (readonly [string, string])[] = [
  ['sequenceFlow', 'sourceRef'],
  ['sequenceFlow', 'targetRef'],
  ['exclusiveGateway', 'default'],
  ['inclusiveGateway', 'default'],
  ['complexGateway', 'default'],
];
const WITH_DEFAULT = ['exclusiveGateway', 'inclusiveGateway', 'complexGateway'];

/** @throws SchemaFailure */
export function checkDocument(root: XmlElement): void {
  if (root.namespace !== BPMN || root.name !== 'definitions') {
    refuse(root, `cvc-elt.1.a: Cannot find the declaration of element '${root.name}'.`);
  }
  if (attribute(root, 'targetNamespace') === undefined) {
    refuse(
      root,
      `cvc-complex-type.4: Attribute 'targetNamespace' must appear on element 'bpmn:definitions'.`,
    );
  }
  const ids = collectIds(root);
  for (const element of walk(root)) {
    if (element.namespace !== BPMN) continue;
    checkReferences(element, ids);
    const container = element.name === 'process' || SUB_PROCESSES.some((name) => name === element.name);
    if (container || isFlowNode(element)) checkOrder(element, container);
    if (!isActivity(element)) refuseLoops(element);
    if (element.name === 'timerEventDefinition') checkTimer(element);
  }
}

function refuseLoops(element: XmlElement): void {
  const [loop] = bpmnChildren(element, 'multiInstanceLoopCharacteristics', 'standardLoopCharacteristics');
  if (!loop) return;
  refuse(
    loop,
    `cvc-complex-type.2.4.a: Invalid content was found starting with element '{"${BPMN}":${loop.name}}'.`,
  );
}

function collectIds(root: XmlElement): Set<string> {
  const ids = new Set<string>();
  for (const element of walk(root)) {
    const inSchema = element.namespace.startsWith('http://www.omg.org/spec/');
    const id = inSchema ? attribute(element, 'id') : undefined;
    if (id === undefined) continue;
    if (!NC_NAME.test(id.trim()))
      refuse(element, `cvc-datatype-valid.1.2.1: '${id}' is not a valid value for 'NCName'.`);
    if (ids.has(id)) refuse(element, `cvc-id.2: There are multiple occurrences of ID value '${id}'.`);
    ids.add(id);
  }
  return ids;
}

function checkReferences(element: XmlElement, ids: ReadonlySet<string>): void {
  const check = (reference: string): void => {
    if (!ids.has(reference.trim()))
      refuse(element, `cvc-id.1: There is no ID/IDREF binding for IDREF '${reference}'.`);
  };
  for (const [name, reference] of REFERENCES) {
    if (element.name !== name) continue;
    const value = attribute(element, reference);
    if (value !== undefined) check(value);
    else if (name === 'sequenceFlow') {
      refuse(
        element,
        `cvc-complex-type.4: Attribute '${reference}' must appear on element 'bpmn:sequenceFlow'.`,
      );
    }
  }
  if (element.name === 'lane') for (const node of bpmnChildren(element, 'flowNodeRef')) check(node.text);
  if (
    element.name.endsWith('Gateway') &&
    !WITH_DEFAULT.includes(element.name) &&
    attribute(element, 'default') !== undefined
  ) {
    refuse(
      element,
      `cvc-complex-type.3.2.2: Attribute 'default' is not allowed to appear in element 'bpmn:${element.name}'.`,
    );
  }
}

/** Position of a child in the schema's sequence; undefined for an unknown one. */
function rank(name: string, container: boolean): number | undefined {
  const leading = LEADING.indexOf(name);
  if (leading >= 0) return leading;
  if (container && FLOW_ELEMENTS.has(name)) return 101;
  if (container && ARTIFACTS.has(name)) return 102;
  if (name === 'laneSet' && container) return 100;
  return OTHERS.has(name) ? (container ? 99 : 100) : undefined;
}

/** Kinds of children that may stand on either side of flow elements. */
const ANYWHERE = new Set([
  'resourceRole',
  'performer',
  'humanPerformer',
  'potentialOwner',
  'correlationSubscription',
  'supports',
  'completionCondition',
]);

function checkOrder(element: XmlElement, container: boolean): void {
  let last = -1;
  for (const child of bpmnChildren(element)) {
    if (ANYWHERE.has(child.name)) continue;
    const at = rank(child.name, container);
    if (at === undefined || at < last) {
      refuse(
        child,
        `cvc-complex-type.2.4.a: Invalid content was found starting with element '{"${BPMN}":${child.name}}'.`,
      );
    } else {
      last = at;
    }
  }
}

function checkTimer(element: XmlElement): void {
  const [, second] = bpmnChildren(element, 'timeDate', 'timeDuration', 'timeCycle');
  if (!second) return;
  refuse(
    second,
    `cvc-complex-type.2.4.d: Invalid content was found starting with element 'bpmn:${second.name}'. No child element is expected at this point.`,
  );
}
