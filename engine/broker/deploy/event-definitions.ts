/** Event definitions of the graph from those of the file. */
import { constantName } from './checks/names.ts';
import { timerText } from './checks/timers.ts';
import type { EventDefinition, StaticText, ValueSource } from './graph.ts';
import {
  attribute,
  bpmnChildren,
  eventDefinitions,
  extension,
  isBpmn,
  isEventSubProcess,
  type Model,
  resolve,
} from './model.ts';
import { expressionOf, isExpression, sourceOf } from './source.ts';
import type { XmlElement } from './xml.ts';

type SignalDefinition = EventDefinition & { readonly type: 'signal' };
type MessageDefinition = EventDefinition & { readonly type: 'message' };

/** Message that an event or receive task refers to. */
export function messageDefinition(model: Model, holder: XmlElement): MessageDefinition {
  const message = resolve(model, attribute(holder, 'messageRef'));
  const name = (message && attribute(message, 'name')) ?? '';
  const subscription = message && extension(message, 'subscription');
  const key = subscription && attribute(subscription, 'correlationKey');
  const event: MessageDefinition = { type: 'message', name: sourceOf(name) };
  return key !== undefined && isExpression(key) ? { ...event, correlationKey: expressionOf(key) } : event;
}

/** A process's start events are found by name alone, known at deployment. */
function processStart(model: Model, definition: XmlElement): MessageDefinition {
  const { name } = messageDefinition(model, definition);
  return { type: 'message', name: constantText(name) };
}

function constantText(name: ValueSource): StaticText {
  const constant = constantName(name.feel ? `=${name.feel.source}` : name.text);
  return { text: 'text' in constant ? constant.text : '' };
}

const isProcessStart = (event: XmlElement): boolean =>
  isBpmn(event, 'startEvent') && event.parent !== undefined && !isEventSubProcess(event.parent);

function errorDefinition(model: Model, event: XmlElement, definition: XmlElement): EventDefinition {
  const error = resolve(model, attribute(definition, 'errorRef'));
  const code = (error && attribute(error, 'errorCode')) ?? '';
  return code === '' ? { type: 'error' } : { type: 'error', code: codeOf(event, code) };
}

/** A catch event that refers to no escalation catches all; one without a code catches only the empty code. */
function escalationDefinition(model: Model, event: XmlElement, definition: XmlElement): EventDefinition {
  const escalation = resolve(model, attribute(definition, 'escalationRef'));
  if (!escalation) return { type: 'escalation' };
  return { type: 'escalation', code: codeOf(event, attribute(escalation, 'escalationCode') ?? '') };
}

const THROWING = ['endEvent', 'intermediateThrowEvent'];
const codeOf = (event: XmlElement, code: string): ValueSource =>
  isBpmn(event, ...THROWING) ? sourceOf(code) : { text: code };

function signalDefinition(model: Model, event: XmlElement, definition: XmlElement): SignalDefinition {
  const signal = resolve(model, attribute(definition, 'signalRef'));
  const name = sourceOf((signal && attribute(signal, 'name')) ?? '');
  return { type: 'signal', name: isProcessStart(event) ? constantText(name) : name };
}

/** Name of a link event; undefined for other events. */
export function linkName(event: XmlElement): string | undefined {
  const [definition] = eventDefinitions(event);
  return definition && isBpmn(definition, 'linkEventDefinition')
    ? (attribute(definition, 'name') ?? '')
    : undefined;
}

function compensationDefinition(definition: XmlElement): EventDefinition {
  const activity = attribute(definition, 'activityRef')?.trim();
  return activity === undefined ? { type: 'compensation' } : { type: 'compensation', activity };
}

/** What triggers or what is thrown by an event. */
export function eventDefinitionOf(model: Model, event: XmlElement): EventDefinition {
  const [definition] = eventDefinitions(event);
  switch (definition?.name) {
    case 'messageEventDefinition':
      return isProcessStart(event) ? processStart(model, definition) : messageDefinition(model, definition);
    case 'signalEventDefinition':
      return signalDefinition(model, event, definition);
    case 'escalationEventDefinition':
      return escalationDefinition(model, event, definition);
    case 'compensateEventDefinition':
      return compensationDefinition(definition);
    case 'linkEventDefinition':
      return { type: 'link' };
    case 'timerEventDefinition': {
      const timer = isBpmn(event, 'intermediateThrowEvent') ? undefined : timerText(definition);
      return timer ? { type: 'timer', timer: timer.kind, value: sourceOf(timer.text) } : { type: 'none' };
    }
    case 'errorEventDefinition':
      return isBpmn(event, 'intermediateThrowEvent')
        ? { type: 'none' }
        : errorDefinition(model, event, definition);
    case 'terminateEventDefinition':
      return isBpmn(event, 'endEvent') ? { type: 'terminate' } : { type: 'none' };
    default:
      return { type: 'none' };
  }
}

/** Whether an event has a message definition. */
export const isMessageEvent = (event: XmlElement): boolean =>
  bpmnChildren(event, 'messageEventDefinition').length > 0;

/** Whether an event has a signal definition. */
export const isSignalEvent = (event: XmlElement): boolean =>
  bpmnChildren(event, 'signalEventDefinition').length > 0;
