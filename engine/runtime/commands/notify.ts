/** Which events the applicant gets an e-mail about. */
import type { MailKind } from '../../../connectors/index.ts';
import type { EventType } from '../events/types.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Transaction } from '../store/connect.ts';
import type { DossierRow } from '../store/dossiers.ts';

/** Event → mail template. */
const mails: Partial<Record<EventType, MailKind>> = {
  'dossier.submitted': 'submitted',
  'dossier.accepted': 'accepted',
  'supplement.requested': 'supplementAsked',
  'dossier.refused': 'refused',
  'result.returned': 'returned',
  'dossier.withdrawn': 'withdrawn',
};

/** Enqueues the mails of the events just appended, if the applicant gave an address. */
export async function notifyOf(
  tx: Transaction,
  dossier: DossierRow,
  types: readonly EventType[],
  at: Date,
): Promise<void> {
  for (const type of types) {
    const template = mails[type];
    if (template) await notify(tx, dossier, template, `event:${dossier.lastSeq}:${type}`, at);
  }
}

/** @param once the mail is sent once per dossier and this key. */
export async function notify(
  tx: Transaction,
  dossier: DossierRow,
  template: MailKind,
  once: string,
  at: Date,
): Promise<void> {
  if (!dossier.email) return;
  await enqueue(
    tx,
    dossier.id,
    `mail:${dossier.id}:${once}`,
    { kind: 'notify', payload: { template, seq: dossier.lastSeq } },
    at,
  );
}
