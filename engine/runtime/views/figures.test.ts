/** The kept figures against counting everything, through random changes. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Harness, startHarness } from '../testing/harness.ts';
import { dayFigures, foldFigures, openFigures, stepFigures } from './figures.ts';

let harness: Harness;
let dossiers: { id: string; task: string }[];
const unit = 'suoi-cham';
const other = 'doi-que';
const base = Date.UTC(2026, 10, 22, 2, 30);
const at = (minutes: number) => new Date(base + minutes * 60_000);

beforeAll(async () => {
  harness = await startHarness();
  dossiers = [];
  for (let i = 0; i < 4; i++) {
    const { dossierId } = await harness.submit();
    const task = await harness.openTask(dossierId, 'receptionCheck');
    dossiers.push({ id: dossierId, task: task.id });
  }
});
afterAll(() => harness.close());

async function counted(unitId: string, now: Date, soonAt: Date) {
  const { sql } = harness.context;
  const [row] = await sql`
    select count(*)::int as "inProgress", count(*) filter (where status = 5)::int as "waitingApplicant",
      count(*) filter (where due_at < ${now} and not paused)::int as late,
      count(*) filter (where due_at >= ${now} and due_at < ${soonAt} and not paused)::int as "dueSoon"
    from dossier where closed_at is null and (competent_unit_id = ${unitId} or reception_unit_id = ${unitId})`;
  const [step] = await sql`
    select count(*)::int as open, count(*) filter (where t.due_at < ${now})::int as late
    from task t join dossier d on d.id = t.dossier_id
    where t.status = 'open' and (t.unit_id = ${unitId} or (t.unit_id = 'applicant' and d.competent_unit_id = ${unitId}))`;
  const [days] = await sql`
    select (select count(*)::int from dossier where competent_unit_id = ${unitId} and received_at is not null) as received,
      (select count(*)::int from dossier where competent_unit_id = ${unitId} and status = 10 and closed_at <= due_at) as "onTime",
      (select count(*)::int from dossier where competent_unit_id = ${unitId} and status = 10 and closed_at is not null
        and closed_at <= due_at is not true) as late`;
  return { open: row, step, days };
}

async function kept(unitId: string, now: Date, soonAt: Date) {
  const { sql } = harness.context;
  const steps = await stepFigures(sql, unitId, now);
  const days = await dayFigures(sql, unitId, at(-60 * 24 * 60));
  const sum = <T>(rows: readonly T[], of: (row: T) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  return {
    open: await openFigures(sql, unitId, now, soonAt),
    step: { open: sum(steps, (s) => s.open), late: sum(steps, (s) => s.late) },
    days: {
      received: sum(days, (d) => d.received),
      onTime: sum(days, (d) => d.onTime),
      late: sum(days, (d) => d.late),
    },
  };
}

const minutes = fc.integer({ min: -300, max: 300 });
const change = fc.record({
  which: fc.nat({ max: 3 }),
  due: fc.option(minutes),
  paused: fc.boolean(),
  closed: fc.option(minutes),
  received: fc.option(minutes),
  status: fc.constantFrom(1, 4, 5, 10),
  reception: fc.constantFrom(unit, other),
  taskStatus: fc.constantFrom('open', 'done'),
  taskUnit: fc.constantFrom(unit, other, 'applicant'),
  taskDue: fc.option(minutes),
  fold: fc.boolean(),
});

test('given any changes, when figures are read, then they are what counting everything says', async () => {
  const { sql } = harness.context;
  const time = (value: number | null) => (value === null ? null : at(value));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 6 }),
      minutes,
      fc.nat({ max: 300 }),
      async (changes, now, ahead) => {
        for (const one of changes) {
          const dossier = dossiers[one.which];
          if (!dossier) continue;
          await sql`
            update dossier set due_at = ${time(one.due)}, paused = ${one.paused}, closed_at = ${time(one.closed)},
              received_at = ${time(one.received)}, status = ${one.status}, reception_unit_id = ${one.reception} where id = ${dossier.id}`;
          await sql`
            update task set status = ${one.taskStatus}, unit_id = ${one.taskUnit}, due_at = ${time(one.taskDue)},
              sort_at = coalesce(${time(one.taskDue)}::timestamptz, 'infinity') where id = ${dossier.task}`;
          if (one.fold) await foldFigures(sql, at(0));
        }
        for (const unitId of [unit, other])
          expect(await kept(unitId, at(now), at(now + ahead))).toEqual(
            await counted(unitId, at(now), at(now + ahead)),
          );
      },
    ),
    { numRuns: 60 },
  );
});
