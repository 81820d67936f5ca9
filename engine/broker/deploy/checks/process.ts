/** Rules on processes and sub-processes and on the events that start them. */
import {
  bpmnChild,
  bpmnChildren,
  eventDefinitions,
  executableProcesses,
  extensions,
  flag,
  isBpmn,
  isEventSubProcess,
  type Model,
} from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { checkStartName } from './names.ts';
import { checkSharedScope } from './scope.ts';

const SUB_PROCESS_STARTS = [
  'messageEventDefinition',
  'timerEventDefinition',
  'errorEventDefinition',
  'signalEventDefinition',
  'escalationEventDefinition',
];

export function checkDefinitions(report: Report, model: Model): void {
  if (executableProcesses(model.root).length === 0) {
    report.add(model.root, 'Must contain at least one executable process');
  }
}

export function checkProcess(report: Report, model: Model, process: XmlElement): void {
  const starts = bpmnChildren(process, 'startEvent');
  if (starts.length === 0) report.add(process, 'Must have at least one start event');
  if (starts.filter((start) => eventDefinitions(start).length === 0).length > 1) {
    report.add(process, 'Multiple none start events are not allowed');
  }
  for (const start of starts) checkStartName(report, model, start);
  const signals = starts.flatMap((start) =>
    eventDefinitions(start).filter((definition) => isBpmn(definition, 'signalEventDefinition')),
  );
  checkSharedScope(report, model, process, signals);
  checkEventSubProcesses(report, model, process);
  for (const child of bpmnChildren(process, 'subProcess')) {
    if (isEventSubProcess(child) && startDefinition(child)?.name === 'compensateEventDefinition') {
      report.add(child, 'A compensation event subprocess is not allowed on the process level');
    }
  }
  for (const form of extensions(process, 'userTaskForm')) {
    if (form.text.trim() === '')
      report.add(form, 'User task form text content has to be present and not empty');
  }
}

const startDefinition = (subProcess: XmlElement): XmlElement | undefined => {
  const start = bpmnChild(subProcess, 'startEvent');
  return start && eventDefinitions(start)[0];
};

export function checkSubProcess(report: Report, model: Model, subProcess: XmlElement): void {
  if (isBpmn(subProcess, 'adHocSubProcess')) return;
  const starts = bpmnChildren(subProcess, 'startEvent');
  const [start] = starts;
  if (starts.length !== 1 || !start) report.add(subProcess, 'Must have exactly one start event');
  else if (isEventSubProcess(subProcess)) checkEventSubProcess(report, subProcess, start);
  else if (eventDefinitions(start).length > 0) {
    report.add(subProcess, 'Start events in subprocesses must be of type none');
  }
  checkEventSubProcesses(report, model, subProcess);
}

function checkEventSubProcess(report: Report, subProcess: XmlElement, start: XmlElement): void {
  const [definition] = eventDefinitions(start);
  if (!definition || !SUB_PROCESS_STARTS.includes(definition.name)) {
    report.add(
      subProcess,
      'Start events in event subprocesses must be one of: message, timer, error, signal or escalation',
    );
    return;
  }
  const interrupting = flag(start, 'isInterrupting', true);
  if (!interrupting && isBpmn(definition, 'errorEventDefinition')) {
    report.add(subProcess, 'Non-Interrupting event of this type is not allowed');
  }
  if (interrupting && bpmnChild(definition, 'timeCycle')) {
    report.add(subProcess, 'Interrupting timer event with time cycle is not allowed.');
  }
}

/** The start events of a scope's event sub-processes must not catch the same. */
function checkEventSubProcesses(report: Report, model: Model, scope: XmlElement): void {
  const children = bpmnChildren(scope, 'subProcess').filter(isEventSubProcess);
  checkSharedScope(
    report,
    model,
    scope,
    children.flatMap((child) => startDefinition(child) ?? []),
  );
}
