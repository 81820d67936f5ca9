/** Rules on gateways; they see only what `<incoming>` and `<outgoing>` list (zeebe.md 3.3). */
import {
  attribute,
  bpmnChild,
  bpmnChildren,
  eventDefinitions,
  idOf,
  isBpmn,
  listedFlows,
  type Model,
  resolve,
} from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { checkSharedScope } from './scope.ts';

const AWAITED = ['messageEventDefinition', 'timerEventDefinition', 'signalEventDefinition'];

const hasCondition = (flow: XmlElement): boolean => bpmnChild(flow, 'conditionExpression') !== undefined;

/** Conditions belong to exclusive and inclusive gateways. */
export function checkConditionalFlows(report: Report, model: Model, node: XmlElement): void {
  if (isBpmn(node, 'exclusiveGateway', 'inclusiveGateway')) return;
  if (listedFlows(model, node, 'outgoing').some(hasCondition)) {
    report.add(node, 'Conditional sequence flows are only supported at exclusive or inclusive gateway');
  }
}

function checkChoice(report: Report, model: Model, gateway: XmlElement, missing: string): void {
  const fallback = resolve(model, attribute(gateway, 'default'));
  if (fallback && attribute(fallback, 'sourceRef')?.trim() !== idOf(gateway)) {
    report.add(gateway, 'Default flow must start at gateway');
  }
  const flows = listedFlows(model, gateway, 'outgoing');
  if (flows.length < 2) return;
  for (const flow of flows) {
    if (flow !== fallback && !hasCondition(flow)) report.add(flow, missing);
  }
}

export const checkExclusiveGateway = (report: Report, model: Model, gateway: XmlElement): void =>
  checkChoice(report, model, gateway, 'Must have a condition or be default flow');

export function checkInclusiveGateway(report: Report, model: Model, gateway: XmlElement): void {
  checkChoice(report, model, gateway, 'Must have a condition');
  if (bpmnChildren(gateway, 'incoming').length > 1) {
    report.add(gateway, 'Currently the inclusive gateway can only have one incoming sequence flow');
  }
}

export function checkEventBasedGateway(report: Report, model: Model, gateway: XmlElement): void {
  const targets = listedFlows(model, gateway, 'outgoing').flatMap(
    (flow) => resolve(model, attribute(flow, 'targetRef')) ?? [],
  );
  if (targets.length < 2)
    report.add(gateway, 'Event-based gateway must have at least 2 outgoing sequence flows.');
  const fits = (target: XmlElement): boolean =>
    isBpmn(target, 'intermediateCatchEvent') && AWAITED.includes(eventDefinitions(target)[0]?.name ?? '');
  if (!targets.every(fits)) {
    report.add(
      gateway,
      'Event-based gateway must not have an outgoing sequence flow to other elements than message/timer/signal intermediate catch events.',
    );
  }
  if (targets.some((target) => bpmnChildren(target, 'incoming').length > 1)) {
    report.add(
      gateway,
      'Target elements of an event gateway must not have any additional incoming sequence flows other than that from the event gateway.',
    );
  }
  checkSharedScope(
    report,
    model,
    gateway,
    targets.flatMap((target) => eventDefinitions(target)[0] ?? []),
  );
}
