/** The immutable, compiled form of one executable BPMN process: what the parser builds at deployment and the engine walks. */

import type { CompiledExpression } from '../feel/types.ts';

/** Dense index of a node in `ProcessGraph.nodes`. 0 is the process itself. */
export type NodeId = number;

/** An attribute text without leading `=`, verbatim. Whether "5" is a number or a string is the reader's business (zeebe.md 3.4). */
export interface StaticText {
  readonly text: string;
  readonly feel?: undefined;
}
/** An attribute text with leading `=`, compiled. */
interface FeelText {
  readonly feel: CompiledExpression;
  readonly text?: undefined;
}
export type ValueSource = StaticText | FeelText;

/** A list that may be written as comma-separated text (blanks trimmed) or as an expression (candidateGroups, candidateUsers). */
export type ListSource =
  | { readonly items: readonly string[]; readonly feel?: undefined }
  | (FeelText & { readonly items?: undefined });

/**
 * All mappings of one direction as ONE FEEL context, as Zeebe generates it: `{x:<source>,y:<source>}`; a static source is a string
 * literal; a target `a.b` nests (`{a:{b:<source>}}`; for outputs an existing `a` is merged first: deep merge, null where `a` is a
 * scalar). A later entry reads an earlier one; the same target twice: the last wins. Incident texts quote `context.source`.
 */
export interface IoMapping {
  readonly context: CompiledExpression;
}

export interface SequenceFlow {
  readonly id: string;
  /** Dense index in `ProcessGraph.flows`. */
  readonly index: number;
  readonly source: NodeId;
  readonly target: NodeId;
  /** Only on flows out of an exclusive or inclusive gateway. */
  readonly condition?: CompiledExpression;
}

export interface JobSpec {
  readonly type: ValueSource;
  /** `{text: '3'}` where the attribute is missing. */
  readonly retries: ValueSource;
  /** Task headers in document order; those with an empty value are left out. */
  readonly headers: readonly (readonly [key: string, value: string])[];
}

/** Execution listeners in document order; their jobs have no headers. */
export interface Listeners {
  readonly start: readonly JobSpec[];
  readonly end: readonly JobSpec[];
}

/** zeebe.md 3.16. The job type is always `io.camunda.zeebe:userTask` with one retry. */
export interface UserTaskSpec {
  /** `zeebe:userTask`: waits for Zeebe's REST interface, which 8.5's gRPC clients do not see; no job. */
  readonly native: boolean;
  /** Native: the `externalReference` attribute of the form. */
  readonly externalReference?: ValueSource;
  readonly headers: readonly (readonly [key: string, value: string])[];
  readonly assignee?: ValueSource;
  readonly candidateGroups?: ListSource;
  readonly candidateUsers?: ListSource;
  readonly dueDate?: ValueSource;
  readonly followUpDate?: ValueSource;
  /** The `formKey` attribute, or `camunda-forms:bpmn:…` of an embedded form, verbatim. */
  readonly formKey?: string;
  /** The `formId` attribute (linked form). */
  readonly formId?: ValueSource;
}

export type EventDefinition =
  | { readonly type: 'none' }
  | { readonly type: 'terminate' }
  | { readonly type: 'timer'; readonly timer: 'duration' | 'date' | 'cycle'; readonly value: ValueSource }
  /** Start events of a process: `name` is already resolved to static text and there may be no correlation key. */
  | { readonly type: 'message'; readonly name: ValueSource; readonly correlationKey?: CompiledExpression }
  /** Start events of a process: `name` is already resolved to static text. */
  | { readonly type: 'signal'; readonly name: ValueSource }
  /** Throwing: `code` present, may be an expression. Catching: static, or undefined = catches all. */
  | { readonly type: 'error'; readonly code?: ValueSource }
  | { readonly type: 'escalation'; readonly code?: ValueSource }
  /** Throwing: `activity` is the id of the only activity to compensate; catching: always at a boundary. */
  | { readonly type: 'compensation'; readonly activity?: string }
  /** Throwing: `target` is the catch event of that name in the same scope. */
  | { readonly type: 'link'; readonly target?: NodeId };

interface NodeBase {
  readonly index: NodeId;
  /** The BPMN element id. */
  readonly id: string;
  /** The containing process, sub-process or event sub-process; -1 for the process itself. */
  readonly scope: NodeId;
  /** In Zeebe's order: the reverse of the order of the `<sequenceFlow>` elements in the document (zeebe.md 3.3). */
  readonly outgoing: readonly SequenceFlow[];
  readonly incoming: readonly SequenceFlow[];
  /** Attached boundary events in reverse document order; empty for what is no activity. */
  readonly boundary: readonly NodeId[];
  /** The compensation handler of an activity (not of the inner one of a multi-instance activity). */
  readonly compensation?: NodeId;
  /** Event sub-processes directly inside (process, sub-process, event sub-process), reverse document order. */
  readonly eventSubProcesses: readonly NodeId[];
  /** Only where the element applies them (zeebe.md 3.4, "Which elements map"); else undefined although written in the file. */
  readonly ioIn?: IoMapping;
  readonly ioOut?: IoMapping;
}

