/** Rules on start, end, intermediate and boundary events and their definitions. */
import {
  attribute,
  bpmnChild,
  bpmnChildren,
  eventDefinitions,
  extensions,
  flag,
  idOf,
  isActivity,
  isBpmn,
  isSubProcess,
  listedFlows,
  type Model,
  resolve,
} from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { checkError, checkEscalation } from './codes.ts';
import { checkCompensation } from './compensation.ts';
import { checkLinkDefinition } from './links.ts';

const SUPPORTED = [
  'messageEventDefinition',
  'timerEventDefinition',
  'errorEventDefinition',
  'terminateEventDefinition',
  'signalEventDefinition',
  'linkEventDefinition',
  'escalationEventDefinition',
  'compensateEventDefinition',
];
const CATCHABLE = [
  'messageEventDefinition',
  'timerEventDefinition',
  'signalEventDefinition',
  'linkEventDefinition',
];
const END = [
  'errorEventDefinition',
  'messageEventDefinition',
  'terminateEventDefinition',
  'signalEventDefinition',
  'escalationEventDefinition',
  'compensateEventDefinition',
];
const BOUNDARY = [
  'timerEventDefinition',
  'messageEventDefinition',
  'errorEventDefinition',
  'signalEventDefinition',
  'escalationEventDefinition',
  'compensateEventDefinition',
];
const PUBLISHING =
  "Must have either one 'zeebe:publishMessage' or one 'zeebe:taskDefinition' extension element";

export function checkEventDefinition(report: Report, model: Model, definition: XmlElement): void {
  if (!SUPPORTED.includes(definition.name)) {
    report.add(definition, 'Event definition of this type is not supported');
  }
  const event = definition.parent;
  if (!event) return;
  if (isBpmn(definition, 'messageEventDefinition') && !isBpmn(event, 'intermediateThrowEvent', 'endEvent')) {
    if (!resolve(model, attribute(definition, 'messageRef')))
      report.add(definition, 'Must reference a message');
  }
  if (isBpmn(definition, 'signalEventDefinition') && !resolve(model, attribute(definition, 'signalRef'))) {
    report.add(definition, 'Must reference a signal');
  }
  if (isBpmn(definition, 'errorEventDefinition')) checkError(report, model, definition, event);
  if (isBpmn(definition, 'escalationEventDefinition')) checkEscalation(report, model, definition, event);
  if (isBpmn(definition, 'compensateEventDefinition')) checkCompensation(report, model, definition, event);
  if (isBpmn(definition, 'linkEventDefinition')) checkLinkDefinition(report, definition);
}

export function checkStartEvent(report: Report, _model: Model, event: XmlElement): void {
  if (eventDefinitions(event).length > 1) report.add(event, "Start event can't have more than one type");
}

export function checkEndEvent(report: Report, model: Model, event: XmlElement): void {
  const definitions = eventDefinitions(event);
  if (definitions.length > 1) report.add(event, 'Must have at most one event definition');
  if (listedFlows(model, event, 'outgoing').length > 0) {
    report.add(event, 'End events must not have outgoing sequence flows to other elements.');
  }
  const [definition] = definitions;
  if (!definition) return;
  if (!END.includes(definition.name)) {
    report.add(
      event,
      'End events must be one of: none, error, message, terminate, signal, escalation or compensation',
    );
  }
  checkPublishing(report, event, definition);
}

/** Message throw and end events are done by a job worker. */
function checkPublishing(report: Report, event: XmlElement, definition: XmlElement): void {
  if (!isBpmn(definition, 'messageEventDefinition')) return;
  if (extensions(event, 'taskDefinition').length !== 1) report.add(event, PUBLISHING);
}

export function checkThrowEvent(report: Report, _model: Model, event: XmlElement): void {
  const [definition] = eventDefinitions(event);
  if (definition) checkPublishing(report, event, definition);
}

export function checkCatchEvent(report: Report, _model: Model, event: XmlElement): void {
  const definitions = eventDefinitions(event);
  const [definition] = definitions;
  if (definitions.length !== 1 || !definition) {
    report.add(event, 'Must have exactly one event definition');
    return;
  }
  if (!CATCHABLE.includes(definition.name)) {
    report.add(event, 'Event definition must be one of: message, timer, signal, or link');
  }
  if (
    isBpmn(definition, 'timerEventDefinition') &&
    bpmnChildren(definition, 'timeDuration', 'timeDate').length !== 1
  ) {
    report.add(event, 'Intermediate timer catch event must have either a time duration or a time date.');
  }
}

/** A compensation event leads to its handler by an association. */
const isAssociated = (event: XmlElement): boolean =>
  event.parent !== undefined &&
  bpmnChildren(event.parent, 'association').some(
    (association) => attribute(association, 'sourceRef')?.trim() === idOf(event),
  );

export function checkBoundaryEvent(report: Report, model: Model, event: XmlElement): void {
  const host = resolve(model, attribute(event, 'attachedToRef'));
  if (!host || !isActivity(host)) report.add(event, 'Must be attached to an activity');
  if (bpmnChildren(event, 'incoming').length > 0) report.add(event, 'Cannot have incoming sequence flows');
  const definitions = eventDefinitions(event);
  const [definition] = definitions;
  if (listedFlows(model, event, 'outgoing').length === 0 && !isAssociated(event)) {
    report.add(event, 'Must have at least one outgoing sequence flow or association');
  }
  if (definitions.length !== 1 || !definition) {
    report.add(event, 'Must have exactly one event definition');
    return;
  }
  if (!BOUNDARY.includes(definition.name)) {
    report.add(event, 'Boundary events must be one of: timer, message, error, signal, escalation');
  }
  const interrupting = flag(event, 'cancelActivity', true);
  if (!interrupting && isBpmn(definition, 'errorEventDefinition', 'compensateEventDefinition')) {
    report.add(event, 'Non-Interrupting event of this type is not allowed');
  }
  if (interrupting && bpmnChild(definition, 'timeCycle')) {
    report.add(event, 'Interrupting timer event with time cycle is not allowed.');
  }
  if (
    isBpmn(definition, 'escalationEventDefinition') &&
    host &&
    !isSubProcess(host) &&
    !isBpmn(host, 'callActivity')
  ) {
    report.add(
      event,
      'An escalation boundary event should only be attached to a subprocess, or a call activity.',
    );
  }
}
