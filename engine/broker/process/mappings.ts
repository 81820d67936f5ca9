/** Input and output mappings and the propagation of event variables (zeebe.md 3.4). */
import { type Document, type ElementInstance, emptyDocument, type Failure } from '../state/model.ts';
import { mergeLocal, mergeUpwards } from '../state/variables.ts';
import { type Engine, scopeOf } from './engine.ts';
import { evaluateMappings } from './evaluate.ts';

/** Sets the input-mapped variables in the element's own scope. */
export function applyInput(engine: Engine, element: ElementInstance): Failure | undefined {
  const { ioIn } = element.node;
  if (!ioIn) return undefined;
  const mapped = evaluateMappings(ioIn.context, scopeOf(engine, element));
  if (!mapped.ok) return mapped.failure;
  mergeLocal(engine.state, element, mapped.value);
  return undefined;
}

/** Elements whose own variables go up when there are neither mappings nor event variables. */
function carriesLocals(element: ElementInstance): boolean {
  const { node } = element;
  switch (node.kind) {
    case 'startEvent':
      return true;
    case 'boundaryEvent':
      return node.event.type !== 'error';
    default:
      return node.kind === 'intermediateCatchEvent' && node.awaitedByGateway;
  }
}

/** Propagates what an element results in; `variables` are those of the job, message or script that completed it. */
export function applyOutput(
  engine: Engine,
  element: ElementInstance,
  variables: Document | undefined,
): Failure | undefined {
  const { state } = engine;
  const { ioOut } = element.node;
  const { parent } = element;
  // results of an inner instance come to its own variables first, so that its output element sees them
  const scope = parent && parent.node.kind !== 'multiInstanceBody' ? parent : element;
  if (ioOut) {
    if (variables) mergeLocal(state, element, variables);
    const mapped = evaluateMappings(ioOut.context, scopeOf(engine, element));
    if (!mapped.ok) return mapped.failure;
    mergeUpwards(state, scope, mapped.value);
  } else if (variables && variables.size > 0) {
    mergeUpwards(state, element, variables);
  } else if (carriesLocals(element)) {
    mergeUpwards(state, scope, element.variables ?? emptyDocument);
  }
  return undefined;
}
