/** Event definitions of the graph from those of the file. */
import { constantName } from './checks/names.ts';
import { timerText } from './checks/timers.ts';
import type { EventDefinition, StaticText } from './graph.ts';
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
  const constant = constantName(name.feel ? `=${name.feel.source}` : name.text);
  const text: StaticText = { text: 'text' in constant ? constant.text : '' };
  return { type: 'message', name: text };
}

function errorDefinition(model: Model, event: XmlElement, definition: XmlElement): EventDefinition {
  const error = resolve(model, attribute(definition, 'errorRef'));
  const code = (error && attribute(error, 'errorCode')) ?? '';
  if (code === '') return { type: 'error' };
  return { type: 'error', code: isBpmn(event, 'endEvent') ? sourceOf(code) : { text: code } };
}

/** What triggers or what is thrown by an event. */
export function eventDefinitionOf(model: Model, event: XmlElement): EventDefinition {
  const [definition] = eventDefinitions(event);
  switch (definition?.name) {
    case 'messageEventDefinition': {
      const atProcess =
        isBpmn(event, 'startEvent') && event.parent !== undefined && !isEventSubProcess(event.parent);
      return atProcess ? processStart(model, definition) : messageDefinition(model, definition);
    }
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
