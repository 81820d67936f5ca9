/** Figures of a unit: open dossiers by state, the last thirty days; closed dossiers before that cost nothing. */
import { computeDue } from '../../calendar/index.ts';
import type { Official } from '../../routing/types.ts';
import { type Dashboard, RuntimeError } from '../api.ts';
import type { Context } from '../context.ts';
import { getVersion } from '../package/versions.ts';
import { localDate } from '../store/local-time.ts';
import { soonMinutes } from './due.ts';

const days = 30;

/** @throws RuntimeError FORBIDDEN, NOT_FOUND */
export async function dashboard(context: Context, official: Official, unitId: string): Promise<Dashboard> {
  const unit = await context.places.findUnit(unitId);
  const allowed =
    unit &&
    context.routing.mayOnDossier(official, 'dashboard.read', {
      receptionUnitId: unitId,
      competentUnitId: unitId,
      consultedUnitIds: [],
    }).allowed;
  if (!allowed)
    throw new RuntimeError('NOT_FOUND', {
      vi: 'Không có bảng số liệu này.',
      en: 'There is no such dashboard.',
    });
  const now = context.now();
  const since = new Date(now.getTime() - days * 86_400_000);
  const soonAt = computeDue(
    await context.places.calendar(unitId),
    now,
    { qty: soonMinutes / 60, unit: 'HOUR' },
    [],
  ).due;
  const [open, closed, received, steps] = await Promise.all([
    openFigures(context, unitId, now, soonAt),
    closedPerDay(context, unitId, since),
    receivedPerDay(context, unitId, since),
    openPerStep(context, unitId, now),
  ]);
  const dates = Array.from({ length: days }, (_, i) =>
    localDate(new Date(now.getTime() - (days - 1 - i) * 86_400_000)),
  );
  const sum = (rows: readonly { n: number }[]) => rows.reduce((total, row) => total + row.n, 0);
  return {
    received: sum(received),
    ...open,
    returnedOnTime: closed.reduce((total, row) => total + row.onTime, 0),
    returnedLate: closed.reduce((total, row) => total + row.n - row.onTime, 0),
    byStep: steps,
    perDay: dates.map((date) => ({
      date,
      received: received.find((r) => r.date === date)?.n ?? 0,
      returned: closed.find((r) => r.date === date)?.n ?? 0,
    })),
  };
}

async function openFigures(
  { sql }: Context,
  unitId: string,
  now: Date,
  soonAt: Date,
): Promise<Pick<Dashboard, 'inProgress' | 'waitingApplicant' | 'dueSoon' | 'late'>> {
  const [row] = await sql<{ inProgress: number; waitingApplicant: number; dueSoon: number; late: number }[]>`
    select count(*)::int as "inProgress", count(*) filter (where status = 5)::int as "waitingApplicant",
      count(*) filter (where due_at >= ${now} and due_at < ${soonAt} and not paused)::int as "dueSoon",
      count(*) filter (where due_at < ${now} and not paused)::int as late
    from dossier where closed_at is null and (competent_unit_id = ${unitId} or reception_unit_id = ${unitId})`;
  return row ?? { inProgress: 0, waitingApplicant: 0, dueSoon: 0, late: 0 };
}

async function closedPerDay(
  { sql }: Context,
  unitId: string,
  since: Date,
): Promise<readonly { date: string; n: number; onTime: number }[]> {
  return sql`
    select to_char(closed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as date, count(*)::int as n,
      count(*) filter (where closed_at <= due_at)::int as "onTime"
    from dossier where competent_unit_id = ${unitId} and closed_at >= ${since} and status = 10 group by 1`;
}

async function receivedPerDay(
  { sql }: Context,
  unitId: string,
  since: Date,
): Promise<readonly { date: string; n: number }[]> {
  return sql`
    select to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as date, count(*)::int as n
    from dossier where competent_unit_id = ${unitId} and received_at >= ${since} group by 1`;
}

async function openPerStep(context: Context, unitId: string, now: Date): Promise<Dashboard['byStep']> {
  const { sql } = context;
  const rows = await sql<{ versionId: string; elementId: string; open: number; late: number }[]>`
    select max(d.procedure_version_id)::text as "versionId", t.element_id as "elementId", count(*)::int as open, count(*) filter (where t.due_at < ${now})::int as late
    from task t join dossier d on d.id = t.dossier_id
    where t.status = 'open' and (t.unit_id = ${unitId} or (t.unit_id = 'applicant' and d.competent_unit_id = ${unitId}))
    group by d.procedure_code, t.element_id order by 3 desc`;
  return Promise.all(
    rows.map(async ({ versionId, elementId, open, late }) => {
      const version = await getVersion(sql, sql, versionId);
      return {
        elementId,
        name: version.package.tasks[elementId]?.name ?? { vi: elementId, en: elementId },
        open,
        late,
      };
    }),
  );
}
