/** What throw and end events without a job do when they are activated. */
import type { EventDefinition } from '../../deploy/graph.ts';
import { signalStep } from '../../signals/broadcast.ts';
import { setElement } from '../../state/elements.ts';
import { type ElementInstance, emptyDocument, type Failure } from '../../state/model.ts';
import { throwCompensation } from '../compensation.ts';
import { type Engine, scopeOf } from '../engine.ts';
import { throwError } from '../errors.ts';
import { throwEscalation } from '../escalations.ts';
import { evaluateCode, evaluateString } from '../evaluate.ts';
import { completeActivity } from '../job-work.ts';
import { applyInput } from '../mappings.ts';
import { activated, complete } from '../transitions.ts';

/** Throws an event and queues the completion of its element, if that goes on. */
export function throwEvent(
  engine: Engine,
  element: ElementInstance,
  event: EventDefinition,
): Failure | undefined {
  switch (event.type) {
    case 'signal':
      return throwSignal(engine, element, event);
    case 'escalation':
      return escalate(engine, element, event);
    case 'compensation':
      if (throwCompensation(engine, element, event)) return undefined;
      // at once, as in Zeebe, not with a step of its own
      setElement(engine.state, element, { state: 'COMPLETING' });
      return completeActivity(engine, element, undefined);
    case 'error':
      return fail(engine, element, event);
    default:
      activated(engine, element);
      complete(engine, element);
      return undefined;
  }
}

/** The signal carries the variables of the event's own scope: those of its input mappings. */
function throwSignal(
  engine: Engine,
  element: ElementInstance,
  event: EventDefinition & { type: 'signal' },
): Failure | undefined {
  const failure = applyInput(engine, element);
  if (failure) return failure;
  const name = evaluateString(event.name, scopeOf(engine, element));
  if (!name.ok) return name.failure;
  engine.steps.push(signalStep(name.value, new Map(element.variables)));
  activated(engine, element);
  complete(engine, element);
  return undefined;
}

function escalate(
  engine: Engine,
  element: ElementInstance,
  event: EventDefinition & { type: 'escalation' },
): Failure | undefined {
  if (!event.code) throw new Error(`escalation event ${element.node.id} has no code`);
  const code = evaluateCode(event.code, scopeOf(engine, element));
  if (!code.ok) return code.failure;
  activated(engine, element);
  if (throwEscalation(engine, element, code.value)) complete(engine, element);
  return undefined;
}

function fail(
  engine: Engine,
  element: ElementInstance,
  event: EventDefinition & { type: 'error' },
): Failure | undefined {
  if (!event.code) throw new Error(`error event ${element.node.id} has no code`);
  const code = evaluateCode(event.code, scopeOf(engine, element));
  if (!code.ok) return code.failure;
  const failure = throwError(engine, element, { code: code.value, message: '', variables: emptyDocument });
  if (!failure) activated(engine, element);
  return failure;
}
