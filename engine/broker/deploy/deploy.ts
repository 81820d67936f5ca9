/** DeployResource, DeployProcess and DeleteResource (zeebe.md 3.19). */
import { createHash } from 'node:crypto';
import { accept, type Command, done, type Empty, type Outcome, reject } from '../commands/command.ts';
import { parseDmn } from '../dmn/index.ts';
import type { Engine } from '../process/engine.ts';
import type { Definition, Form, Key } from '../state/model.ts';
import { add, fresh, remove } from '../state/rows.ts';
import { change, markChanged, newKey } from '../state/state.ts';
import { evaluateTimer } from '../timers/due.ts';
import {
  type DeployedRequirements,
  type DmnResource,
  deleteDecisions,
  deployDecisions,
  duplicateDecisionIds,
} from './decisions.ts';
import {
  compiled,
  enterDefinition,
  eventStartsOf,
  latestOf,
  leaveDefinition,
  listenToLatest,
} from './definitions.ts';
import {
  deleteForm,
  deployedForm,
  deployForm,
  duplicateFormIds,
  type FormResource,
  readFormId,
} from './forms.ts';
import type { ProcessGraph } from './graph.ts';
import { parseBpmn } from './index.ts';

export interface Resource {
  readonly name: string;
  readonly content: Uint8Array;
}
export interface Deployment {
  readonly key: Key;
  readonly processes: readonly Definition[];
  readonly decisions: readonly DeployedRequirements[];
  readonly forms: readonly Form[];
}
interface BpmnResource extends Resource {
  readonly checksum: string;
  readonly processes: readonly ProcessGraph[];
}
interface ParsedResources {
  readonly bpmn: readonly BpmnResource[];
  readonly dmn: readonly DmnResource[];
  readonly forms: readonly FormResource[];
}

const checksumOf = (content: Uint8Array): string => createHash('md5').update(content).digest('hex');

