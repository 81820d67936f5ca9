/** How each kind of row is written: table, columns with types, and the values of a row. */
import type { ElementInstance, Row } from '../state/model.ts';
import type { ChangeKind, Changes } from '../state/state.ts';
import type { Value } from './arrays.ts';
import { encodeElement, encodeMessage, encodeSteps } from './encoding.ts';

export interface Table<R extends Row> {
  readonly name: string;
  /** Column and type; the first is the primary key. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** Columns that change after the insert. */
  readonly changing: readonly string[];
  readonly key: (row: R) => number;
  readonly values: (row: R) => Value[];
}

type RowOf<K extends ChangeKind> = Changes[K] extends Set<infer T> ? (T extends Row ? T : never) : never;
/** Variables have a statement of their own. */
export type TableKind = Exclude<ChangeKind, 'variables'>;

const reference: readonly (readonly [string, string])[] = [
  ['process_instance_key', 'bigint'],
  ['element_instance_key', 'bigint'],
  ['process_definition_key', 'bigint'],
  ['element_id', 'text'],
];
const referenceOf = (row: {
  readonly processInstanceKey: number;
  readonly elementInstanceKey: number;
  readonly processDefinitionKey: number;
  readonly elementId: string;
}): Value[] => [row.processInstanceKey, row.elementInstanceKey, row.processDefinitionKey, row.elementId];

const elementValues = (element: ElementInstance): Value[] => [
  element.key,
  element.instance.key,
  element.instance.definition.key,
  element.parent?.key ?? null,
  element.node.id,
  element.state,
  element.jobKey ?? null,
  encodeElement(element),
];

