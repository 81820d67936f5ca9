/** CreateProcessInstance with start instructions (zeebe.md 3.20). */
import { compiled } from '../deploy/definitions.ts';
import { activatableTypes, isActivatable } from '../deploy/element-types.ts';
import type { NodeId, ProcessGraph } from '../deploy/graph.ts';
import { activateElement, flowScopes, openScope } from '../process/activation.ts';
import type { Engine } from '../process/engine.ts';
import { activated } from '../process/transitions.ts';
import { createElement, createInstance } from '../state/elements.ts';
import type { Definition, Document, ElementInstance } from '../state/model.ts';
import { newKey } from '../state/state.ts';
import { mergeLocal } from '../state/variables.ts';
import { accept, type Outcome, reject } from './command.ts';
import { isAfterEventGateway, typeOfId } from './modify-checks.ts';
import { takeBack } from './modify-instance.ts';

/** Creates an instance that begins at the given elements, in their order. */
export function startAt(
  engine: Engine,
  definition: Definition,
  ids: readonly string[],
  variables: Document,
): Outcome<ElementInstance> {
  const graph = compiled(definition);
  const wrong = refusal(graph, ids);
  if (wrong !== undefined) {
    const reason = `Expected to create instance of process with start instructions but ${wrong}`;
    return reject('INVALID_ARGUMENT', reason);
  }
  const { state } = engine;
  const key = newKey(state);
  const root = createElement(state, key, createInstance(state, key, definition), graph.nodes[0], undefined);
  mergeLocal(state, root, variables);
  let failure = openScope(engine, root);
  activated(engine, root);
  for (const id of ids) {
    if (failure !== undefined) break;
    const result = activateElement(engine, root, { node: graph.byId.get(id) ?? 0, variables: [] });
    if (!result.ok) failure = 'message' in result ? result.message : `${result.reason} flow scope of '${id}'`;
  }
  if (failure === undefined) return accept(root);
  takeBack(engine);
  return reject('INVALID_ARGUMENT', failure);
}

/** The first thing wrong with the instructions: each check looks at all of them. */
function refusal(graph: ProcessGraph, ids: readonly string[]): string | undefined {
  const unknown = ids.find((id) => typeOfId(graph, id) === undefined);
  if (unknown !== undefined) return `no element found with id '${unknown}'.`;
  const inner = ids.find((id) => isInsideMultiInstance(graph, graph.byId.get(id) ?? 0));
  if (inner !== undefined) {
    return `the element with id '${inner}' is inside a multi-instance subprocess. The creation of elements inside a multi-instance subprocess is not supported.`;
  }
  for (const id of ids) {
    const type = typeOfId(graph, id) ?? '';
    if (!isActivatable(type)) {
      return `the element with id '${id}' targets unsupported element type '${type}'. Supported element types are: ${activatableTypes}`;
    }
  }
  const awaited = ids.find((id) => isAfterEventGateway(graph, id));
  if (awaited !== undefined) {
    return `the element with id '${awaited}' belongs to an event-based gateway. The creation of elements belonging to an event-based gateway is not supported.`;
  }
  return undefined;
}

const isInsideMultiInstance = (graph: ProcessGraph, node: NodeId): boolean =>
  flowScopes(graph, node).some((scope) => graph.nodes[scope]?.kind === 'multiInstanceBody');
