/** Rules on processes, sub-processes and the events that share a scope. */

import { compile } from '../../feel/index.ts';
import {
  attribute,
  bpmnChildren,
  eventDefinitions,
  executableProcesses,
  flag,
  isBpmn,
  isEventSubProcess,
  type Model,
  resolve,
} from '../model.ts';
import type { Report } from '../report.ts';
import { isExpression } from '../source.ts';
import type { XmlElement } from '../xml.ts';

const SUB_PROCESS_STARTS = [
  'messageEventDefinition',
  'timerEventDefinition',
  'errorEventDefinition',
  'signalEventDefinition',
  'escalationEventDefinition',
];
const CATCH_ALL =
  'The same scope can not contain more than one error catch event without error code. An error catch event without error code catches all errors.';

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
  for (const start of starts) checkStartMessageName(report, model, start);
  checkEventSubProcesses(report, model, process);
  const compensation = bpmnChildren(process, 'subProcess').filter(
    (child) => isEventSubProcess(child) && startDefinition(child)?.name === 'compensateEventDefinition',
  );
  for (const child of compensation) {
    report.add(child, 'A compensation event subprocess is not allowed on the process level');
  }
}

/** The name of a start event's message is read at deployment, without variables. */
function checkStartMessageName(report: Report, model: Model, start: XmlElement): void {
  const message = messageOf(model, eventDefinitions(start)[0]);
  const name = message ? attribute(message, 'name') : undefined;
  if (name === undefined || !isExpression(name)) return;
  const constant = constantName(name);
  if (typeof constant === 'string') return;
  report.add(
    start,
    `Expected constant expression of type String for message name '${name}', but was ${constant.type}`,
  );
}

const TYPE_NAMES: Readonly<Record<string, string>> = { boolean: 'BOOLEAN', number: 'NUMBER' };

/** Value of a message name that needs no variables. */
export function constantName(name: string): string | { type: string } {
  if (!isExpression(name)) return name;
  const compiled = compile(name.slice(1));
  if (!compiled.ok) return { type: 'NULL' };
  const result = compiled.expression.evaluate(
    () => undefined,
    () => new Date(0),
  );
  if (!result.ok || result.value === null) return { type: 'NULL' };
  return typeof result.value === 'string'
    ? result.value
    : { type: TYPE_NAMES[typeof result.value] ?? 'OBJECT' };
}

const messageOf = (model: Model, definition: XmlElement | undefined): XmlElement | undefined =>
  definition && isBpmn(definition, 'messageEventDefinition')
    ? resolve(model, attribute(definition, 'messageRef'))
    : undefined;

const startOf = (subProcess: XmlElement): XmlElement | undefined => bpmnChildren(subProcess, 'startEvent')[0];
const startDefinition = (subProcess: XmlElement): XmlElement | undefined => {
  const start = startOf(subProcess);
  return start && eventDefinitions(start)[0];
};

export function checkSubProcess(report: Report, model: Model, subProcess: XmlElement): void {
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
  const allowed = ['subProcess', 'transaction'].includes(subProcess.parent?.name ?? '')
    ? [...SUB_PROCESS_STARTS, 'compensateEventDefinition']
    : SUB_PROCESS_STARTS;
  if (!definition || !allowed.includes(definition.name)) {
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
  if (interrupting && bpmnChildren(definition, 'timeCycle').length > 0) {
    report.add(subProcess, 'Interrupting timer event with time cycle is not allowed.');
  }
}

function checkEventSubProcesses(report: Report, model: Model, scope: XmlElement): void {
  const definitions = bpmnChildren(scope, 'subProcess')
    .filter(isEventSubProcess)
    .flatMap((child) => startDefinition(child) ?? []);
  checkSharedScope(report, model, scope, definitions);
}

/** Events of one scope must differ in message name and in error code. `holder` is the element that the report names. */
export function checkSharedScope(
  report: Report,
  model: Model,
  holder: XmlElement,
  definitions: readonly XmlElement[],
): void {
  const names = definitions.flatMap((definition) => {
    const message = messageOf(model, definition);
    return message ? (attribute(message, 'name') ?? []) : [];
  });
  for (const name of repeated(names)) {
    report.add(holder, `Multiple message event definitions with the same name '${name}' are not allowed.`);
  }
  const errors = definitions.filter((definition) => isBpmn(definition, 'errorEventDefinition'));
  const catchAll = errors.filter((definition) => attribute(definition, 'errorRef') === undefined);
  if (catchAll.length > 1) report.add(holder, CATCH_ALL);
  const codes = errors.flatMap((definition) => {
    const error = resolve(model, attribute(definition, 'errorRef'));
    return error ? (attribute(error, 'errorCode') ?? []) : [];
  });
  for (const code of repeated(codes)) {
    report.add(
      holder,
      `Multiple error catch events with the same error code '${code}' are not supported on the same scope.`,
    );
  }
}

const repeated = (names: readonly string[]): Set<string> =>
  new Set(names.filter((name, index) => names.indexOf(name) !== index));