export const tables: { readonly [K in TableKind]: Table<RowOf<K>> } = {
  definitions: {
    name: 'process_definition',
    columns: [
      ['key', 'bigint'],
      ['bpmn_process_id', 'text'],
      ['version', 'int'],
      ['resource_name', 'text'],
      ['checksum', 'text'],
      ['deployment_key', 'bigint'],
      ['resource', 'text'],
    ],
    changing: ['resource'],
    key: (row) => row.key,
    values: (row) => [
      row.key,
      row.bpmnProcessId,
      row.version,
      row.resourceName,
      row.checksum,
      row.deploymentKey,
      Buffer.from(row.resource).toString('base64'),
    ],
  },
  decisionRequirements: {
    name: 'decision_requirements',
    columns: [
      ['key', 'bigint'],
      ['decision_requirements_id', 'text'],
      ['name', 'text'],
      ['version', 'int'],
      ['resource_name', 'text'],
      ['checksum', 'text'],
      ['deployment_key', 'bigint'],
      ['resource', 'text'],
    ],
    changing: [],
    key: (row) => row.key,
    values: (row) => [
      row.key,
      row.id,
      row.name,
      row.version,
      row.resourceName,
      row.checksum,
      row.deploymentKey,
      Buffer.from(row.resource).toString('base64'),
    ],
  },
  decisions: {
    name: 'decision',
    columns: [
      ['key', 'bigint'],
      ['decision_id', 'text'],
      ['name', 'text'],
      ['version', 'int'],
      ['decision_requirements_key', 'bigint'],
    ],
    changing: [],
    key: (row) => row.key,
    values: (row) => [row.key, row.decisionId, row.name, row.version, row.requirements.key],
  },
  forms: {
    name: 'form',
    columns: [
      ['key', 'bigint'],
      ['form_id', 'text'],
      ['version', 'int'],
      ['resource_name', 'text'],
      ['checksum', 'text'],
      ['deployment_key', 'bigint'],
      ['resource', 'text'],
    ],
    changing: ['resource'],
    key: (row) => row.key,
    values: (row) => [
      row.key,
      row.formId,
      row.version,
      row.resourceName,
      row.checksum,
      row.deploymentKey,
      Buffer.from(row.resource).toString('base64'),
    ],
  },
  elements: {
    name: 'element_instance',
    columns: [
      ['key', 'bigint'],
      ['process_instance_key', 'bigint'],
      ['process_definition_key', 'bigint'],
      ['parent_key', 'bigint'],
      ['element_id', 'text'],
      ['state', 'text'],
      ['job_key', 'bigint'],
      ['data', 'text'],
    ],
    changing: ['state', 'job_key', 'data'],
    key: (row) => row.key,
    values: elementValues,
  },
  jobs: {
    name: 'job',
    columns: [
      ['key', 'bigint'],
      ['type', 'text'],
      ...reference,
      ['headers', 'text'],
      ['state', 'text'],
      ['retries', 'int'],
      ['due', 'bigint'],
      ['worker', 'text'],
    ],
    changing: ['state', 'retries', 'due', 'worker'],
    key: (row) => row.key,
    values: (row) => [
      row.key,
      row.type,
      ...referenceOf(row),
      row.headers ?? '{}',
      row.state,
      row.retries,
      row.due,
      row.worker,
    ],
  },
  timers: {
    name: 'timer',
    columns: [['key', 'bigint'], ...reference, ['due', 'bigint'], ['repetitions', 'int'], ['cycle', 'text']],
    changing: ['due', 'repetitions'],
    key: (row) => row.key,
    values: (row) => [row.key, ...referenceOf(row), row.due, row.repetitions, row.cycle],
  },
  subscriptions: {
    name: 'message_subscription',
    columns: [['key', 'bigint'], ...reference, ['message_name', 'text'], ['correlation_key', 'text']],
    changing: [],
    key: (row) => row.key,
    values: (row) => [row.key, ...referenceOf(row), row.messageName, row.correlationKey],
  },
  signalSubscriptions: {
    name: 'signal_subscription',
    columns: [['key', 'bigint'], ...reference, ['signal_name', 'text']],
    changing: [],
    key: (row) => row.key,
    values: (row) => [row.key, ...referenceOf(row), row.signalName],
  },
  messages: {
    name: 'message',
    columns: [
      ['key', 'bigint'],
      ['name', 'text'],
      ['correlation_key', 'text'],
      ['message_id', 'text'],
      ['deadline', 'bigint'],
      ['variables', 'text'],
      ['correlated', 'text'],
    ],
    changing: ['correlated'],
    key: (row) => row.key,
    values: (row) => [
      row.key,
      row.name,
      row.correlationKey,
      row.messageId,
      row.deadline,
      ...encodeMessage(row),
    ],
  },
  locks: {
    name: 'message_start_lock',
    columns: [
      ['process_instance_key', 'bigint'],
      ['bpmn_process_id', 'text'],
      ['correlation_key', 'text'],
    ],
    changing: [],
    key: (row) => row.processInstanceKey,
    values: (row) => [row.processInstanceKey, row.bpmnProcessId, row.correlationKey],
  },
  incidents: {
    name: 'incident',
    columns: [
      ['key', 'bigint'],
      ['type', 'text'],
      ['message', 'text'],
      ...reference,
      ['job_key', 'bigint'],
      ['created_at', 'bigint'],
    ],
    changing: [],
    key: (row) => row.key,
    values: (row) => [row.key, row.type, row.message, ...referenceOf(row), row.jobKey ?? null, row.createdAt],
  },
  continuations: {
    name: 'continuation',
    columns: [
      ['key', 'bigint'],
      ['process_instance_key', 'bigint'],
      ['steps', 'text'],
    ],
    changing: [],
    key: (row) => row.key,
    values: (row) => [row.key, row.processInstanceKey, encodeSteps(row.steps)],
  },
  calls: {
    name: 'called_instance',
    columns: [
      ['key', 'bigint'],
      ['caller_key', 'bigint'],
      ['caller_process_instance_key', 'bigint'],
      ['root_process_instance_key', 'bigint'],
      ['depth', 'int'],
    ],
    changing: [],
    key: (row) => row.key,
    values: (row) => [row.key, row.callerKey, row.callerInstanceKey, row.rootKey, row.depth],
  },
};
