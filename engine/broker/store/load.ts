/** Reading at start (index rows only) and process instances when they are needed. */
import { compiled } from '../deploy/definitions.ts';
import { newElement } from '../state/elements.ts';
import type { Definition, Instance, Job, JobState, Key } from '../state/model.ts';
import { restore } from '../state/rows.ts';
import type { State } from '../state/state.ts';
import type { Reader } from './connection.ts';
import { decodeDocument, decodeElement, decodeSteps } from './encoding.ts';
import { loadDecisions, loadForms } from './load-decisions.ts';

const stored = { persisted: true, removed: false };

interface Reference {
  key: string;
  process_instance_key: string;
  element_instance_key: string;
  process_definition_key: string;
  element_id: string;
}
const reference = (row: Reference) => ({
  ...stored,
  key: Number(row.key),
  processInstanceKey: Number(row.process_instance_key),
  elementInstanceKey: Number(row.element_instance_key),
  processDefinitionKey: Number(row.process_definition_key),
  elementId: row.element_id,
});

/** Texts that repeat in every row are kept once. */
function interner(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
}

export async function loadDefinitions(
  reader: Reader,
  enter: (definition: Definition) => void,
): Promise<void> {
  const query = 'select * from zeebe.process_definition order by bpmn_process_id, version';
  await reader.forEach<{
    key: string;
    bpmn_process_id: string;
    version: number;
    resource_name: string;
    checksum: string;
    deployment_key: string;
    resource: string;
  }>(query, (row) =>
    enter({
      ...stored,
      key: Number(row.key),
      bpmnProcessId: row.bpmn_process_id,
      version: row.version,
      resourceName: row.resource_name,
      checksum: row.checksum,
      deploymentKey: Number(row.deployment_key),
      resource: Buffer.from(row.resource, 'base64'),
      graph: undefined,
    }),
  );
}

/** Jobs, timers, subscriptions, messages, locks, incidents and cut runs. */
export async function loadIndexes(reader: Reader, state: State): Promise<void> {
  const same = interner();
  await loadDecisions(reader, state);
  await loadForms(reader, state);
  await reader.forEach<{ key: string; running: number }>(
    `select process_definition_key as key, count(*)::int as running from zeebe.element_instance
     where key = process_instance_key group by 1`,
    ({ key, running }) => state.running.set(Number(key), running),
  );
  const columns = [
    'key',
    'process_instance_key',
    'element_instance_key',
    'process_definition_key',
    'element_id',
  ];
  const common = columns.join(', ');
  await reader.scan<
    Reference & { type: string; state: JobState; retries: number; due: string; worker: string }
  >('zeebe.job', [...columns, 'type', 'state', 'retries', 'due', 'worker'], (row) =>
    restore(state, 'jobs', {
      ...reference(row),
      elementId: same(row.element_id),
      type: same(row.type),
      headers: undefined,
      state: same(row.state) as JobState,
      retries: row.retries,
      due: Number(row.due),
      worker: same(row.worker),
    }),
  );
  await reader.scan<Reference & { due: string; repetitions: number; cycle: string }>(
    'zeebe.timer',
    [...columns, 'due', 'repetitions', 'cycle'],
    (row) =>
      restore(state, 'timers', {
        ...reference(row),
        elementId: same(row.element_id),
        due: Number(row.due),
        repetitions: row.repetitions,
        cycle: same(row.cycle),
      }),
  );
  await reader.scan<Reference & { message_name: string; correlation_key: string }>(
    'zeebe.message_subscription',
    [...columns, 'message_name', 'correlation_key'],
    (row) =>
      restore(state, 'subscriptions', {
        ...reference(row),
        elementId: same(row.element_id),
        messageName: same(row.message_name),
        correlationKey: row.correlation_key,
      }),
  );
  await reader.forEach<Reference & { signal_name: string }>(
    `select ${common}, signal_name from zeebe.signal_subscription order by element_instance_key`,
    (row) =>
      restore(state, 'signalSubscriptions', {
        ...reference(row),
        elementId: same(row.element_id),
        signalName: same(row.signal_name),
      }),
  );
  await reader.forEach<{
    key: string;
    name: string;
    correlation_key: string;
    message_id: string;
    deadline: string;
    variables: string;
    correlated: string;
  }>('select * from zeebe.message order by key', (row) =>
    restore(state, 'messages', {
      ...stored,
      key: Number(row.key),
      name: same(row.name),
      correlationKey: row.correlation_key,
      messageId: row.message_id,
      deadline: Number(row.deadline),
      variables: decodeDocument(row.variables),
      correlated: new Set(JSON.parse(row.correlated) as string[]),
    }),
  );
  await reader.forEach<{ process_instance_key: string; bpmn_process_id: string; correlation_key: string }>(
    'select * from zeebe.message_start_lock',
    (row) =>
      restore(state, 'locks', {
        ...stored,
        processInstanceKey: Number(row.process_instance_key),
        bpmnProcessId: same(row.bpmn_process_id),
        correlationKey: row.correlation_key,
      }),
  );
  await reader.forEach<
    Reference & { type: string; message: string; job_key: string | null; created_at: string }
  >(`select ${common}, type, message, job_key, created_at from zeebe.incident`, (row) =>
    restore(state, 'incidents', {
      ...reference(row),
      type: row.type as 'UNKNOWN',
      message: row.message,
      jobKey: row.job_key === null ? undefined : Number(row.job_key),
      createdAt: Number(row.created_at),
    }),
  );
  await reader.forEach<{ key: string; process_instance_key: string; steps: string }>(
    'select * from zeebe.continuation order by key',
    (row) =>
      restore(state, 'continuations', {
        ...stored,
        key: Number(row.key),
        processInstanceKey: Number(row.process_instance_key),
        steps: decodeSteps(row.steps),
      }),
  );
  await reader.forEach<{
    key: string;
    caller_key: string;
    caller_process_instance_key: string;
    root_process_instance_key: string;
    depth: number;
  }>('select * from zeebe.called_instance', (row) =>
    restore(state, 'calls', {
      ...stored,
      key: Number(row.key),
      callerKey: Number(row.caller_key),
      callerInstanceKey: Number(row.caller_process_instance_key),
      rootKey: Number(row.root_process_instance_key),
      depth: row.depth,
    }),
  );
}

