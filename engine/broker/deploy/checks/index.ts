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
import { createReport, type Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';
import { checkCallActivity, checkMultiInstance } from './activities.ts';
import { checkEscalations } from './codes.ts';
import { checkCompensationHandler } from './compensation.ts';
import {
  checkBoundaryEvent,
  checkCatchEvent,
  checkEndEvent,
  checkEventDefinition,
  checkStartEvent,
  checkThrowEvent,
} from './events.ts';
import { checkSequenceFlow } from './flows.ts';
import {
  checkConditionalFlows,
  checkEventBasedGateway,
  checkExclusiveGateway,
  checkInclusiveGateway,
} from './gateways.ts';
import { checkLinks } from './links.ts';
import { checkListeners } from './listeners.ts';
import { checkMappings } from './mappings.ts';
import { checkMessages, checkSignals } from './messages.ts';
import { checkDefinitions, checkProcess, checkSubProcess } from './process.ts';
import { checkSharedScope } from './scope.ts';
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
  inclusiveGateway: checkInclusiveGateway,
  eventBasedGateway: checkEventBasedGateway,
  sequenceFlow: checkSequenceFlow,
  userTask: checkUserTask,
};
/** What Zeebe 8.5 itself does not execute. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  complexGateway: 'ComplexGateway',
  transaction: 'Transaction',
  adHocSubProcess: 'AdHocSubProcess',
};
const COVERAGE = 'https://docs.camunda.io/docs/components/modeler/bpmn/bpmn-coverage/';
const NO_ID = 'Cannot invoke "String.getBytes(java.nio.charset.Charset)" because "value" is null';

/** Everything wrong with a file that follows the schema. */
export function checkModel(model: Model): Report {
  const report = createReport();
  checkDefinitions(report, model);
  checkMessages(report, model);
  checkSignals(report, model);
  checkEscalations(report, model);
  const processes = executableProcesses(model.root);
  for (const process of processes) {
    checkProcess(report, model, process);
    for (const element of walk(process)) checkElement(report, model, element);
  }
  return report;
}

function checkElement(report: Report, model: Model, element: XmlElement): void {
  if (!isBpmn(element)) return;
  const unsupported = UNSUPPORTED[element.name];
  if (unsupported !== undefined) {
    report.add(
      element,
      `Elements of type '${unsupported}' are currently not supported. Please refer to the documentation for a list of supported elements: ${COVERAGE}`,
    );
  }
  const executed = isFlowNode(element) || isBpmn(element, 'process', 'sequenceFlow');
  if (executed && attribute(element, 'id') === undefined) report.add(element, NO_ID);
  if (executed) checkListeners(report, element);
  if (isBpmn(element, 'timerEventDefinition')) checkTimer(report, element);
  if (element.name.endsWith('EventDefinition')) checkEventDefinition(report, model, element);
  if (isFlowNode(element)) {
    checkConditionalFlows(report, model, element);
    checkExtensions(report, element);
    checkMappings(report, element);
  }
  if (isBpmn(element, 'process') || isSubProcess(element)) checkLinks(report, element);
  if (isActivity(element)) checkActivity(report, model, element);
  BY_NAME[element.name]?.(report, model, element);
}

function checkActivity(report: Report, model: Model, element: XmlElement): void {
  if (isSubProcess(element)) checkSubProcess(report, model, element);
  else checkTask(report, model, element);
  checkCallActivity(report, element);
  checkMultiInstance(report, element);
  checkCompensationHandler(report, model, element);
  const siblings = element.parent ? bpmnChildren(element.parent, 'boundaryEvent') : [];
  const attached = siblings.filter((event) => resolve(model, attribute(event, 'attachedToRef')) === element);
  checkSharedScope(
    report,
    model,
    element,
    attached.flatMap((event) => eventDefinitions(event)[0] ?? []),
  );
}
