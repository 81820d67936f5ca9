/**
 * What the runtime offers to web, scripts and tests. Everything here is read from or written to Postgres;
 * nobody outside engine/runtime talks to the engine. Times are Date, money is VND, ids are strings.
 */
import type { DueDate } from '../calendar/types.ts';
import type { Official, Unit } from '../routing/types.ts';
import type { Channel, Localized, ProcedurePackage, TaskAction } from './package/schema.ts';

/** National status list of dossiers (DVCQG): code → meaning. */
export type DossierStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

export type Actor =
  | { readonly kind: 'official'; readonly official: Official }
  /** Proved by code + PIN, or by the submission itself. */
  | { readonly kind: 'applicant'; readonly dossierId: string }
  | { readonly kind: 'system'; readonly name: string };

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly sha256: string;
}
/** A paper of the dossier: an upload of the applicant, a slip, the draft or the signed result. */
export interface DossierDocument extends StoredFile {
  readonly kind: 'upload' | 'slip' | 'draft' | 'result';
  /** upload: form field path; slip: '01' …; result: key of the package. */
  readonly key: string;
  readonly title: Localized;
  readonly componentCode: string | null;
  readonly createdAt: Date;
  /** May the applicant download it. */
  readonly public: boolean;
}

/** @public */
export interface DossierEvent {
  readonly seq: number;
  readonly type: string;
  readonly at: Date;
  readonly actor: {
    readonly kind: 'official' | 'applicant' | 'system';
    readonly id: string | null;
    readonly name: string;
    readonly unitId: string | null;
  };
  readonly data: Readonly<Record<string, unknown>>;
}
/** A line of the timeline in words; `public` ones are shown to the applicant. */
export interface TimelineEntry {
  readonly seq: number;
  /** Type of the event it tells of, e.g. `supplement.requested`. */
  readonly type: string;
  readonly actorKind: Actor['kind'];
  readonly at: Date;
  readonly title: Localized;
  readonly detail: Localized | null;
  readonly who: string;
  readonly public: boolean;
}

export interface SubmitInput {
  /** Chosen by the client, one per filled form; the same key again gives the same receipt. */
  readonly submissionKey: string;
  readonly procedureCode: string;
  readonly caseCode: string;
  readonly channel: Channel;
  /** Unit that resolves it, and unit whose clerks receive it. */
  readonly competentUnitId: string;
  readonly receptionUnitId: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** official: entry at the counter. */
  readonly enteredBy?: Official;
}
export interface Receipt {
  readonly dossierId: string;
  /** Mã tra cứu until the dossier code is issued; stays valid for tracking afterwards. */
  readonly reference: string;
  readonly pin: string;
  readonly submittedAt: Date;
  readonly procedureName: Localized;
  readonly unitName: Localized;
  readonly email: string | null;
}

export interface Draft {
  readonly id: string;
  /** Secret that opens the draft (cookie or link). */
  readonly token: string;
  readonly procedureCode: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly page: number;
  readonly savedAt: Date;
  readonly expiresAt: Date;
}

/** The public page of one dossier, in the order its reader asks. */
export interface TrackingView {
  readonly dossierId: string;
  readonly reference: string;
  readonly code: string | null;
  readonly procedureCode: string;
  readonly procedureName: Localized;
  readonly unit: Unit;
  readonly status: DossierStatus;
  readonly statusName: Localized;
  /** Now held by: role name and unit, never a person's private data. */
  readonly holder: Localized | null;
  readonly due: DueDate | null;
  readonly paused: boolean;
  readonly late: boolean;
  /** When it ended, however it ended. */
  readonly closedAt: Date | null;
  readonly remaining: Localized | null;
  readonly milestones: readonly {
    readonly label: Localized;
    readonly state: 'done' | 'current' | 'ahead';
    readonly at: Date | null;
  }[];
  /** What the applicant is asked to do: an open task of role `applicant`. */
  readonly asked: TaskView | null;
  readonly timeline: readonly TimelineEntry[];
  readonly documents: readonly DossierDocument[];
  readonly mayWithdraw: boolean;
  /** A connector is failing: the step takes longer. */
  readonly delayed: boolean;
}

