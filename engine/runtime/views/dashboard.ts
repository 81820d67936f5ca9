/** Figures of a unit: open dossiers by state, the last thirty days; closed dossiers before that cost nothing. */
import { computeDue } from '../../calendar/index.ts';
import type { Official } from '../../routing/types.ts';
import { type Dashboard, RuntimeError } from '../api.ts';
import type { Context } from '../context.ts';
import { findCurrentVersionId, getVersion } from '../package/versions.ts';
import { localDate } from '../store/local-time.ts';
import { soonMinutes } from './due.ts';
import { dayFigures, openFigures, stepFigures } from './figures.ts';

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
  const [open, perDay, steps] = await Promise.all([
    openFigures(context.sql, unitId, now, soonAt),
    dayFigures(context.sql, unitId, since),
    openPerStep(context, unitId, now),
  ]);
  const dates = Array.from({ length: days }, (_, i) =>
    localDate(new Date(now.getTime() - (days - 1 - i) * 86_400_000)),
  );
  const shown = perDay.filter(({ date }) => dates.includes(date));
  const sum = (of: 'received' | 'onTime' | 'late') => shown.reduce((total, day) => total + day[of], 0);
  return {
    received: sum('received'),
    ...open,
    returnedOnTime: sum('onTime'),
    returnedLate: sum('late'),
    byStep: steps,
    perDay: dates.map((date) => {
      const day = shown.find((one) => one.date === date);
      return { date, received: day?.received ?? 0, returned: day ? day.onTime + day.late : 0 };
    }),
  };
}

async function openPerStep(context: Context, unitId: string, now: Date): Promise<Dashboard['byStep']> {
  const { sql } = context;
  const steps = await stepFigures(sql, unitId, now);
  return Promise.all(
    steps.map(async ({ procedureCode, elementId, open, late }) => {
      const versionId = await findCurrentVersionId(sql, procedureCode, localDate(now));
      const version = versionId ? await getVersion(sql, sql, versionId) : undefined;
      return {
        elementId,
        name: version?.package.tasks[elementId]?.name ?? { vi: elementId, en: elementId },
        open,
        late,
      };
    }),
  );
}
