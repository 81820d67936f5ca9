/** The inbox: keyset pages over partial indexes of open tasks, so closed dossiers cost nothing. */
import { computeDue } from '../../calendar/index.ts';
import type { Official, RoleAssignment } from '../../routing/types.ts';
import type { Statement } from '../../sql/index.ts';
import type { Inbox, InboxQuery } from '../api.ts';
import type { Context } from '../context.ts';
import type { Localized } from '../package/schema.ts';
import { searchQuery } from '../store/fold.ts';
import { soonMinutes } from './due.ts';
import { type JoinedTask, joinedColumns, toTaskRow } from './task-rows.ts';

/** Counts stop here: nobody reads on past it, and counting a pool of 100 000 would cost more than the page. */
const countLimit = 1_000;

export async function inbox(context: Context, official: Official, query: InboxQuery): Promise<Inbox> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200);
  const soonAt = await soonBound(context, official);
  const [rows, counts] = await Promise.all([
    page(context, official, query, limit + 1, soonAt),
    countAll(context, official, soonAt),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const listed = await Promise.all(shown.map((row) => toTaskRow(context, row)));
  return {
    rows: listed,
    next:
      rows.length > limit && last
        ? writeCursor(query.scope === 'done' ? (last.endedAt ?? last.createdAt) : last.dueAt, last.id)
        : null,
    stepName: query.element
      ? (listed.find((row) => row.elementId === query.element)?.stepName ??
        (await findStepName(context, query.element)))
      : null,
    counts,
  };
}

/** Name of a step in the newest version of whichever procedure has it; null for an address nobody of us wrote. */
async function findStepName({ sql }: Context, elementId: string): Promise<Localized | null> {
  const [row] = await sql<{ name: Localized }[]>`
    select package->'tasks'->${elementId}::text->'name' as name from procedure_version
    where package->'tasks'->${elementId}::text->'name' is not null order by id desc limit 1`;
  return row?.name ?? null;
}

/** Pool: the official's own roles. Unit: whatever he may read, supervised units as a whole. */
function placesOf(
  context: Context,
  official: Official,
  scope: 'pool' | 'unit',
): { pairs: readonly RoleAssignment[]; supervisedUnitIds: readonly string[] } {
  if (scope === 'pool') return { pairs: official.roles, supervisedUnitIds: [] };
  const { pairs, supervisedUnitIds } = context.routing.taskFilter(official);
  return { pairs: pairs.filter((pair) => !supervisedUnitIds.includes(pair.unitId)), supervisedUnitIds };
}

async function page(
  context: Context,
  official: Official,
  query: InboxQuery,
  limit: number,
  soonAt: Date,
): Promise<JoinedTask[]> {
  const { sql } = context;
  const now = context.now();
  const cursor = readCursor(query.cursor);
  const words = searchQuery(query.search);
  if (query.scope === 'done') {
    const before = cursor
      ? sql`and (t.ended_at, t.id) < (${cursor.at}::text::timestamptz, ${cursor.id})`
      : sql``;
    return sql<JoinedTask[]>`
      select ${joinedColumns(sql, official.id)} from task t join dossier d on d.id = t.dossier_id
      where t.done_by = ${official.id} and t.status = 'done' ${before}
        ${words ? sql`and t.search_vector @@ ${words}::tsquery` : sql``} order by t.ended_at desc, t.id desc limit ${limit}`;
  }
  const filters = sql`
    ${cursor ? sql`and (t.sort_at, t.id) > (${cursor.at}::text::timestamptz, ${cursor.id})` : sql``}
    ${query.due === 'late' ? sql`and t.sort_at < ${now}` : query.due === 'soon' ? sql`and t.sort_at >= ${now} and t.sort_at < ${soonAt}` : sql``}
    ${query.element ? sql`and t.element_id = ${query.element}` : sql``}`;
  if (query.scope === 'mine')
    return sql<JoinedTask[]>`
      select ${joinedColumns(sql, official.id)} from task t join dossier d on d.id = t.dossier_id
      where t.assignee_id = ${official.id} and t.status = 'open' ${words ? sql`and t.search_vector @@ ${words}::tsquery` : sql``} ${filters}
      order by t.sort_at, t.id limit ${limit}`;
  const free =
    query.scope === 'pool'
      ? sql`and t.assignee_id is null and not (t.barred_ids @> ${[official.id]}::text[])`
      : sql``;
  const { pairs, supervisedUnitIds } = placesOf(context, official, query.scope);
  const found = (scope: Statement) =>
    words ? sql`and t.search_vector @@ (${words} || ' & ' || quote_literal(${scope}))::tsquery` : sql``;
  // per (role, unit) the index gives its first rows in order; only those are merged
  return sql<JoinedTask[]>`
    select ${joinedColumns(sql, official.id)} from (
      select t.* from unnest(${pairs.map((p) => p.role)}::text[], ${pairs.map((p) => p.unitId)}::text[]) as p(role, unit_id)
      cross join lateral (
        select * from task t where t.role = p.role and t.unit_id = p.unit_id and t.status = 'open' ${free} ${found(sql`'@' || p.role || '@' || p.unit_id`)} ${filters}
        order by t.sort_at, t.id limit ${limit}) t
      union all
      select t.* from unnest(${supervisedUnitIds as string[]}::text[]) as p(unit_id)
      cross join lateral (
        select * from task t where t.unit_id = p.unit_id and t.status = 'open' ${found(sql`'@' || p.unit_id`)} ${filters}
        order by t.sort_at, t.id limit ${limit}) t
    ) t
    join dossier d on d.id = t.dossier_id
    order by t.sort_at, t.id limit ${limit}`;
}

async function countAll(context: Context, official: Official, soonAt: Date): Promise<Inbox['counts']> {
  const { sql } = context;
  const now = context.now();
  const roles = official.roles.map((pair) => pair.role);
  const units = official.roles.map((pair) => pair.unitId);
  const mine = sql`select t.sort_at from task t where t.assignee_id = ${official.id} and t.status = 'open'`;
  const pool = sql`
    select t.sort_at from unnest(${roles}::text[], ${units}::text[]) as p(role, unit_id)
    join task t on t.role = p.role and t.unit_id = p.unit_id and t.status = 'open' and t.assignee_id is null`;
  const [row] = await sql<{ mine: number; pool: number; late: number; soon: number }[]>`
    select
      (select count(*)::int from (${mine} limit ${countLimit}) a) as mine,
      (select count(*)::int from (${pool} limit ${countLimit}) a) as pool,
      (select count(*)::int from ((${mine} and t.sort_at < ${now} limit ${countLimit}) union all (${pool} where t.sort_at < ${now} limit ${countLimit})) a) as late,
      (select count(*)::int from ((${mine} and t.sort_at >= ${now} and t.sort_at < ${soonAt} limit ${countLimit})
        union all (${pool} where t.sort_at >= ${now} and t.sort_at < ${soonAt} limit ${countLimit})) a) as soon`;
  return row ?? { mine: 0, pool: 0, late: 0, soon: 0 };
}

/** Until when a due date counts as soon, in the official's first unit. */
async function soonBound(context: Context, official: Official): Promise<Date> {
  const now = context.now();
  const unitId = official.roles[0]?.unitId;
  if (!unitId) return now;
  return computeDue(await context.places.calendar(unitId), now, { qty: soonMinutes / 60, unit: 'HOUR' }, [])
    .due;
}

function writeCursor(at: Date | null, id: string): string {
  return Buffer.from(JSON.stringify([at ? at.toISOString() : 'infinity', id])).toString('base64url');
}

/** A cursor nobody of us wrote starts from the beginning. */
function readCursor(cursor: string | undefined): { at: string; id: string } | null {
  if (!cursor) return null;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parsed)) return null;
    const [at, id] = parsed as unknown[];
    const valid =
      typeof at === 'string' &&
      typeof id === 'string' &&
      /^[0-9a-f-]{36}$/.test(id) &&
      (at === 'infinity' || !Number.isNaN(Date.parse(at)));
    return valid ? { at, id } : null;
  } catch {
    return null;
  }
}
