/** Exclusive, inclusive and parallel gateways: they pass in one step. */
import type { NodeOf, SequenceFlow } from '../../deploy/graph.ts';
import type { ElementInstance } from '../../state/model.ts';
import type { Behaviour } from '../behaviour.ts';
import { type Engine, scopeOf } from '../engine.ts';
import { evaluateBoolean, failed, type Result, success } from '../evaluate.ts';
import { leave } from '../transitions.ts';

export const parallelGateway: Behaviour<'parallelGateway'> = {
  activate(engine, element) {
    leave(engine, element);
    return undefined;
  },
  complete: () => undefined,
};

export const exclusiveGateway: Behaviour<'exclusiveGateway'> = {
  activate(engine, element, node) {
    const flow = chooseFlow(engine, element, node);
    if (!flow.ok) return flow.failure;
    leave(engine, element, flow.value ? [flow.value] : []);
    return undefined;
  },
  complete: () => undefined,
};

export const inclusiveGateway: Behaviour<'inclusiveGateway'> = {
  activate(engine, element, node) {
    const flows = chooseFlows(engine, element, node);
    if (!flows.ok) return flows.failure;
    leave(engine, element, flows.value);
    return undefined;
  },
  complete: () => undefined,
};

const NOTHING_FITS = 'Expected at least one condition to evaluate to true, or to have a default flow';

/** All flows whose condition is true, else the default flow, else a failure. */
function chooseFlows(
  engine: Engine,
  element: ElementInstance,
  node: NodeOf<'inclusiveGateway'>,
): Result<readonly SequenceFlow[]> {
  const [only] = node.outgoing;
  if (!only) return success([]);
  if (node.outgoing.length === 1 && !only.condition) return success([only]);
  const chosen: SequenceFlow[] = [];
  for (const flow of node.outgoing) {
    if (!flow.condition || flow === node.defaultFlow) continue;
    const holds = evaluateBoolean(flow.condition, scopeOf(engine, element));
    if (!holds.ok) return holds;
    if (holds.value) chosen.push(flow);
  }
  if (chosen.length > 0) return success(chosen);
  return node.defaultFlow ? success([node.defaultFlow]) : failed(NOTHING_FITS, 'CONDITION_ERROR');
}

/** The first flow in Zeebe's order whose condition is true, else the default flow, else a failure. */
function chooseFlow(
  engine: Engine,
  element: ElementInstance,
  node: NodeOf<'exclusiveGateway'>,
): Result<SequenceFlow | undefined> {
  const [only] = node.outgoing;
  if (!only) return success(undefined);
  if (node.outgoing.length === 1 && !only.condition) return success(only);
  for (const flow of node.outgoing) {
    if (!flow.condition || flow === node.defaultFlow) continue;
    const holds = evaluateBoolean(flow.condition, scopeOf(engine, element));
    if (!holds.ok) return holds;
    if (holds.value) return success(flow);
  }
  if (node.defaultFlow) return success(node.defaultFlow);
  return failed(NOTHING_FITS, 'CONDITION_ERROR');
}