export interface TaskRow {
  readonly id: string;
  readonly dossierId: string;
  readonly reference: string;
  readonly code: string | null;
  readonly applicantName: string;
  readonly subject: string | null;
  readonly procedureName: Localized;
  readonly stepName: Localized;
  readonly elementId: string;
  readonly role: string;
  readonly unitId: string;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly createdAt: Date;
  /** Of the step, else of the dossier. */
  readonly dueAt: Date | null;
  readonly dueState: 'none' | 'ok' | 'soon' | 'late';
  readonly remaining: Localized | null;
  readonly unread: boolean;
  readonly supplemented: boolean;
}
export interface TaskView extends TaskRow {
  readonly ask: Localized;
  readonly formKey: string | null;
  /** Parsed Form.io JSON of the dossier's package version, or null. */
  readonly form: unknown;
  /** Draft or prefilled data of the task form. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly actions: readonly TaskAction[];
  readonly status: 'open' | 'done' | 'gone';
  readonly doneAt: Date | null;
  readonly doneBy: string | null;
  /** Why this official may not act though he may see, in words; null: may act. */
  readonly hindrance: Localized | null;
  readonly presence: readonly string[];
}
export interface DossierView {
  readonly id: string;
  readonly reference: string;
  readonly code: string | null;
  readonly package: ProcedurePackage;
  readonly applicationForm: unknown;
  readonly data: Readonly<Record<string, unknown>>;
  readonly channel: Channel;
  readonly status: DossierStatus;
  readonly statusName: Localized;
  readonly receptionUnit: Unit;
  readonly competentUnit: Unit;
  readonly submittedAt: Date;
  readonly receivedAt: Date | null;
  readonly due: DueDate | null;
  readonly paused: boolean;
  readonly remaining: Localized | null;
  readonly documents: readonly DossierDocument[];
  readonly timeline: readonly TimelineEntry[];
  readonly openTasks: readonly TaskRow[];
  /** What was decided and written in finished tasks, newest per step; empty for the applicant. */
  readonly work: readonly DoneWork[];
  readonly result: {
    readonly number: string;
    readonly date: string;
    readonly personalId: string | null;
  } | null;
}
/** A finished task as its doer left it: the examiner's opinion, a consulted commune's answer, why a step was sent back. */
export interface DoneWork {
  readonly elementId: string;
  readonly stepName: Localized;
  /** Label of the action taken. */
  readonly decision: Localized | null;
  /** Reasons chosen and own words. */
  readonly words: Localized | null;
  readonly who: string;
  readonly at: Date;
  /** Form.io JSON of the dossier's package version; null when nothing was entered in it. */
  readonly form: unknown;
  readonly data: Readonly<Record<string, unknown>>;
}
export interface InboxQuery {
  readonly scope: 'mine' | 'pool' | 'unit' | 'done';
  readonly search?: string;
  readonly due?: 'late' | 'soon';
  readonly element?: string;
  readonly limit?: number;
  /** Opaque, from the previous page. */
  readonly cursor?: string;
}
export interface Inbox {
  readonly rows: readonly TaskRow[];
  readonly next: string | null;
  /** Name of the step the list is narrowed to, also when nothing is in it; null without such a filter. */
  readonly stepName: Localized | null;
  readonly counts: {
    readonly mine: number;
    readonly pool: number;
    readonly late: number;
    readonly soon: number;
  };
}
export interface ActInput {
  readonly taskId: string;
  readonly action: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly reasons?: readonly string[];
  readonly note?: string;
  /** Same key again → same answer, nothing done twice. */
  readonly actKey: string;
}
export interface ActResult {
  readonly dossierId: string;
  readonly eventSeq: number;
}
export interface Dashboard {
  readonly received: number;
  readonly inProgress: number;
  readonly waitingApplicant: number;
  readonly dueSoon: number;
  readonly late: number;
  readonly returnedOnTime: number;
  readonly returnedLate: number;
  readonly byStep: readonly {
    readonly elementId: string;
    readonly name: Localized;
    readonly open: number;
    readonly late: number;
  }[];
  readonly perDay: readonly { readonly date: string; readonly received: number; readonly returned: number }[];
}
export interface OutboxRow {
  readonly id: string;
  readonly dossierId: string | null;
  readonly kind: string;
  readonly idempotencyKey: string;
  readonly state: 'waiting' | 'done' | 'dead';
  readonly attempts: number;
  readonly nextAt: Date | null;
  readonly lastError: string | null;
  readonly createdAt: Date;
  readonly doneAt: Date | null;
}
/** A stopped effect or a job the engine could not run: something an operator has to look at. */
export interface Incident {
  readonly id: string;
  readonly dossierId: string | null;
  readonly reference: string | null;
  readonly outboxId: string | null;
  readonly kind: string;
  readonly element: string | null;
  readonly message: string;
  readonly openedAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
}

export type RuntimeErrorCode =
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'CONFLICT'
  | 'INVALID'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE';
