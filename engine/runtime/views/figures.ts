/** Figures of a unit from the counters that triggers keep (migrations/002-figures.sql): exact, whatever lies open. */
import type { Sql, Statement } from '../../sql/index.ts';
import { timeZone } from '../store/local-time.ts';

export interface OpenFigures {
  readonly inProgress: number;
  readonly waitingApplicant: number;
  readonly dueSoon: number;
  readonly late: number;
}
export interface DayFigures {
  /** yyyy-MM-dd */
  readonly date: string;
  readonly received: number;
  readonly onTime: number;
  readonly late: number;
}
export interface StepFigures {
  readonly procedureCode: string;
  readonly elementId: string;
  readonly open: number;
  readonly late: number;
}

/**
 * Open dossiers of a unit. Whole hours come from the counters; of the hours in which `now` and `soonAt` fall, the dossiers
 * themselves are looked at.
 */
export async function openFigures(sql: Sql, unitId: string, now: Date, soonAt: Date): Promise<OpenFigures> {
  const within = (from: Statement, to: Date) => sql`(
    select (select count(*) from dossier where competent_unit_id = ${unitId} and ${open(from, to)})
      + (select count(*) from dossier where reception_unit_id = ${unitId} and competent_unit_id <> ${unitId} and ${open(from, to)}))`;
  const open = (from: Statement, to: Date) =>
    sql`closed_at is null and not paused and due_at >= ${from} and due_at < ${to}`;
  const hourOf = (at: Date) => sql`date_trunc('hour', ${at}::timestamptz)`;
  const [row] = await sql<OpenFigures[]>`
    with counted as (
      select coalesce(sum(n) filter (where measure = 'open'), 0) as "inProgress",
        coalesce(sum(n) filter (where measure = 'waiting'), 0) as "waitingApplicant",
        coalesce(sum(n) filter (where measure = 'open' and slot < ${hourOf(now)}), 0) + ${within(hourOf(now), now)} as late,
        coalesce(sum(n) filter (where measure = 'open' and slot < ${hourOf(soonAt)}), 0) + ${within(hourOf(soonAt), soonAt)} as soon
      from figure where unit_id = ${unitId} and measure in ('open', 'waiting')
    )
    select "inProgress"::int, "waitingApplicant"::int, late::int, (soon - late)::int as "dueSoon" from counted`;
  return row ?? { inProgress: 0, waitingApplicant: 0, dueSoon: 0, late: 0 };
}

/** Received and returned per day since then; days without either are not in the list. */
export async function dayFigures(sql: Sql, unitId: string, since: Date): Promise<readonly DayFigures[]> {
  return sql<DayFigures[]>`
    select to_char(slot at time zone ${timeZone}, 'YYYY-MM-DD') as date,
      coalesce(sum(n) filter (where measure = 'received'), 0)::int as received,
      coalesce(sum(n) filter (where measure = 'onTime'), 0)::int as "onTime",
      coalesce(sum(n) filter (where measure = 'late'), 0)::int as late
    from figure where unit_id = ${unitId} and measure in ('received', 'onTime', 'late')
      and slot >= date_trunc('day', ${since}::timestamptz, ${timeZone})
    group by 1`;
}

/** Open tasks of a unit by step; those of applicants count where their dossiers are resolved. Most first. */
export async function stepFigures(sql: Sql, unitId: string, now: Date): Promise<readonly StepFigures[]> {
  return sql<StepFigures[]>`
    with edge as (
      select d.procedure_code || ' ' || t.element_id as detail, count(*) as n
      from task t join dossier d on d.id = t.dossier_id
      where t.status = 'open' and (t.unit_id = ${unitId} or (t.unit_id = 'applicant' and d.competent_unit_id = ${unitId}))
        and t.sort_at >= date_trunc('hour', ${now}::timestamptz) and t.sort_at < ${now}
      group by 1
    ), counted as (
      select detail, sum(n) as open, coalesce(sum(n) filter (where slot < date_trunc('hour', ${now}::timestamptz)), 0) as late
      from figure where unit_id = ${unitId} and measure = 'step' group by 1 having sum(n) > 0
    )
    select split_part(detail, ' ', 1) as "procedureCode", split_part(detail, ' ', 2) as "elementId", open::int as open,
      (late + coalesce(edge.n, 0))::int as late
    from counted left join edge using (detail) order by open desc, detail`;
}

/** Days kept: the board shows thirty. */
const keptDays = 100;

/** Folds rows of equal meaning into one, and forgets days nobody is shown any more. Changes no figure. */
export async function foldFigures(sql: Sql, now: Date): Promise<void> {
  await sql`
    with gone as (delete from figure returning *)
    insert into figure (unit_id, measure, detail, slot, n)
    select unit_id, measure, detail, slot, sum(n) from gone
    where measure in ('open', 'waiting', 'step') or slot >= ${new Date(now.getTime() - keptDays * 86_400_000)}
    group by 1, 2, 3, 4 having sum(n) <> 0`;
}
