/** Rules on what error and escalation events refer to. */
import { attribute, bpmnChildren, isBpmn, type Model, resolve, walk } from '../model.ts';
import type { Report } from '../report.ts';
import { checkSource } from '../source.ts';
import type { XmlElement } from '../xml.ts';

const CATCHING = ['startEvent', 'boundaryEvent'];

export function checkError(report: Report, model: Model, definition: XmlElement, event: XmlElement): void {
  const error = resolve(model, attribute(definition, 'errorRef'));
  const code = error && attribute(error, 'errorCode');
  if (isBpmn(event, 'endEvent')) {
    if (!error) report.add(definition, 'Must reference an error');
    else if (code === undefined || code === '') {
      report.add(definition, 'ErrorCode must be present and not empty');
    } else checkSource(report, error, code, false);
  } else if (isBpmn(event, ...CATCHING) && code?.startsWith('=')) {
    report.add(definition, 'The errorCode of the error catch event is not allowed to be an expression');
  }
}

export function checkEscalation(
  report: Report,
  model: Model,
  definition: XmlElement,
  event: XmlElement,
): void {
  const escalation = resolve(model, attribute(definition, 'escalationRef'));
  if (isBpmn(event, 'endEvent', 'intermediateThrowEvent')) {
    if (!escalation) report.add(definition, 'Must reference an escalation');
  } else if (escalation && attribute(escalation, 'escalationCode')?.startsWith('=')) {
    report.add(
      definition,
      'The escalationCode of the escalation catch event is not allowed to be an expression',
    );
  }
}

/** An escalation that is thrown needs a code. */
export function checkEscalations(report: Report, model: Model): void {
  const thrown = new Set<XmlElement>();
  for (const element of walk(model.root)) {
    if (!isBpmn(element, 'escalationEventDefinition') || !element.parent) continue;
    if (!isBpmn(element.parent, 'endEvent', 'intermediateThrowEvent')) continue;
    const escalation = resolve(model, attribute(element, 'escalationRef'));
    if (escalation) thrown.add(escalation);
  }
  for (const escalation of bpmnChildren(model.root, 'escalation')) {
    if (thrown.has(escalation) && (attribute(escalation, 'escalationCode') ?? '') === '') {
      report.add(escalation, 'EscalationCode must be present and not empty');
    }
  }
}
