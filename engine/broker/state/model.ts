/** What the broker keeps, as records in memory; each is a row of the table of the same name (store/schema.ts). */

import type { Node, NodeId, ProcessGraph } from '../deploy/graph.ts';
import type { DecisionGraph } from '../dmn/index.ts';
import type { Path } from './history.ts';

/**
 * `1 << 51 | counter`, partition 1 of Zeebe's key space (zeebe.md 1.8): below 2^52, so a JavaScript number holds it exactly.
 * The gateway turns int64 texts into keys and refuses other partitions before anything gets here.
 */
export type Key = number;

/** Variables as raw minified JSON texts by name. */
export type Document = ReadonlyMap<string, string>;
export const emptyDocument: Document = new Map();

/** A row that is written when it changes. */
export interface Row {
  /** There is (or will be, when the flush under way has committed) a row in Postgres. */
  persisted: boolean;
  removed: boolean;
  /** It belongs to another element or process definition than when it was written last. */
  moved?: boolean;
}

export interface Definition extends Row {
  readonly key: Key;
  readonly bpmnProcessId: string;
  readonly version: number;
  readonly resourceName: string;
  /** MD5 of the resource, hexadecimal: Zeebe's measure of a duplicate. */
  readonly checksum: string;
  readonly deploymentKey: Key;
  /** The BPMN file; dropped when the definition is deleted. */
  resource: Uint8Array;
  /** Compiled on first use. */
  graph: ProcessGraph | undefined;
}

/** A deployed DMN file; its row goes when it is deleted, and its version is given again (zeebe.md 3.17). */
export interface DecisionRequirements extends Row {
  readonly key: Key;
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly resourceName: string;
  /** MD5 of the resource, hexadecimal. */
  readonly checksum: string;
  readonly deploymentKey: Key;
  readonly resource: Uint8Array;
  /** Its decisions by their id. */
  readonly decisions: Map<string, DeployedDecision>;
  /** Compiled on first use. */
  graph: DecisionGraph | undefined;
}

/** A version of a decision. */
export interface DeployedDecision extends Row {
  readonly key: Key;
  readonly decisionId: string;
  readonly name: string;
  readonly version: number;
  readonly requirements: DecisionRequirements;
}

/** A deployed form. */
export interface Form extends Row {
  readonly key: Key;
  readonly formId: string;
  readonly version: number;
  readonly resourceName: string;
  readonly checksum: string;
  readonly deploymentKey: Key;
  /** The file; empty when the version was deleted. */
  resource: Uint8Array;
}

/** A process instance that is in memory: all of its element instances, or nothing. */
export interface Instance {
  readonly key: Key;
  readonly definition: Definition;
  readonly graph: ProcessGraph;
  readonly elements: Map<Key, ElementInstance>;
  /** Number of the last batch that touched it; it may leave memory once that is committed. */
  batch: number;
  /** Instances in memory that call activities of this one have called: while there are any, it stays in memory, too. */
  warmCalls: number;
  /** For its history; undefined when none is kept. */
  readonly path: Path | undefined;
}

/** A process instance that a call activity has created. Always in memory, so that its callers can be read together with it. */
export interface CalledInstance extends Row {
  /** Process instance key. */
  readonly key: Key;
  /** Element instance of the call activity, and its process instance. */
  readonly callerKey: Key;
  readonly callerInstanceKey: Key;
  /** The instance at the top, which nobody called. */
  readonly rootKey: Key;
  /** 1 for what the root instance calls. */
  readonly depth: number;
}

/** How far a multi-instance activity has got. */
export interface Loop {
  /** Body: inner instances created so far; inner instance: its number, from 1 on. */
  readonly counter: number;
  /** Body: inner instances completed. */
  readonly completed: number;
}

type ElementState = 'ACTIVATING' | 'ACTIVATED' | 'COMPLETING' | 'TERMINATING';

/** An event that was triggered and waits until its scope is empty or its host has terminated. */
export interface PendingEvent {
  readonly node: NodeId;
  readonly variables: Document;
}

/** A completed activity that has a compensation handler, or has such activities inside. */
export interface Compensable {
  /** Grows with the time of completion. */
  readonly key: Key;
  /** Id of the activity. */
  readonly activity: string;
  readonly inside: readonly Compensable[];
}

export interface Compensation {
  /** Of a scope: what has completed in it and can be compensated, oldest first. */
  readonly completed: readonly Compensable[];
  /** Of a throwing event: handlers that it waits for. */
  readonly awaited: number;
  /** Of a handler: the event that waits for it. */
  readonly thrower?: Key;
}

export interface ElementInstance extends Row {
  readonly key: Key;
  readonly instance: Instance;
  readonly node: Node;
  /** The flow scope; undefined for the process. */
  readonly parent: ElementInstance | undefined;
  state: ElementState;
  children: number;
  /** Sequence flows taken towards an element that is not active yet, and tokens waiting at parallel gateways. */
  activeFlows: number;
  /** Waiting tokens by flow index. */
  tokens: Map<number, number> | undefined;
  /** Event sub-process or terminate end event that has interrupted this scope. */
  interruptedBy: NodeId | undefined;
  /** Event sub-process to start once the last child is gone. */
  whenEmpty: PendingEvent | undefined;
  /** Boundary event to go on with once this activity has terminated. */
  whenTerminated: PendingEvent | undefined;
  /** Of a multi-instance body or an inner instance. */
  loop: Loop | undefined;
  compensation: Compensation | undefined;
  /** Number of the execution listener whose job is being done. */
  listener: number | undefined;
  variables: Map<string, string> | undefined;
  /** Names changed since the last flush. */
  dirtyVariables: Set<string> | undefined;
  /** There are rows of this scope in `zeebe.variable`. */
  variablesPersisted: boolean;
  jobKey: Key | undefined;
}

