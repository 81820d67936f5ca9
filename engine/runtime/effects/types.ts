/** What an effect of an act is given, and what it answers: events, outbox rows, process variables. */
import type { Official } from '../../routing/types.ts';
import type { EventActor, EventBody, Reasons } from '../events/types.ts';
import type { OutboxMessage } from '../outbox/enqueue.ts';
import type { TaskAction } from '../package/schema.ts';
import type { ProcedureVersion } from '../package/versions.ts';
import type { Transaction } from '../store/connect.ts';
import type { DossierRow } from '../store/dossiers.ts';
import type { Places } from '../store/places.ts';

export interface EffectContext extends Reasons {
  readonly tx: Transaction;
  readonly at: Date;
  /** Locked, as it was before the act. */
  readonly dossier: DossierRow;
  readonly version: ProcedureVersion;
  readonly places: Places;
  readonly actor: EventActor;
  /** Null when the applicant acts. */
  readonly official: Official | null;
  readonly elementId: string;
  readonly action: TaskAction;
  /** Validated data of the task form. */
  readonly data: Readonly<Record<string, unknown>>;
}
export interface EffectOutcome {
  readonly events?: readonly EventBody[];
  /** Done before the engine hears of the act; keys are completed with dossier and event. */
  readonly outbox?: readonly OutboxMessage[];
  /** Further variables for the process: identifiers and flags only. */
  readonly variables?: Readonly<Record<string, unknown>>;
}
/** @throws RuntimeError when the act may not have this effect now. */
export type Effect = (context: EffectContext) => Promise<EffectOutcome>;
