/** A row of the outbox in the relay's hands, and what its handler answers. */
import type { Transaction } from '../store/connect.ts';
import type { WorkerContext } from '../worker/context.ts';
import type { OutboxKind, OutboxMessage } from './enqueue.ts';

interface RowFacts {
  readonly id: string;
  readonly dossierId: string;
  readonly idempotencyKey: string;
  /** Failed tries so far. */
  readonly attempts: number;
  /** An earlier try may have reached the outside: its process died before it could say. */
  readonly triedBefore: boolean;
}
export type OutboxRow<K extends OutboxKind = OutboxKind> = RowFacts & Extract<OutboxMessage, { kind: K }>;

/** Written in the transaction that marks the row done. */
export type Settle = (tx: Transaction) => Promise<void>;
/** Does the effect. May be repeated at any time with the same row. @throws EffectError, ConnectorError, GatewayError */
export type EffectHandler<K extends OutboxKind> = (
  context: WorkerContext,
  row: OutboxRow<K>,
) => Promise<{ settle?: Settle; after?: () => Promise<void> }>;

/** Repeating will not help; the message names thing and reason, never personal data. */
export class EffectError extends Error {}