/** The only exception that leaves the runtime on purpose. CONFLICT carries who and when; INVALID the field errors. */
export class RuntimeError extends Error {
  readonly code: RuntimeErrorCode;
  readonly text: Localized;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(code: RuntimeErrorCode, text: Localized, details: Readonly<Record<string, unknown>> = {}) {
    super(`${code}: ${text.en}`);
    this.name = 'RuntimeError';
    this.code = code;
    this.text = text;
    this.details = details;
  }
}

export interface ProcedureSummary {
  readonly code: string;
  readonly name: Localized;
  readonly field: { readonly code: string; readonly name: Localized };
  readonly summary: Localized;
}
export interface ProcedureView extends ProcedureSummary {
  readonly package: ProcedurePackage;
  readonly applicationForm: unknown;
  /** Units that resolve it (communes) and where papers can be handed in. */
  readonly units: readonly Unit[];
}

/** engine/runtime/index.ts: `createRuntime(options): Promise<Runtime>`. One per process. */
export interface Runtime {
  // citizen
  listProcedures(query?: { search?: string; field?: string }): Promise<readonly ProcedureSummary[]>;
  getProcedure(code: string): Promise<ProcedureView>;
  saveDraft(input: {
    token?: string;
    procedureCode: string;
    data: Readonly<Record<string, unknown>>;
    page: number;
  }): Promise<Draft>;
  findDraft(token: string): Promise<Draft | undefined>;
  submit(input: SubmitInput): Promise<Receipt>;
  /** Receipt again for who still holds the submission key. */
  findReceipt(submissionKey: string): Promise<Receipt | undefined>;
  /** Wrong code and wrong PIN answer alike (undefined); throws RATE_LIMITED. */
  track(input: { code: string; pin: string; clientAddress: string }): Promise<TrackingView | undefined>;
  /** For a session that has proved code + PIN already. */
  trackById(dossierId: string): Promise<TrackingView>;
  withdraw(actor: Actor, input: { dossierId: string; reason: string; actKey: string }): Promise<ActResult>;
  // tasks (officials and applicants alike)
  inbox(official: Official, query: InboxQuery): Promise<Inbox>;
  getTask(actor: Actor, taskId: string): Promise<{ task: TaskView; dossier: DossierView }>;
  claim(official: Official, taskId: string): Promise<void>;
  release(official: Official, taskId: string): Promise<void>;
  reassign(
    official: Official,
    input: { taskId: string; toOfficialId: string; reason: string },
  ): Promise<void>;
  /** Officials the task could be given to. */
  candidates(official: Official, taskId: string): Promise<readonly { id: string; fullName: string }[]>;
  saveTaskDraft(actor: Actor, taskId: string, data: Readonly<Record<string, unknown>>): Promise<void>;
  act(actor: Actor, input: ActInput): Promise<ActResult>;
  getDossier(actor: Actor, dossierId: string): Promise<DossierView>;
  searchDossiers(official: Official, query: { search: string; limit?: number }): Promise<readonly TaskRow[]>;
  dashboard(official: Official, unitId: string): Promise<Dashboard>;
  // files: streamed, never whole in memory
  storeUpload(input: {
    stream: ReadableStream<Uint8Array>;
    name: string;
    maxBytes: number;
    accept: readonly string[];
  }): Promise<StoredFile>;
  /** An upload that no dossier has taken in yet; the caller has checked that it lies in the draft of who asks. */
  openUpload(fileId: string): Promise<{ document: StoredFile; stream: () => ReadableStream<Uint8Array> }>;
  openDocument(
    actor: Actor,
    documentId: string,
  ): Promise<{ document: DossierDocument; stream: () => ReadableStream<Uint8Array> }>;
  /** The result as the leader will sign it / the registry will seal it, rendered for preview. */
  previewSigning(
    official: Official,
    taskId: string,
  ): Promise<{
    pdf: Uint8Array;
    page: number;
    rect: { x: number; y: number; width: number; height: number };
  }>;
  // operation
  listOutbox(
    official: Official,
    query: { state?: OutboxRow['state']; limit?: number },
  ): Promise<readonly OutboxRow[]>;
  retryOutbox(official: Official, id: string): Promise<void>;
  listIncidents(official: Official, query: { open?: boolean }): Promise<readonly Incident[]>;
  retryIncident(official: Official, id: string): Promise<void>;
  /** Every part that must answer before the product is ready. */
  health(): Promise<readonly { name: string; ok: boolean; detail: string }[]>;
  close(): Promise<void>;
}
