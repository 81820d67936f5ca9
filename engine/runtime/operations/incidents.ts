/** Incidents: effects that stopped for good until an operator looks. */
import type { Sql } from '../store/connect.ts';

export interface NewIncident {
  readonly kind: string;
  readonly dossierId: string | null;
  readonly outboxId: string | null;
  readonly element: string | null;
  readonly message: string;
}

/** One open incident per outbox row; without a row, one per element and message. */
export async function openIncident(sql: Sql, incident: NewIncident): Promise<void> {
  const { kind, dossierId, outboxId, element, message } = incident;
  if (outboxId === null) {
    const open = await sql`
      select 1 from incident where resolved_at is null and outbox_id is null and kind = ${kind} and element is not distinct from ${element} and message = ${message}`;
    if (open.length > 0) return;
  }
  await sql`
    insert into incident (dossier_id, outbox_id, kind, element, message) values (${dossierId}, ${outboxId}, ${kind}, ${element}, ${message})
    on conflict (outbox_id) where resolved_at is null do nothing`;
}

export async function resolveIncidents(sql: Sql, outboxId: string, by: string, at: Date): Promise<void> {
  await sql`update incident set resolved_at = ${at}, resolved_by = ${by} where outbox_id = ${outboxId} and resolved_at is null`;
}
