/** What can happen to a dossier, and the state that follows from it. Both are plain JSON: instants are ISO strings. */
import type { DossierStatus } from '../api.ts';
import type { Localized } from '../package/schema.ts';

export interface EventActor {
  readonly kind: 'official' | 'applicant' | 'system';
  readonly id: string | null;
  readonly name: string;
  readonly unitId: string | null;
}
/** DueDate of engine/calendar as JSON. */
export interface DueJson {
  readonly clockStart: string;
  readonly original: string;
  readonly due: string;
  readonly steps: readonly { readonly rule: string; readonly text: Localized; readonly at: string }[];
}
export interface PauseJson {
  readonly from: string;
  readonly to: string | null;
  readonly reason: Localized;
}
export interface Reasons {
  readonly reasons: readonly string[];
  readonly note: string | null;
}
type Json = Readonly<Record<string, unknown>>;

export type EventBody =
  | {
      readonly type: 'dossier.submitted';
      readonly data: {
        readonly reference: string;
        readonly version: number;
        readonly caseCode: string;
        readonly channel: string;
        readonly receptionUnitId: string;
        readonly competentUnitId: string;
        readonly startElementId: string | null;
        readonly data: Json;
      };
    }
  | {
      readonly type: 'process.started';
      readonly data: { readonly processInstanceKey: string; readonly versionId: string };
    }
  | { readonly type: 'process.duplicate'; readonly data: { readonly processInstanceKey: string } }
  | { readonly type: 'element.reached'; readonly data: { readonly elementId: string } }
  | {
      readonly type: 'task.opened';
      readonly data: {
        readonly taskId: string;
        readonly elementId: string;
        readonly role: string;
        readonly unitId: string;
      };
    }
  | {
      readonly type: 'task.claimed' | 'task.released';
      readonly data: { readonly taskId: string; readonly elementId: string };
    }
  | {
      readonly type: 'task.reassigned';
      readonly data: {
        readonly taskId: string;
        readonly elementId: string;
        readonly toName: string;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'task.done';
      readonly data: Reasons & {
        readonly taskId: string;
        readonly elementId: string;
        readonly action: string;
        readonly data: Json;
        readonly closesWithdrawal: boolean;
      };
    }
  | {
      readonly type: 'task.gone';
      readonly data: {
        readonly taskId: string;
        readonly elementId: string;
        readonly role: string;
        readonly cause: 'interrupted' | 'withdrawn';
      };
    }
  | {
      readonly type: 'act.missed';
      readonly data: { readonly taskId: string; readonly elementId: string; readonly action: string };
    }
  | {
      readonly type: 'dossier.accepted';
      readonly data: { readonly code: string; readonly receivedAt: string; readonly due: DueJson };
    }
  | {
      readonly type: 'supplement.requested';
      readonly data: Reasons & { readonly ordinal: number; readonly pausesClock: boolean };
    }
  | {
      readonly type: 'supplement.given';
      readonly data: { readonly changes: Json; readonly due: DueJson | null };
    }
  | { readonly type: 'refusal.proposed'; readonly data: Reasons }
  | { readonly type: 'dossier.refused'; readonly data: Reasons }
  | { readonly type: 'verification.requested'; readonly data: Reasons & { readonly unitId: string } }
  | {
      readonly type: 'verification.given';
      readonly data: Reasons & { readonly action: string; readonly answer: Json };
    }
  | { readonly type: 'dossier.examined'; readonly data: { readonly elementId: string } }
  | { readonly type: 'draft.confirmed'; readonly data: Json }
  | { readonly type: 'draft.disputed'; readonly data: Reasons }
  | {
      readonly type: 'result.signed';
      readonly data: { readonly key: string; readonly officialTitle: Localized };
    }
  | {
      readonly type: 'result.sealed';
      readonly data: { readonly key: string; readonly number: string; readonly date: string };
    }
  | { readonly type: 'result.returned'; readonly data: Json }
  | { readonly type: 'dossier.withdrawn'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'document.created';
      readonly data: {
        readonly documentId: string;
        readonly kind: string;
        readonly key: string;
        readonly title: Localized;
        readonly public: boolean;
      };
    }
  | {
      readonly type: 'connector.succeeded';
      readonly data: {
        readonly connector: string;
        readonly elementId: string;
        readonly result: string | null;
        readonly output: unknown;
      };
    }
  | { readonly type: 'reminder.sent'; readonly data: { readonly role: string; readonly template: string } }
  | {
      readonly type: 'effect.stopped';
      readonly data: { readonly kind: string; readonly elementId: string | null };
    }
  | {
      readonly type: 'effect.resumed';
      readonly data: { readonly kind: string; readonly elementId: string | null };
    };
export type EventType = EventBody['type'];
export type RecordedEvent = EventBody & {
  readonly seq: number;
  readonly at: string;
  readonly actor: EventActor;
};

export interface DossierState {
  readonly status: DossierStatus;
  /** A supplement arrived and is being checked; the national status list has no code for it. */
  readonly resubmitted: boolean;
  readonly code: string | null;
  readonly versionId: string | null;
  readonly processInstanceKey: string | null;
  readonly receivedAt: string | null;
  readonly due: DueJson | null;
  readonly pauses: readonly PauseJson[];
  readonly supplementRequests: number;
  readonly consultedUnitIds: readonly string[];
  /** Application data with all supplements. */
  readonly data: Json;
  /** What connectors and acts brought to light: `facts.…` of data paths. */
  readonly facts: Json;
  readonly openTasks: readonly {
    readonly taskId: string;
    readonly elementId: string;
    readonly role: string;
    readonly unitId: string;
  }[];
  /** Doers per element, the latest last. */
  readonly doers: Readonly<
    Record<
      string,
      readonly {
        readonly kind: EventActor['kind'];
        readonly id: string | null;
        readonly name: string;
        readonly action: string;
        readonly at: string;
      }[]
    >
  >;
  /** Latest activation of each element. */
  readonly reached: Readonly<Record<string, string>>;
  readonly proposal: Reasons | null;
  /** Latest request for a supplement, kept until it is answered. */
  readonly request: Reasons | null;
  readonly lastOfficialId: string | null;
  readonly result: {
    readonly key: string;
    readonly number: string | null;
    readonly date: string | null;
    readonly signedAt: string | null;
  } | null;
  readonly withdrawalClosed: boolean;
  readonly closedAt: string | null;
  readonly end: 'withdrawn' | 'refused' | 'returned' | null;
}
