/** End events: none, error, terminate, and message ends that a job worker publishes. */
import { type ElementInstance, emptyDocument, type Failure } from '../../state/model.ts';
import type { Behaviour } from '../behaviour.ts';
import { type Engine, scopeOf } from '../engine.ts';
import { throwError } from '../errors.ts';
import { evaluateString } from '../evaluate.ts';
import { activateJobWork, evaluateJob } from '../job-work.ts';
import { applyOutput } from '../mappings.ts';
import { activated, closeScope, complete, interrupt, leave } from '../transitions.ts';

export const endEvent: Behaviour<'endEvent'> = {
  activate(engine, element, node) {
    const { job, event } = node;
    if (job) return activateJobWork(engine, element, () => evaluateJob(engine, element, job));
    if (event.type === 'error') {
      if (!event.code) throw new Error(`error end event ${node.id} has no code`);
      const code = evaluateString(event.code, scopeOf(engine, element));
      if (!code.ok) return code.failure;
      return activateError(engine, element, code.value);
    }
    activated(engine, element);
    complete(engine, element);
    return undefined;
  },
  complete(engine, element, node, variables) {
    const failure = applyOutput(engine, element, variables);
    if (failure) return failure;
    const scope = element.parent;
    leave(engine, element, []);
    if (node.event.type === 'terminate' && scope) {
      interrupt(engine, scope, node.index);
      closeScope(engine, scope);
    }
    return undefined;
  },
};

function activateError(engine: Engine, element: ElementInstance, code: string): Failure | undefined {
  const failure = throwError(engine, element, { code, message: '', variables: emptyDocument });
  if (!failure) activated(engine, element);
  return failure;
}