/** Reads all resources or says what is wrong with each. */
function parseResources(resources: readonly Resource[]): Outcome<ParsedResources> {
  if (resources.length === 0) {
    return reject('INVALID_ARGUMENT', 'Expected to deploy at least one resource, but none given');
  }
  const bpmn: BpmnResource[] = [];
  const dmn: DmnResource[] = [];
  const forms: FormResource[] = [];
  let errors = '';
  for (const { name, content } of resources) {
    if (name.endsWith('.dmn')) {
      const result = parseDmn(content);
      if (result.ok) dmn.push({ name, content, checksum: checksumOf(content), graph: result.graph });
      else errors += `\n'${name}': ${result.message}`;
      continue;
    }
    if (name.endsWith('.form')) {
      const form = readFormId(name, content);
      if (form.ok) forms.push({ name, content, checksum: checksumOf(content), formId: form.id });
      else errors += `\n${form.message}`;
      continue;
    }
    if (!/\.(bpmn|xml)$/.test(name)) {
      errors += `\n\n'${name}': unknown resource type`;
      continue;
    }
    const result = parseBpmn(name, content);
    if (result.ok) bpmn.push({ name, content, checksum: checksumOf(content), processes: result.processes });
    // the check for straight-through loops quotes the name differently
    else if (result.message.startsWith('- Process:'))
      errors += `\n${result.message.replaceAll(/^- Process:/gm, `\`${name}\`: - Process:`)}`;
    else errors += `\n'${name}': ${result.message}`;
  }
  if (!errors) {
    const twice = duplicateDecisionIds(dmn) || duplicateFormIds(forms);
    const processes = duplicateIds(bpmn);
    if (!processes.ok) return processes;
    if (twice === '') return accept({ bpmn, dmn, forms });
    errors = `\n${twice}`;
  }
  const intro = 'Expected to deploy new resources, but encountered the following errors:';
  return reject('INVALID_ARGUMENT', `${intro}${errors}`);
}

/** Process ids stand in an index of Postgres, whose entries are below 2 704 bytes. */
const MAX_ID = 600;

function duplicateIds(parsed: readonly BpmnResource[]): Outcome<readonly BpmnResource[]> {
  const seen = new Map<string, string>();
  for (const { name, processes } of parsed) {
    for (const { bpmnProcessId } of processes) {
      if (bpmnProcessId.length > MAX_ID) {
        return reject(
          'INVALID_ARGUMENT',
          `Expected process ids of at most ${MAX_ID} characters in resource '${name}'`,
        );
      }
      const other = seen.get(bpmnProcessId);
      if (other !== undefined) {
        const reason = `Expected to deploy new resources, but encountered the following errors:\nDuplicated process id in resources '${other}' and '${name}'`;
        return reject('INVALID_ARGUMENT', reason);
      }
      seen.set(bpmnProcessId, name);
    }
  }
  return accept(parsed);
}

/** Reading happens here, before the command is queued: it needs nothing of the state. */
export function deployCommand(resources: readonly Resource[]): Command<Deployment> {
  const parsed = parseResources(resources);
  return {
    intent: 'CREATE',
    process(engine) {
      if (!parsed.ok) return parsed;
      const key = newKey(engine.state);
      const processes = parsed.value.bpmn.flatMap((resource) =>
        resource.processes.map((graph) => deployProcess(engine, key, resource, graph)),
      );
      const decisions = parsed.value.dmn.map((resource) => deployDecisions(engine, key, resource));
      const forms = parsed.value.forms.map((resource) => deployForm(engine, key, resource));
      return accept({ key, processes, decisions, forms });
    },
  };
}

function deployProcess(
  engine: Engine,
  deploymentKey: Key,
  resource: BpmnResource,
  graph: ProcessGraph,
): Definition {
  const { state } = engine;
  const { bpmnProcessId } = graph;
  const latest = latestOf(state, bpmnProcessId);
  if (latest && latest.checksum === resource.checksum && latest.resourceName === resource.name) return latest;
  const definition: Definition = {
    ...fresh,
    key: newKey(state),
    bpmnProcessId,
    version: (state.highestVersion.get(bpmnProcessId) ?? 0) + 1,
    resourceName: resource.name,
    checksum: resource.checksum,
    deploymentKey,
    resource: resource.content,
    graph,
  };
  const undo = enterDefinition(state, definition);
  state.undo.push(() => {
    definition.removed = true;
    undo();
  });
  markChanged(state, 'definitions', definition);
  if (latest) cancelStartTimers(engine, latest);
  openStarts(engine, bpmnProcessId);
  return definition;
}

function cancelStartTimers({ state }: Engine, definition: Definition): void {
  for (const timer of [...(state.timersOf.get(definition.key) ?? [])]) remove(state, 'timers', timer);
}

/** Makes the latest version of a process listen for its start messages and timers. */
function openStarts(engine: Engine, bpmnProcessId: string): void {
  const { state } = engine;
  state.undo.push(listenToLatest(state, bpmnProcessId));
  const latest = latestOf(state, bpmnProcessId);
  if (!latest) return;
  for (const { id, event } of eventStartsOf(compiled(latest))) {
    if (event.type !== 'timer') continue;
    const schedule = evaluateTimer(event, { element: undefined, now: engine.now() });
    if (!schedule.ok) throw new Error(`timer start event ${id}: ${schedule.failure.message}`);
    const timer = {
      ...fresh,
      ...schedule.value,
      key: newKey(state),
      processInstanceKey: 0,
      elementInstanceKey: 0,
      processDefinitionKey: latest.key,
      elementId: id,
    };
    add(state, 'timers', timer);
    engine.wakeAt(timer.due, 'timer', timer.key);
  }
}

export function deleteResourceCommand(key: Key): Command<Empty> {
  return {
    intent: 'DELETE',
    process(engine) {
      const { state } = engine;
      const requirements = state.decisionRequirements.get(key);
      if (requirements) {
        deleteDecisions(engine, requirements);
        return done;
      }
      const form = deployedForm(state, key);
      if (form) {
        deleteForm(engine, form);
        return done;
      }
      const definition = state.definitions.get(key);
      if (!definition) {
        const reason = `Expected to delete resource but no resource found with key \`${key}\``;
        return reject('NOT_FOUND', reason);
      }
      if ((state.running.get(key) ?? 0) > 0) {
        const reason = `Expected to delete resource with key \`${key}\` but there are still running instances`;
        return reject('INVALID_STATE', reason);
      }
      const wasLatest = latestOf(state, definition.bpmnProcessId) === definition;
      cancelStartTimers(engine, definition);
      state.undo.push(leaveDefinition(state, key));
      change(state, 'definitions', definition, { resource: new Uint8Array() });
      if (wasLatest) openStarts(engine, definition.bpmnProcessId);
      return done;
    },
  };
}
