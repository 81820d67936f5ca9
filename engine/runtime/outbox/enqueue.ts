/** Puts effects into the outbox, in the transaction that decides them. */
import type { MailKind } from '../../../connectors/index.ts';
import { json, type Transaction } from '../store/connect.ts';

/** Payload by kind. Everything the effect needs, and no personal data beyond what it must carry. */
export type OutboxMessage =
  | {
      readonly kind: 'engine.publish';
      readonly payload: {
        readonly name: string;
        readonly messageId: string;
        readonly versionId: string | null;
        readonly variables: Readonly<Record<string, unknown>>;
      };
    }
  | {
      readonly kind: 'engine.complete';
      readonly payload: {
        readonly jobKey: string;
        readonly variables: Readonly<Record<string, unknown>>;
        readonly taskId?: string;
        readonly elementId: string;
        readonly action?: string;
      };
    }
  | { readonly kind: 'engine.cancel'; readonly payload: { readonly processInstanceKey: string } }
  | {
      readonly kind: 'connector';
      readonly payload: {
        readonly jobKey: string;
        readonly type: string;
        readonly elementId: string;
        readonly headers: Readonly<Record<string, string>>;
      };
    }
  | {
      readonly kind: 'document.render';
      readonly payload: {
        /** `forSignature`: for officials only, until it is signed. */ readonly documentKind:
          | 'slip'
          | 'draft'
          | 'forSignature';
        readonly template: string;
        readonly key: string;
        readonly seq: number;
        readonly jobKey?: string;
        readonly elementId?: string;
      };
    }
  | {
      readonly kind: 'document.sign';
      readonly payload: { readonly key: string; readonly officialId: string; readonly at: string };
    }
  | {
      readonly kind: 'document.seal';
      readonly payload: {
        readonly key: string;
        readonly number: string;
        readonly date: string;
        readonly at: string;
      };
    }
  | { readonly kind: 'notify'; readonly payload: { readonly template: MailKind; readonly seq: number } };
export type OutboxKind = OutboxMessage['kind'];

/** Later rows of a dossier wait for these; mails, slips and outside calls hold up nobody else, a withdrawal least of all. */
const blocking: ReadonlySet<OutboxKind> = new Set([
  'engine.publish',
  'engine.complete',
  'engine.cancel',
  'document.sign',
  'document.seal',
]);

/** Inserts a row unless its key is known, and wakes the relay when the transaction commits. */
export async function enqueue(
  tx: Transaction,
  dossierId: string,
  idempotencyKey: string,
  message: OutboxMessage,
  at: Date,
): Promise<boolean> {
  const rows = await tx`
    insert into outbox (dossier_id, kind, idempotency_key, payload, next_at, blocking)
    values (${dossierId}, ${message.kind}, ${idempotencyKey}, ${json(tx, message.payload)}, ${at}, ${blocking.has(message.kind)})
    on conflict (idempotency_key) do nothing returning id`;
  if (rows.length > 0) await tx`select pg_notify('motcua_outbox', '')`;
  return rows.length > 0;
}
