/** Rules on call activities and multi-instance activities. */
import { attribute, bpmnChild, extensions, isBpmn } from '../model.ts';
import type { Report } from '../report.ts';
import { checkExpression, checkSource } from '../source.ts';
import type { XmlElement } from '../xml.ts';

export function checkCallActivity(report: Report, activity: XmlElement): void {
  if (!isBpmn(activity, 'callActivity')) return;
  const called = extensions(activity, 'calledElement');
  if (called.length !== 1)
    report.add(activity, "Must have exactly one 'zeebe:calledElement' extension element");
  for (const element of called) checkSource(report, element, attribute(element, 'processId'), true);
}

export function checkMultiInstance(report: Report, activity: XmlElement): void {
  const multiInstance = bpmnChild(activity, 'multiInstanceLoopCharacteristics');
  if (!multiInstance) return;
  const loops = extensions(multiInstance, 'loopCharacteristics');
  if (loops.length !== 1) {
    report.add(multiInstance, "Must have exactly one 'zeebe:loopCharacteristics' extension element");
  }
  for (const loop of loops) checkLoop(report, loop);
  const condition = bpmnChild(multiInstance, 'completionCondition');
  if (condition) checkSource(report, multiInstance, condition.text.trim(), false);
}

function checkLoop(report: Report, loop: XmlElement): void {
  checkExpression(report, loop, attribute(loop, 'inputCollection'));
  const element = attribute(loop, 'outputElement') ?? '';
  const collection = attribute(loop, 'outputCollection') ?? '';
  const missing = (absent: string, present: string): void =>
    report.add(loop, `Attribute '${absent}' must be present if the attribute '${present}' is set`);
  if (collection !== '' && element === '') missing('outputElement', 'outputCollection');
  if (element !== '' && collection === '') missing('outputCollection', 'outputElement');
  if (element !== '') checkExpression(report, loop, element);
}
