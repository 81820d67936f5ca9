/** Rules on sequence flows. */
import { attribute, bpmnChild, idOf, isFlowNode, type Model, resolve } from '../model.ts';
import type { Report } from '../report.ts';
import { checkExpression } from '../source.ts';
import type { XmlElement } from '../xml.ts';

export function checkSequenceFlow(report: Report, model: Model, flow: XmlElement): void {
  const condition = bpmnChild(flow, 'conditionExpression');
  if (condition) checkExpression(report, condition, condition.text.trim(), true);
  const source = resolve(model, attribute(flow, 'sourceRef'));
  const target = resolve(model, attribute(flow, 'targetRef'));
  for (const end of [source, target]) {
    if (end && !isFlowNode(end))
      report.add(flow, `Must connect flow nodes, but '${idOf(end)}' is a ${end.name}`);
  }
  if (source && target && isFlowNode(source) && isFlowNode(target) && source.parent !== target.parent) {
    report.add(flow, 'Must not cross the boundary of a process or subprocess');
  }
}
