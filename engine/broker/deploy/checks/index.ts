/** Runs every check over a BPMN file. */
import {
  attribute,
  bpmnChildren,
  eventDefinitions,
  executableProcesses,
  isActivity,
  isBpmn,
  isFlowNode,
  isSubProcess,
  type Model,
  resolve,
  walk,
} from '../model.ts';
import { notYet, unsupportedElement } from '../not-yet.ts';
import { createReport, type Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import {
  checkBoundaryEvent,
  checkCatchEvent,
  checkEndEvent,
  checkEventDefinition,
  checkStartEvent,
  checkThrowEvent,
} from './events.ts';
import { checkConditionalFlows, checkExclusiveGateway, checkSequenceFlow } from './flows.ts';
import { checkMappings } from './mappings.ts';
import { checkMessages } from './messages.ts';
import { checkDefinitions, checkProcess, checkSharedScope, checkSubProcess } from './process.ts';
import { checkExtensions, checkTask } from './tasks.ts';
import { checkTimer } from './timers.ts';
import { checkUserTask } from './user-task.ts';

type Check = (report: Report, model: Model, element: XmlElement) => void;

const BY_NAME: Readonly<Record<string, Check>> = {
  startEvent: checkStartEvent,
  endEvent: checkEndEvent,
  intermediateCatchEvent: checkCatchEvent,
  intermediateThrowEvent: checkThrowEvent,
  boundaryEvent: checkBoundaryEvent,
  exclusiveGateway: checkExclusiveGateway,
  sequenceFlow: checkSequenceFlow,
  userTask: checkUserTask,
};
/** What Zeebe 8.5 itself does not execute. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  complexGateway: 'ComplexGateway',
  transaction: 'Transaction',
  adHocSubProcess: 'AdHocSubProcess',
};
const NO_ID = 'Cannot invoke "String.getBytes(java.nio.charset.Charset)" because "value" is null';

/** Everything wrong with a file that follows the schema. */
export function checkModel(model: Model): Report {
  const report = createReport();
  checkDefinitions(report, model);
  checkMessages(report, model);
  for (const process of executableProcesses(model.root)) {
    checkProcess(report, model, process);
    for (const element of walk(process)) checkElement(report, model, element);
  }
  return report;
}

function checkElement(report: Report, model: Model, element: XmlElement): void {
  if (!isBpmn(element)) return;
  const unsupported = UNSUPPORTED[element.name];
  if (unsupported !== undefined) report.add(element, unsupportedElement(unsupported));
  const missing = notYet(element);
  if (missing) report.add(missing.element, missing.message);
  if (
    (isFlowNode(element) || isBpmn(element, 'process', 'sequenceFlow')) &&
    attribute(element, 'id') === undefined
  ) {
    report.add(element, NO_ID);
  }
  if (isBpmn(element, 'timerEventDefinition')) checkTimer(report, element);
  if (element.name.endsWith('EventDefinition')) checkEventDefinition(report, model, element);
  if (isFlowNode(element)) {
    checkConditionalFlows(report, model, element);
    checkExtensions(report, element);
    checkMappings(report, element);
  }
  if (isActivity(element)) checkActivity(report, model, element);
  BY_NAME[element.name]?.(report, model, element);
}

function checkActivity(report: Report, model: Model, element: XmlElement): void {
  if (isSubProcess(element)) checkSubProcess(report, model, element);
  else checkTask(report, model, element);
  const attached = element.parent
    ? bpmnChildren(element.parent, 'boundaryEvent').filter(
        (event) => resolve(model, attribute(event, 'attachedToRef')) === element,
      )
    : [];
  checkSharedScope(
    report,
    model,
    element,
    attached.flatMap((event) => eventDefinitions(event)[0] ?? []),
  );
}
