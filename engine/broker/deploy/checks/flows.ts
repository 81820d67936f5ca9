/** Rules on sequence flows and gateways; they see only what `<incoming>` and `<outgoing>` list (zeebe.md 3.3). */
import {
  attribute,
  bpmnChild,
  idOf,
  isBpmn,
  isFlowNode,
  listedFlows,
  type Model,
  resolve,
} from '../model.ts';
import type { Report } from '../report.ts';
import { checkExpression } from '../source.ts';
import type { XmlElement } from '../xml.ts';

const hasCondition = (flow: XmlElement): boolean => bpmnChild(flow, 'conditionExpression') !== undefined;

export function checkSequenceFlow(report: Report, model: Model, flow: XmlElement): void {
  const condition = bpmnChild(flow, 'conditionExpression');
  if (condition) checkExpression(report, condition, condition.text.trim(), true);
  const ends = [resolve(model, attribute(flow, 'sourceRef')), resolve(model, attribute(flow, 'targetRef'))];
  for (const end of ends) {
    if (end && !isFlowNode(end))
      report.add(flow, `Must connect flow nodes, but '${idOf(end)}' is a ${end.name}`);
  }
  const [source, target] = ends;
  if (source && target && isFlowNode(source) && isFlowNode(target) && source.parent !== target.parent) {
    report.add(flow, 'Must not cross the boundary of a process or subprocess');
  }
}

/** Conditions belong to exclusive and inclusive gateways. */
export function checkConditionalFlows(report: Report, model: Model, node: XmlElement): void {
  if (isBpmn(node, 'exclusiveGateway', 'inclusiveGateway')) return;
  if (listedFlows(model, node, 'outgoing').some(hasCondition)) {
    report.add(node, 'Conditional sequence flows are only supported at exclusive or inclusive gateway');
  }
}

export function checkExclusiveGateway(report: Report, model: Model, gateway: XmlElement): void {
  const fallback = resolve(model, attribute(gateway, 'default'));
  if (fallback && attribute(fallback, 'sourceRef')?.trim() !== idOf(gateway)) {
    report.add(gateway, 'Default flow must start at gateway');
  }
  const flows = listedFlows(model, gateway, 'outgoing');
  if (flows.length < 2) return;
  for (const flow of flows) {
    if (flow !== fallback && !hasCondition(flow))
      report.add(flow, 'Must have a condition or be default flow');
  }
}
