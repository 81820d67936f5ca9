/** What operators see and do: outbox, incidents, retries. */
import type { Official, OperationAction } from '../../routing/types.ts';
import { type Incident, type OutboxRow, RuntimeError } from '../api.ts';
import { officialActor } from '../commands/actors.ts';
import type { Context } from '../context.ts';
import { appendEvents } from '../events/append.ts';
import { lockDossier } from '../store/dossiers.ts';
import { resolveIncidents } from './incidents.ts';

function requireOperator(context: Context, official: Official, action: OperationAction): void {
  if (!context.routing.mayOperate(official, action).allowed)
    throw new RuntimeError('FORBIDDEN', {
      vi: 'Chỉ quản trị viên vận hành được xem.',
      en: 'Operators only.',
    });
}

/** @throws RuntimeError FORBIDDEN */
export async function listOutbox(
  context: Context,
  official: Official,
  query: { state?: OutboxRow['state']; limit?: number },
): Promise<readonly OutboxRow[]> {
  requireOperator(context, official, 'operations.read');
  const { sql } = context;
  return sql<OutboxRow[]>`
    select id, dossier_id as "dossierId", kind, idempotency_key as "idempotencyKey", state, attempts,
      case when state = 'waiting' then next_at end as "nextAt", last_error as "lastError", created_at as "createdAt", done_at as "doneAt"
    from outbox ${query.state ? sql`where state = ${query.state}` : sql``} order by id desc limit ${Math.min(query.limit ?? 100, 500)}`;
}

/** Lets a dead or waiting row be tried at once. @throws RuntimeError FORBIDDEN, NOT_FOUND, CONFLICT (done meanwhile) */
export async function retryOutbox(context: Context, official: Official, id: string): Promise<void> {
  requireOperator(context, official, 'operations.retry');
  const at = context.now();
  await context.sql.begin(async (tx) => {
    const [row] = await tx<
      { state: string; kind: string; dossierId: string | null; element: string | null }[]
    >`
      select state, kind, dossier_id as "dossierId", payload->>'elementId' as element from outbox where id = ${numeric(id)} for update`;
    if (!row) throw notFound();
    if (row.state === 'done')
      throw new RuntimeError(
        'CONFLICT',
        { vi: 'Việc này đã chạy xong.', en: 'This has been done already.' },
        { state: 'done' },
      );
    await tx`update outbox set state = 'waiting', attempts = 0, next_at = ${at} where id = ${numeric(id)}`;
    await resolveIncidents(tx, numeric(id), official.fullName, at);
    const dossier = row.state === 'dead' && row.dossierId ? await lockDossier(tx, row.dossierId) : undefined;
    if (dossier && row.kind !== 'notify')
      await appendEvents(
        tx,
        dossier,
        [
          {
            actor: officialActor(official, null),
            body: { type: 'effect.resumed', data: { kind: row.kind, elementId: row.element } },
          },
        ],
        at,
      );
    await tx`select pg_notify('motcua_outbox', '')`;
  });
}

/** @throws RuntimeError FORBIDDEN */
export async function listIncidents(
  context: Context,
  official: Official,
  query: { open?: boolean },
): Promise<readonly Incident[]> {
  requireOperator(context, official, 'operations.read');
  const { sql } = context;
  return sql<Incident[]>`
    select i.id, i.dossier_id as "dossierId", coalesce(d.code, d.reference) as reference, i.outbox_id as "outboxId", i.kind, i.element, i.message,
      i.opened_at as "openedAt", i.resolved_at as "resolvedAt", i.resolved_by as "resolvedBy"
    from incident i left join dossier d on d.id = i.dossier_id ${query.open ? sql`where i.resolved_at is null` : sql``} order by i.id desc limit 500`;
}

/** Retries the effect behind an incident; one without an effect is marked as seen to. @throws RuntimeError FORBIDDEN, NOT_FOUND */
export async function retryIncident(context: Context, official: Official, id: string): Promise<void> {
  requireOperator(context, official, 'operations.retry');
  const [incident] = await context.sql<
    { outboxId: string | null }[]
  >`select outbox_id as "outboxId" from incident where id = ${numeric(id)}`;
  if (!incident) throw notFound();
  if (incident.outboxId) return retryOutbox(context, official, incident.outboxId);
  await context.sql`update incident set resolved_at = ${context.now()}, resolved_by = ${official.fullName} where id = ${numeric(id)} and resolved_at is null`;
}

const numeric = (id: string) => (/^\d{1,18}$/.test(id) ? id : '0');

function notFound(): RuntimeError {
  return new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy.', en: 'Not found.' });
}
