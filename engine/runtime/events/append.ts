/** Appends events to a dossier and writes its projection, in the transaction that holds the dossier's lock. */
import { json, type Sql, type Transaction } from '../store/connect.ts';
import type { DossierRow } from '../store/dossiers.ts';
import { searchWords } from '../store/fold.ts';
import { applyEvent, isPaused } from './project.ts';
import type { EventActor, EventBody, RecordedEvent } from './types.ts';

export const systemActor = (name: string): EventActor => ({ kind: 'system', id: null, name, unitId: null });

/** @returns the dossier as it is after the events. */
export async function appendEvents(
  tx: Transaction,
  dossier: DossierRow,
  events: readonly { readonly body: EventBody; readonly actor: EventActor }[],
  at: Date,
): Promise<DossierRow> {
  if (events.length === 0) return dossier;
  let state = dossier.state;
  let seq = dossier.lastSeq;
  const rows = events.map(({ body, actor }) => {
    seq += 1;
    const event = { ...body, seq, at: at.toISOString(), actor } as RecordedEvent;
    state = applyEvent(state, event);
    return {
      dossier_id: dossier.id,
      seq,
      type: body.type,
      at,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      actor_unit_id: actor.unitId,
      data: json(tx, body.data),
    };
  });
  await tx`insert into dossier_event ${tx(rows)}`;
  const closedAt = state.closedAt ? new Date(state.closedAt) : null;
  const dueAt = state.due ? new Date(state.due.due) : null;
  const search = searchWords(dossier.reference, state.code, dossier.applicantName, dossier.subject);
  await tx`
    update dossier set state = ${json(tx, state)}, status = ${state.status}, last_seq = ${seq}, code = ${state.code}, data = ${json(tx, state.data)},
      received_at = ${state.receivedAt ? new Date(state.receivedAt) : null}, due_at = ${dueAt}, paused = ${isPaused(state)}, closed_at = ${closedAt},
      process_instance_key = ${state.processInstanceKey}, consulted_unit_ids = ${state.consultedUnitIds as string[]}, search = ${search},
      procedure_version_id = ${state.versionId ?? dossier.versionId}
    where id = ${dossier.id}`;
  // open tasks without a limit of their own follow the dossier's due date; all of them are found by the code
  await tx`
    update task set due_at = coalesce(limit_at, ${dueAt}::timestamptz), sort_at = coalesce(limit_at, ${dueAt}::timestamptz, 'infinity'),
      search = ${search} || ' @' || role || '@' || unit_id || ' @' || unit_id
    where dossier_id = ${dossier.id} and status = 'open'
      and (due_at is distinct from coalesce(limit_at, ${dueAt}::timestamptz) or search <> ${search} || ' @' || role || '@' || unit_id || ' @' || unit_id)`;
  return {
    ...dossier,
    state,
    lastSeq: seq,
    code: state.code,
    data: state.data,
    versionId: state.versionId ?? dossier.versionId,
    consultedUnitIds: state.consultedUnitIds,
    closedAt,
    processInstanceKey: state.processInstanceKey,
  };
}

export async function readEvents(sql: Sql, dossierId: string): Promise<RecordedEvent[]> {
  const rows = await sql<
    {
      seq: number;
      type: string;
      at: Date;
      actor_kind: EventActor['kind'];
      actor_id: string | null;
      actor_name: string;
      actor_unit_id: string | null;
      data: unknown;
    }[]
  >`
    select seq, type, at, actor_kind, actor_id, actor_name, actor_unit_id, data from dossier_event where dossier_id = ${dossierId} order by seq`;
  return rows.map(
    (row) =>
      ({
        seq: row.seq,
        type: row.type,
        at: row.at.toISOString(),
        actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name, unitId: row.actor_unit_id },
        data: row.data,
      }) as RecordedEvent,
  );
}
