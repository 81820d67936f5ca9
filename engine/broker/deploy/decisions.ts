/** Deployed decisions: versions, duplicates, deletion, graphs compiled on first use (zeebe.md 3.17). */
import { type Decision, type DecisionGraph, parseDmn } from '../dmn/index.ts';
import type { Engine } from '../process/engine.ts';
import type { DecisionRequirements, DeployedDecision, Key } from '../state/model.ts';
import { add, fresh, remove } from '../state/rows.ts';
import { newKey, type State } from '../state/state.ts';

/** A DMN file that was read. */
export interface DmnResource {
  readonly name: string;
  readonly content: Uint8Array;
  readonly checksum: string;
  readonly graph: DecisionGraph;
}

export interface DeployedRequirements {
  readonly requirements: DecisionRequirements;
  readonly decisions: readonly DeployedDecision[];
}

/** Why files of one deployment exclude each other; '' when they do not. */
export function duplicateDecisionIds(resources: readonly DmnResource[]): string {
  const requirements = resources.map(({ name, graph }) => ({ id: graph.id, name }));
  const decisions = resources.flatMap(({ name, graph }) => graph.decisions.map(({ id }) => ({ id, name })));
  return duplicated('decision requirements', requirements) ?? duplicated('decision', decisions) ?? '';
}

function duplicated(
  kind: string,
  entries: readonly { readonly id: string; readonly name: string }[],
): string | undefined {
  const seen = new Map<string, string>();
  for (const { id, name } of entries) {
    const other = seen.get(id);
    if (other !== undefined) {
      return `Expected the ${kind} ids to be unique within a deployment but found a duplicated id '${id}' in the resources '${other}' and '${name}'.`;
    }
    seen.set(id, name);
  }
  return undefined;
}

const latestRequirements = (state: State, id: string): DecisionRequirements | undefined =>
  state.requirementsVersions.get(id)?.at(-1);
export const latestDecision = (state: State, decisionId: string): DeployedDecision | undefined =>
  state.decisionVersions.get(decisionId)?.at(-1);

/** The deployed file itself when nothing about it is new: same name, same content, and its decisions are still the latest ones. */
function unchanged(state: State, resource: DmnResource): DeployedRequirements | undefined {
  const { graph, name, checksum } = resource;
  const requirements = latestRequirements(state, graph.id);
  if (!requirements || requirements.checksum !== checksum || requirements.resourceName !== name)
    return undefined;
  const decisions = graph.decisions.map(({ id }) => latestDecision(state, id));
  const own = decisions.filter((decision) => decision?.requirements === requirements);
  return own.length === decisions.length ? { requirements, decisions: own as DeployedDecision[] } : undefined;
}

export function deployDecisions(
  { state }: Engine,
  deploymentKey: Key,
  resource: DmnResource,
): DeployedRequirements {
  const known = unchanged(state, resource);
  if (known) return known;
  const { graph, name, checksum, content } = resource;
  const requirements: DecisionRequirements = {
    ...fresh,
    key: newKey(state),
    id: graph.id,
    name: graph.name,
    version: (latestRequirements(state, graph.id)?.version ?? 0) + 1,
    resourceName: name,
    checksum,
    deploymentKey,
    resource: content,
    decisions: new Map(),
    graph,
  };
  add(state, 'decisionRequirements', requirements);
  const decisions = graph.decisions.map((one) => {
    const decision: DeployedDecision = {
      ...fresh,
      key: newKey(state),
      decisionId: one.id,
      name: one.name,
      version: (latestDecision(state, one.id)?.version ?? 0) + 1,
      requirements,
    };
    add(state, 'decisions', decision);
    return decision;
  });
  return { requirements, decisions };
}

/** Deletes a file with its decisions; the versions before are the latest again. */
export function deleteDecisions({ state }: Engine, requirements: DecisionRequirements): void {
  for (const decision of [...requirements.decisions.values()]) remove(state, 'decisions', decision);
  remove(state, 'decisionRequirements', requirements);
}

function compiledDecisions(requirements: DecisionRequirements): DecisionGraph {
  if (requirements.graph) return requirements.graph;
  const parsed = parseDmn(requirements.resource);
  if (!parsed.ok) {
    throw new Error(`stored decision requirements ${requirements.key} cannot be read: ${parsed.message}`);
  }
  requirements.graph = parsed.graph;
  return parsed.graph;
}

/** The compiled logic of a deployed decision. */
export function logicOf({ requirements, decisionId, key }: DeployedDecision): Decision {
  const decision = compiledDecisions(requirements).byId.get(decisionId);
  if (!decision) throw new Error(`stored decision ${key} lacks ${decisionId}`);
  return decision;
}