interface ElementRow {
  key: string;
  process_instance_key: string;
  process_definition_key: string;
  parent_key: string | null;
  element_id: string;
  state: 'ACTIVATED';
  job_key: string | null;
  data: string | null;
  variables: [string, string][] | null;
  headers: string | null;
}

/**
 * Reads the process instances that the given element instances belong to, with their variables; unknown keys are left out. Nothing is
 * entered into memory: the caller does so when no newer version has got there in the meantime.
 */
export async function loadInstances(
  reader: Reader,
  state: State,
  keys: readonly Key[],
): Promise<LoadedInstance[]> {
  // each part can only be done through its index: a plan made from old statistics would read whole tables
  const rows = await reader.rows<ElementRow>(
    `with wanted as materialized (
  select distinct process_instance_key as key from zeebe.element_instance where key = any ($1::text::bigint[]))
select e.*, (select j.headers from zeebe.job j where j.key = e.job_key) as headers,
  (select json_agg(json_build_array(v.name, v.value)) from zeebe.variable v where v.scope_key = e.key) as variables
from wanted w
cross join lateral (select * from zeebe.element_instance i where i.process_instance_key = w.key offset 0) e
order by e.key`,
    [`{${keys.join(',')}}`],
  );
  const loaded = new Map<Key, LoadedInstance>();
  for (const row of rows) readElement(state, loaded, row);
  return [...loaded.values()];
}

export interface LoadedInstance {
  readonly instance: Instance;
  readonly headers: ReadonlyMap<Key, string>;
}

function readElement(state: State, loaded: Map<Key, LoadedInstance>, row: ElementRow): void {
  const instanceKey = Number(row.process_instance_key);
  let entry = loaded.get(instanceKey) as { instance: Instance; headers: Map<Key, string> } | undefined;
  if (!entry) {
    const definition = state.definitions.get(Number(row.process_definition_key));
    if (!definition) throw new Error(`process definition ${row.process_definition_key} is missing`);
    const instance = {
      key: instanceKey,
      definition,
      graph: compiled(definition),
      elements: new Map(),
      batch: 0,
      warmCalls: 0,
      path: state.history && { text: '', saved: true },
    };
    entry = { instance, headers: new Map() };
    loaded.set(instanceKey, entry);
  }
  const { instance } = entry;
  const parent = row.parent_key === null ? undefined : instance.elements.get(Number(row.parent_key));
  const named = instance.graph.nodes[instance.graph.byId.get(row.element_id) ?? -1];
  // a body and its inner instances have one id: inside a body comes the inner node
  const inner = parent && named === parent.node && named.kind === 'multiInstanceBody';
  const node = inner ? instance.graph.nodes[named.inner] : named;
  if (!node) throw new Error(`process ${instance.definition.key} has no element ${row.element_id}`);
  const element = newElement(Number(row.key), instance, node, parent);
  element.persisted = true;
  element.state = row.state;
  if (parent) parent.children++;
  if (row.job_key !== null) element.jobKey = Number(row.job_key);
  if (row.variables) {
    element.variables = new Map(row.variables);
    element.variablesPersisted = true;
  }
  if (row.job_key !== null && row.headers !== null) entry.headers.set(Number(row.job_key), row.headers);
  instance.elements.set(element.key, element);
  decodeElement(element, row.data);
}

/** Gives jobs of a loaded instance their headers back. */
export function fillHeaders(state: State, loaded: LoadedInstance): void {
  for (const [key, headers] of loaded.headers) {
    const job: Job | undefined = state.jobs.get(key);
    if (job && job.headers === undefined) job.headers = headers;
  }
}