export type JobState = 'ACTIVATABLE' | 'ACTIVATED' | 'FAILED' | 'ERROR_THROWN';

export interface Job extends Row {
  readonly key: Key;
  readonly type: string;
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  /** Custom headers as JSON text; undefined while the instance is not in memory. */
  headers: string | undefined;
  state: JobState;
  retries: number;
  /** Epoch ms: end of the activation (ACTIVATED) or of the back-off (FAILED); 0 when there is none. */
  due: number;
  worker: string;
}

export interface Timer extends Row {
  readonly key: Key;
  /** 0 for timer start events. */
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  /** Epoch ms. */
  due: number;
  /** How often it still fires, this time included; -1 = for ever. */
  repetitions: number;
  /** The cycle's text where it repeats, else ''. */
  readonly cycle: string;
}

export interface Subscription extends Row {
  readonly key: Key;
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  readonly messageName: string;
  readonly correlationKey: string;
}

export interface SignalSubscription extends Row {
  readonly key: Key;
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  readonly signalName: string;
}

export interface Message extends Row {
  readonly key: Key;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageId: string;
  /** Epoch ms. */
  readonly deadline: number;
  readonly variables: Document;
  /** BPMN process ids it has been correlated to: at most once each. */
  readonly correlated: Set<string>;
}

/** While it stands, no second instance starts by message with this correlation key (zeebe.md 3.9). */
export interface StartLock extends Row {
  readonly bpmnProcessId: string;
  readonly correlationKey: string;
  readonly processInstanceKey: Key;
}

export type IncidentType =
  | 'IO_MAPPING_ERROR'
  | 'JOB_NO_RETRIES'
  | 'CONDITION_ERROR'
  | 'EXTRACT_VALUE_ERROR'
  | 'UNHANDLED_ERROR_EVENT'
  | 'CALLED_ELEMENT_ERROR'
  | 'MESSAGE_SIZE_EXCEEDED'
  | 'CALLED_DECISION_ERROR'
  | 'DECISION_EVALUATION_ERROR'
  | 'FORM_NOT_FOUND'
  | 'UNKNOWN';

export interface Failure {
  readonly type: IncidentType;
  readonly message: string;
}

export interface Incident extends Row, Failure {
  readonly key: Key;
  readonly processInstanceKey: Key;
  readonly elementInstanceKey: Key;
  readonly processDefinitionKey: Key;
  readonly elementId: string;
  /** Set when resolving means giving the job out again. */
  readonly jobKey: Key | undefined;
  readonly createdAt: number;
}

/** One step of a running process: what Zeebe calls a follow-up command. Plain data, so that a long run can be cut and go on later. */
export type Step =
  | {
      readonly type: 'activate';
      readonly scope: Key;
      readonly node: NodeId;
      readonly variables?: Document;
      /** Number of an inner instance of a multi-instance activity. */
      readonly loopCounter?: number;
      /** By start instruction or modification: no token is under way, and variables are the element's own. */
      readonly direct?: boolean;
      /** Of a compensation handler: the event that waits for it. */
      readonly thrower?: Key;
    }
  /** Creates the inner instances of a parallel multi-instance activity, from one number to another. */
  | { readonly type: 'spawn'; readonly element: Key; readonly from: number; readonly to: number }
  /** Begins a process instance that a call activity has created. */
  | { readonly type: 'begin'; readonly element: Key }
  /** `event` is what an event-based gateway waited for. */
  | {
      readonly type: 'complete';
      readonly element: Key;
      readonly variables?: Document;
      readonly event?: NodeId;
    }
  /** The job of an execution listener was completed. */
  | { readonly type: 'listener'; readonly element: Key; readonly variables?: Document }
  | { readonly type: 'terminate'; readonly element: Key }
  /** An incident of this element was resolved: activates or completes it again. */
  | { readonly type: 'retry'; readonly element: Key }
  /** A subscription was opened: takes a buffered message if there is one. */
  | { readonly type: 'correlate'; readonly subscription: Key }
  /**
   * A signal was broadcast: triggers a portion of those who wait, from `after` on; later portions only those who waited
   * already at the first, `before` that key. `reads` counts the readings of cold ones.
   */
  | {
      readonly type: 'signal';
      readonly name: string;
      readonly variables: Document;
      readonly after: Key;
      readonly before?: Key;
      readonly reads: number;
    }
  /** An instance started by message has ended: the next buffered message may start one. */
  | { readonly type: 'unlock'; readonly bpmnProcessId: string; readonly correlationKey: string };

/** The rest of a run that was cut because it took too many steps at once. */
export interface Continuation extends Row {
  readonly key: Key;
  readonly processInstanceKey: Key;
  readonly steps: readonly Step[];
}