export interface ProcessNode extends NodeBase {
  readonly kind: 'process';
  readonly noneStart?: NodeId;
  /** Message, timer and signal start events of the process, reverse document order. */
  readonly eventStarts: readonly NodeId[];
}
interface SubProcessNode extends NodeBase {
  readonly kind: 'subProcess';
  readonly start: NodeId;
}
interface EventSubProcessNode extends NodeBase {
  readonly kind: 'eventSubProcess';
  /** Its only start event; that one's `event` and `interrupting` say how it is triggered. */
  readonly start: NodeId;
}
export interface StartEventNode extends NodeBase {
  readonly kind: 'startEvent';
  readonly event: EventDefinition;
  /** Meaningful inside an event sub-process only; true elsewhere. */
  readonly interrupting: boolean;
}
interface EndEventNode extends NodeBase {
  readonly kind: 'endEvent';
  readonly event: EventDefinition;
  /** Message end events: the job that publishes. */
  readonly job?: JobSpec;
}
interface IntermediateCatchEventNode extends NodeBase {
  readonly kind: 'intermediateCatchEvent';
  readonly event: EventDefinition;
  /** It stands behind an event-based gateway, which waits in its place. */
  readonly awaitedByGateway: boolean;
}
interface IntermediateThrowEventNode extends NodeBase {
  readonly kind: 'intermediateThrowEvent';
  readonly event: EventDefinition;
  /** Message throw events: the job that publishes. */
  readonly job?: JobSpec;
}
export interface BoundaryEventNode extends NodeBase {
  readonly kind: 'boundaryEvent';
  readonly event: EventDefinition;
  readonly attachedTo: NodeId;
  readonly interrupting: boolean;
}
/** Service, send, script and business rule tasks that are done by a job worker. */
interface JobTaskNode extends NodeBase {
  readonly kind: 'serviceTask' | 'sendTask' | 'scriptJobTask' | 'businessRuleJobTask';
  readonly job: JobSpec;
  /** Service tasks only. */
  readonly listeners?: Listeners;
}
interface UserTaskNode extends NodeBase {
  readonly kind: 'userTask';
  readonly userTask: UserTaskSpec;
}
/** A script task with `zeebe:script`. */
interface ScriptTaskNode extends NodeBase {
  readonly kind: 'scriptTask';
  readonly expression: CompiledExpression;
  readonly resultVariable: string;
}
/** A business rule task with `zeebe:calledDecision`. */
interface BusinessRuleTaskNode extends NodeBase {
  readonly kind: 'businessRuleTask';
  readonly decisionId: ValueSource;
  readonly resultVariable: string;
}
interface ReceiveTaskNode extends NodeBase {
  readonly kind: 'receiveTask';
  readonly event: EventDefinition & { readonly type: 'message' };
}
/** Tasks without behaviour. */
interface PassTaskNode extends NodeBase {
  readonly kind: 'manualTask' | 'task';
}
/** `processId` is evaluated when the element is activated; the latest version of that process is called (zeebe.md 3.14). */
export interface CallActivityNode extends NodeBase {
  readonly kind: 'callActivity';
  readonly processId: ValueSource;
  readonly propagateAllParentVariables: boolean;
  readonly propagateAllChildVariables: boolean;
}
/**
 * What a multi-instance activity is to everybody else: it has the activity's id, flows and boundary events; the activity itself is
 * `inner`, of the same id, whose scope this body is and which has the mappings and the elements inside (zeebe.md 3.13).
 */
export interface MultiInstanceBodyNode extends NodeBase {
  readonly kind: 'multiInstanceBody';
  readonly inner: NodeId;
  readonly sequential: boolean;
  readonly inputCollection: CompiledExpression;
  readonly inputElement?: string;
  readonly output?: {
    readonly collection: string;
    readonly element: CompiledExpression;
    /** Variable that the output element's expression reads, null in every inner instance at first. */
    readonly variable?: string;
  };
  readonly completionCondition?: ValueSource;
}
interface ExclusiveGatewayNode extends NodeBase {
  readonly kind: 'exclusiveGateway';
  readonly defaultFlow?: SequenceFlow;
}
/** It only forks; Zeebe 8.5 has no inclusive join. */
interface InclusiveGatewayNode extends NodeBase {
  readonly kind: 'inclusiveGateway';
  readonly defaultFlow?: SequenceFlow;
}
/** Waits for the events that its flows lead to. */
interface EventBasedGatewayNode extends NodeBase {
  readonly kind: 'eventBasedGateway';
}
interface ParallelGatewayNode extends NodeBase {
  readonly kind: 'parallelGateway';
}

export type Node =
  | ProcessNode
  | SubProcessNode
  | EventSubProcessNode
  | StartEventNode
  | EndEventNode
  | IntermediateCatchEventNode
  | IntermediateThrowEventNode
  | BoundaryEventNode
  | JobTaskNode
  | UserTaskNode
  | ScriptTaskNode
  | BusinessRuleTaskNode
  | ReceiveTaskNode
  | PassTaskNode
  | CallActivityNode
  | MultiInstanceBodyNode
  | ExclusiveGatewayNode
  | InclusiveGatewayNode
  | EventBasedGatewayNode
  | ParallelGatewayNode;

export type NodeKind = Node['kind'];
/** The node type that has kind `K`, also where several kinds share a type. */
export type NodeOf<K extends NodeKind, N extends Node = Node> = N extends Node
  ? K extends N['kind']
    ? N
    : never
  : never;

export interface ProcessGraph {
  readonly bpmnProcessId: string;
  /** `nodes[0]` is the process; every other node stands after its scope. */
  readonly nodes: readonly [ProcessNode, ...Node[]];
  readonly flows: readonly SequenceFlow[];
  /** A multi-instance activity's id names its body. */
  readonly byId: ReadonlyMap<string, NodeId>;
}

/**
 * Result of reading one BPMN resource. `message` is everything after `'<resource name>': ` in Zeebe's refusal, e.g.
 * `- Element: a\n    - ERROR: Must have …`. Timer start events are evaluated without variables to find what is invalid (zeebe.md 3.10).
 */
export type ParseResult =
  | { readonly ok: true; readonly processes: readonly ProcessGraph[] }
  | { readonly ok: false; readonly message: string };
