/** What is wrong with a modification, in Zeebe's order and words (zeebe.md 3.20). */
import { activatableTypes, elementType, isActivatable } from '../deploy/element-types.ts';
import type { ProcessGraph } from '../deploy/graph.ts';
import { type Activation, flowScopes } from '../process/activation.ts';
import type { ElementInstance } from '../state/model.ts';
import type { State } from '../state/state.ts';
import { accept, type Outcome, reject } from './command.ts';
import type { ActivateInstruction, ModifyInstance } from './modify-instance.ts';

export interface Instruction extends Activation {
  /** The client sent 0 instead of -1 as ancestor: Zeebe fails where it would have to choose. */
  readonly zeroAncestor: boolean;
}

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
const quoted = (values: readonly (string | number)[]): string =>
  distinct(values)
    .map((value) => `'${value}'`)
    .join(', ');

/** Type of an element by its id, sequence flows included; undefined when there is none. */
export function typeOfId(graph: ProcessGraph, id: string): string | undefined {
  const node = graph.nodes[graph.byId.get(id) ?? -1];
  if (node) return elementType(node);
  return graph.flows.some((flow) => flow.id === id) ? 'SEQUENCE_FLOW' : undefined;
}

/** Whether an event waits on behalf of an event-based gateway. */
export function isAfterEventGateway(graph: ProcessGraph, id: string): boolean {
  const node = graph.nodes[graph.byId.get(id) ?? -1];
  return node?.incoming.some(({ source }) => graph.nodes[source]?.kind === 'eventBasedGateway') ?? false;
}

type Check = (state: State, root: ElementInstance, wanted: ModifyInstance) => string | undefined;

const notFound: Check = (_state, { instance: { graph } }, { activate }) => {
  const unknown = activate.filter(({ elementId }) => typeOfId(graph, elementId) === undefined);
  return unknown.length > 0
    ? `activate instructions with an element that could not be found: ${quoted(unknown.map(({ elementId }) => elementId))}`
    : undefined;
};

const unsupported: Check = (_state, { instance: { graph } }, { activate }) => {
  const ids = activate.map(({ elementId }) => elementId);
  const intro = (found: readonly string[]): string =>
    `activate instructions for elements that are unsupported: ${quoted(found)}. The activation of`;
  const awaited = ids.filter((id) => isAfterEventGateway(graph, id));
  if (awaited.length > 0) {
    return `${intro(awaited)} events belonging to an event-based gateway is not supported.`;
  }
  const others = ids.filter((id) => !isActivatable(typeOfId(graph, id) ?? ''));
  if (others.length === 0) return undefined;
  const types = quoted(others.map((id) => typeOfId(graph, id) ?? ''));
  return `${intro(others)} elements with type ${types} is not supported. Supported element types are: ${activatableTypes}.`;
};

const terminated: Check = (state, _root, { terminate }) => {
  const unknown = terminate.filter((key) => !state.elements.has(key));
  return unknown.length > 0
    ? `terminate instructions with an element instance that could not be found: ${quoted(unknown)}`
    : undefined;
};

const variableScopes: Check = (_state, { instance: { graph } }, { activate }) => {
  const scopes = activate.flatMap(({ elementId, variables }) =>
    variables.filter(({ scopeId }) => scopeId !== '').map(({ scopeId }) => ({ elementId, scopeId })),
  );
  const unknown = scopes.filter(({ scopeId }) => typeOfId(graph, scopeId) === undefined);
  if (unknown.length > 0) {
    return `variable instructions with a scope element id that could not be found: ${quoted(unknown.map(({ scopeId }) => scopeId))}`;
  }
  const belongs = ({ elementId, scopeId }: { elementId: string; scopeId: string }): boolean => {
    const node = graph.byId.get(elementId) ?? -1;
    return [...flowScopes(graph, node), node].includes(graph.byId.get(scopeId) ?? -2);
  };
  return scopes.every(belongs)
    ? undefined
    : "variable instructions with a scope element that doesn't belong to the activating element's flow scope. These variables should be set before or after the modification.";
};

const ancestors: Check = (state, root, { activate }) => {
  const { graph } = root.instance;
  const given = activate.filter(({ ancestorKey }) => ancestorKey > 0);
  const keys = (some: readonly ActivateInstruction[]): string =>
    quoted(some.map(({ ancestorKey }) => ancestorKey));
  const absent = given.filter(({ ancestorKey }) => state.elements.get(ancestorKey)?.state !== 'ACTIVATED');
  const intro = 'activate instructions with an ancestor scope key that';
  if (absent.length > 0) return `${intro} does not exist, or is not in an active state: ${keys(absent)}`;
  const foreign = given.filter(
    ({ ancestorKey }) => state.elements.get(ancestorKey)?.instance !== root.instance,
  );
  if (foreign.length > 0) {
    return `${intro} does not belong to the modified process instance: ${keys(foreign)}`;
  }
  const lines = given.flatMap(({ elementId, ancestorKey }) => {
    const ancestor = state.elements.get(ancestorKey);
    if (!ancestor || flowScopes(graph, graph.byId.get(elementId) ?? -1).includes(ancestor.node.index))
      return [];
    return `- instance '${ancestorKey}' of element '${ancestor.node.id}' is not an ancestor of element '${elementId}'`;
  });
  return lines.length > 0
    ? `${intro} is not an ancestor of the element to activate:\n${lines.join('\n')}`
    : undefined;
};

const CHECKS: readonly Check[] = [notFound, unsupported, terminated, variableScopes, ancestors];

/** The activate instructions by node and element instance, when nothing is wrong with the modification. */
export function readInstructions(
  state: State,
  root: ElementInstance,
  wanted: ModifyInstance,
): Outcome<readonly Instruction[]> {
  const { graph, definition } = root.instance;
  for (const check of CHECKS) {
    const found = check(state, root, wanted);
    if (found !== undefined) {
      const reason = `Expected to modify instance of process '${definition.bpmnProcessId}' but it contains one or more ${found}`;
      return reject('INVALID_ARGUMENT', reason);
    }
  }
  return accept(wanted.activate.map((instruction) => resolve(state, graph, instruction)));
}

function resolve(state: State, graph: ProcessGraph, instruction: ActivateInstruction): Instruction {
  const { elementId, ancestorKey, variables } = instruction;
  const ancestor = ancestorKey > 0 ? state.elements.get(ancestorKey) : undefined;
  return {
    node: graph.byId.get(elementId) ?? 0,
    ...(ancestor && { ancestor }),
    zeroAncestor: ancestorKey === 0,
    variables: variables.map(({ document, scopeId }) => ({
      scope: scopeId === '' ? 0 : (graph.byId.get(scopeId) ?? 0),
      document,
    })),
  };
}
