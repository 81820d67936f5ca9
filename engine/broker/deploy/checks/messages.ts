/** Rules on messages and signals: name, subscription, and who refers to them. */
import { attribute, bpmnChildren, extensions, isBpmn, type Model, resolve, walk } from '../model.ts';
import type { Report } from '../report.ts';
import { checkExpression, checkSource } from '../source.ts';
import type { XmlElement } from '../xml.ts';

interface Uses {
  /** Start events of processes. */
  readonly starts: number;
  /** Everything that opens a subscription with a correlation key. */
  readonly catches: number;
}

function usesOf(model: Model, message: XmlElement): Uses {
  let starts = 0;
  let catches = 0;
  for (const element of walk(model.root)) {
    if (!isBpmn(element, 'messageEventDefinition', 'receiveTask')) continue;
    if (resolve(model, attribute(element, 'messageRef')) !== message) continue;
    const event = element.name === 'receiveTask' ? element : element.parent;
    if (!event) continue;
    if (isBpmn(event, 'startEvent') && event.parent && isBpmn(event.parent, 'process')) starts += 1;
    else if (!isBpmn(event, 'intermediateThrowEvent', 'endEvent')) catches += 1;
  }
  return { starts, catches };
}

export function checkMessages(report: Report, model: Model): void {
  for (const message of bpmnChildren(model.root, 'message')) checkMessage(report, model, message);
}

function checkMessage(report: Report, model: Model, message: XmlElement): void {
  const { starts, catches } = usesOf(model, message);
  const name = attribute(message, 'name') ?? '';
  const subscriptions = extensions(message, 'subscription');
  if (starts + catches > 0 && name === '') report.add(message, 'Name must be present and not empty');
  checkSource(report, message, name, false);
  if (starts > 1) report.add(message, 'A message cannot be referred by more than one start event');
  if (catches > 0 && subscriptions.length !== 1) {
    report.add(message, 'Must have exactly one zeebe:subscription extension element');
  }
  for (const subscription of subscriptions) {
    checkExpression(report, subscription, attribute(subscription, 'correlationKey'));
  }
}

/** A signal that is used needs a name. */
export function checkSignals(report: Report, model: Model): void {
  const used = new Set(
    [...walk(model.root)]
      .filter((element) => isBpmn(element, 'signalEventDefinition'))
      .map((element) => resolve(model, attribute(element, 'signalRef'))),
  );
  for (const signal of bpmnChildren(model.root, 'signal')) {
    const name = attribute(signal, 'name') ?? '';
    if (used.has(signal) && name === '') report.add(signal, 'Name must be present and not empty');
    checkSource(report, signal, name, false);
  }
}
