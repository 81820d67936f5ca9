/** Rules on tasks and on Zeebe's extension elements for job workers and scripts. */
import { attribute, extensions, isBpmn, type Model, resolve, zeebeChildren } from '../model.ts';
import type { Report } from '../report.ts';
import { checkExpression, checkSource } from '../source.ts';
import type { XmlElement } from '../xml.ts';

const EITHER: Readonly<Record<string, string>> = {
  scriptTask: 'script',
  businessRuleTask: 'calledDecision',
  sendTask: 'publishMessage',
};

export function checkTask(report: Report, model: Model, task: XmlElement): void {
  const definitions = extensions(task, 'taskDefinition').length;
  const alternative = EITHER[task.name];
  if (isBpmn(task, 'serviceTask') && definitions !== 1) {
    report.add(task, "Must have exactly one 'zeebe:taskDefinition' extension element");
  }
  // Zeebe 8.5.8 takes a send task that publishes by itself and then fails with an exception when it gets there
  const missing = isBpmn(task, 'sendTask') && definitions === 0;
  if (alternative !== undefined && (missing || definitions + extensions(task, alternative).length !== 1)) {
    report.add(
      task,
      `Must have either one 'zeebe:${alternative}' or one 'zeebe:taskDefinition' extension element`,
    );
  }
  if (isBpmn(task, 'receiveTask') && !resolve(model, attribute(task, 'messageRef'))) {
    report.add(task, 'Must reference a message');
  }
}

/** Checks the extension elements that any flow element may carry. */
export function checkExtensions(report: Report, element: XmlElement): void {
  for (const definition of extensions(element, 'taskDefinition')) {
    checkSource(report, definition, attribute(definition, 'type'), true);
    checkSource(report, definition, attribute(definition, 'retries'), false);
  }
  for (const script of extensions(element, 'script')) {
    checkExpression(report, script, attribute(script, 'expression'));
    checkResultVariable(report, script);
  }
  for (const decision of extensions(element, 'calledDecision')) {
    checkSource(report, decision, attribute(decision, 'decisionId'), true);
    checkResultVariable(report, decision);
  }
  checkHeaders(report, element);
}

function checkResultVariable(report: Report, element: XmlElement): void {
  if ((attribute(element, 'resultVariable') ?? '') === '') {
    report.add(element, "Attribute 'resultVariable' must be present and not empty");
  }
}

function checkHeaders(report: Report, element: XmlElement): void {
  const [headers, second] = extensions(element, 'taskHeaders');
  if (second) report.add(element, "Must have at most one 'zeebe:taskHeaders' extension element");
  const keys = zeebeChildren(headers, 'header').map((header) => attribute(header, 'key') || 'null');
  const repeated = new Set(keys.filter((key, index) => keys.indexOf(key) !== index));
  for (const key of repeated) {
    if (headers) report.add(headers, `Headers contain duplicate entries for key '${key}'`);
  }
}
