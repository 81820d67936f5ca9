/** Throwing errors (zeebe.md 3.7). */
import type { Document, ElementInstance, Failure } from '../state/model.ts';
import { findCatcher } from './catchers.ts';
import type { Engine } from './engine.ts';
import { trigger } from './trigger.ts';

/** Throws an error from an element; the failure for an incident when nobody catches it. */
export function throwError(
  engine: Engine,
  from: ElementInstance,
  error: { readonly code: string; readonly message: string; readonly variables: Document },
): Failure | undefined {
  const { catcher, available } = findCatcher(engine.state, from, 'error', error.code);
  if (catcher) {
    trigger(engine, catcher.owner, catcher.node, error.variables);
    return undefined;
  }
  return uncaught(error, available);
}

/** What an incident says of an error that nobody catches. */
export function uncaught(
  error: { readonly code: string; readonly message: string },
  available: readonly string[],
): Failure {
  const withMessage = error.message ? ` with message '${error.message}'` : '';
  const others =
    available.length > 0
      ? `Available error events are [${available.join(', ')}]`
      : 'No error events are available in the scope.';
  return {
    type: 'UNHANDLED_ERROR_EVENT',
    message: `Expected to throw an error event with the code '${error.code}'${withMessage}, but it was not caught. ${others}`,
  };
}
