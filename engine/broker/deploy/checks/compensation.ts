/** Rules on compensation events and handlers. */
import {
  attribute,
  bpmnChildren,
  eventDefinitions,
  flag,
  isBpmn,
  isEventSubProcess,
  isSubProcess,
  type Model,
  resolve,
} from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';

const boundariesOf = (model: Model, activity: XmlElement): XmlElement[] =>
  activity.parent
    ? bpmnChildren(activity.parent, 'boundaryEvent').filter(
        (event) => resolve(model, attribute(event, 'attachedToRef')) === activity,
      )
    : [];

const isCompensation = (event: XmlElement): boolean =>
  eventDefinitions(event).some((definition) => isBpmn(definition, 'compensateEventDefinition'));

/** An event in an event sub-process may name what is beside that one, too (and then finds nothing to compensate). */
const aroundEventSubProcess = (event: XmlElement): XmlElement | undefined =>
  event.parent && isEventSubProcess(event.parent) ? event.parent.parent : undefined;

export function checkCompensation(
  report: Report,
  model: Model,
  definition: XmlElement,
  event: XmlElement,
): void {
  if (!flag(definition, 'waitForCompletion', true)) {
    const kind = isBpmn(event, 'endEvent') ? 'end event' : 'intermediate throwing event';
    report.add(event, `A compensation ${kind} waitForCompletion attribute must be true or not present`);
  }
  const reference = attribute(definition, 'activityRef');
  if (reference === undefined) return;
  const activity = resolve(model, reference);
  const refuse = (reason: string): void =>
    report.add(definition, `The referenced compensation activity '${reference}' ${reason}`);
  if (!activity) refuse("doesn't exist");
  else if (activity.parent !== event.parent && activity.parent !== aroundEventSubProcess(event))
    refuse('must be in the same scope as the compensation throw event');
  else if (!isSubProcess(activity) && !boundariesOf(model, activity).some(isCompensation)) {
    refuse('must have either a compensation boundary event or be a subprocess');
  }
}

export function checkCompensationHandler(report: Report, model: Model, activity: XmlElement): void {
  if (!flag(activity, 'isForCompensation', false)) return;
  const has = (what: string): void => report.add(activity, `A compensation handler should have no ${what}`);
  if (bpmnChildren(activity, 'incoming').length > 0) has('incoming sequence flows');
  if (bpmnChildren(activity, 'outgoing').length > 0) has('outgoing sequence flows');
  if (boundariesOf(model, activity).length > 0) has('boundary events');
}
