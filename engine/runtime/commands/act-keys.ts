/** The same key again gives the same answer: acts of one actor are remembered by it. */
import type { Actor, ActResult } from '../api.ts';
import type { Transaction } from '../store/connect.ts';

const actorKey = (actor: Actor): string =>
  actor.kind === 'official'
    ? `official:${actor.official.id}`
    : actor.kind === 'applicant'
      ? `applicant:${actor.dossierId}`
      : `system:${actor.name}`;

/** To be asked under the dossier's lock. */
export async function findAct(tx: Transaction, actor: Actor, key: string): Promise<ActResult | undefined> {
  const [row] = await tx<
    ActResult[]
  >`select dossier_id as "dossierId", event_seq as "eventSeq" from act_key where key = ${`${actorKey(actor)}:${key}`}`;
  return row;
}

export async function rememberAct(
  tx: Transaction,
  actor: Actor,
  key: string,
  result: ActResult,
  at: Date,
): Promise<void> {
  await tx`
    insert into act_key (key, actor, dossier_id, event_seq, at) values (${`${actorKey(actor)}:${key}`}, ${actorKey(actor)}, ${result.dossierId}, ${result.eventSeq}, ${at})`;
}
