/** The public page of one dossier; by code and PIN, with limits on guessing. */
import { timingSafeEqual } from 'node:crypto';
import { RuntimeError, type TrackingView } from '../api.ts';
import { pinOf } from '../commands/receipt.ts';
import { mayWithdraw } from '../commands/withdraw.ts';
import type { Context } from '../context.ts';
import { readEvents } from '../events/append.ts';
import { milestones } from '../events/milestones.ts';
import { isPaused } from '../events/project.ts';
import { statusName } from '../events/status.ts';
import { timeline } from '../events/timeline.ts';
import { listDocuments } from '../files/documents.ts';
import type { Localized } from '../package/schema.ts';
import { getVersion, type ProcedureVersion } from '../package/versions.ts';
import { type DossierRow, findDossierByCode, getDossierRow } from '../store/dossiers.ts';
import { withoutPath } from './dossier.ts';
import { dueFromJson, dueStanding } from './due.ts';
import { askedOfApplicant } from './task.ts';

/** Wrong tries allowed in the window: per code, and per client address (offices share one). */
const limits = { code: 10, address: 60, windowMs: 15 * 60_000 } as const;
const nobody = '00000000-0000-0000-0000-000000000000';

/** @returns undefined alike for a wrong code and a wrong PIN. @throws RuntimeError RATE_LIMITED */
export async function track(
  context: Context,
  input: { code: string; pin: string; clientAddress: string },
): Promise<TrackingView | undefined> {
  const code = input.code.trim().toUpperCase().slice(0, 60);
  const keys = [`code:${code}`, `address:${input.clientAddress}`];
  await refuseGuessing(context, keys);
  const dossier = await findDossierByCode(context.sql, code);
  // the PIN is computed for an unknown code, too: both answers take the same work
  const right = timingSafeEqual(
    Buffer.from(pinOf(context.pinSecret, dossier?.id ?? nobody)),
    Buffer.from(input.pin.trim().padEnd(6).slice(0, 6)),
  );
  if (!dossier || !right || input.pin.trim().length !== 6) {
    await context.sql`insert into track_attempt (key, at) select key, ${context.now()} from unnest(${keys}::text[]) as key`;
    return undefined;
  }
  return trackingView(context, dossier);
}

export async function trackById(context: Context, dossierId: string): Promise<TrackingView> {
  return trackingView(context, await getDossierRow(context.sql, dossierId));
}

async function refuseGuessing(context: Context, keys: readonly string[]): Promise<void> {
  const since = new Date(context.now().getTime() - limits.windowMs);
  const rows = await context.sql<{ key: string; tries: number }[]>`
    select key, count(*)::int as tries from track_attempt where key = any(${keys as string[]}) and at > ${since} group by key`;
  const over = rows.some(
    ({ key, tries }) => tries >= (key.startsWith('code:') ? limits.code : limits.address),
  );
  if (over)
    throw new RuntimeError(
      'RATE_LIMITED',
      {
        vi: 'Đã thử sai nhiều lần. Xin chờ 15 phút rồi thử lại.',
        en: 'Too many wrong tries. Please wait 15 minutes.',
      },
      { retryAfterSeconds: limits.windowMs / 1000 },
    );
}

async function trackingView(context: Context, dossier: DossierRow): Promise<TrackingView> {
  const { sql } = context;
  const { state } = dossier;
  const version = await getVersion(sql, sql, dossier.versionId);
  const [events, documents, asked, unit, calendar, names, incidents] = await Promise.all([
    readEvents(sql, dossier.id),
    listDocuments(sql, dossier.id),
    askedOfApplicant(context, dossier),
    context.places.unit(dossier.competentUnitId),
    context.places.calendar(dossier.competentUnitId),
    context.places.unitNames(),
    sql`
      select 1 from incident where dossier_id = ${dossier.id} and resolved_at is null and kind <> 'notify'
      union all
      select 1 from outbox where dossier_id = ${dossier.id} and kind = 'connector' and state = 'waiting' and attempts >= 2 and last_error not like 'PENDING%'
      limit 1`,
  ]);
  const due = dueFromJson(state.due);
  const paused = isPaused(state);
  const now = context.now();
  const standing = dueStanding(calendar, now, due?.due ?? null);
  const running = due !== null && state.closedAt === null && !paused;
  return {
    dossierId: dossier.id,
    reference: dossier.reference,
    code: dossier.code,
    procedureCode: dossier.procedureCode,
    procedureName: version.package.name,
    unit,
    status: state.status,
    statusName: statusName(state),
    holder: holder(version, state, names),
    due,
    paused,
    late:
      due !== null &&
      !paused &&
      (state.closedAt ? new Date(state.closedAt) > due.due : standing.dueState === 'late'),
    closedAt: state.closedAt ? new Date(state.closedAt) : null,
    remaining: running ? standing.remaining : null,
    milestones: milestones(version.package, version.model, state, dossier.channel),
    asked,
    timeline: timeline(events, { package: version.package, unitName: names }).filter((entry) => entry.public),
    documents: documents.filter((document) => document.public).map(withoutPath),
    mayWithdraw: mayWithdraw(dossier),
    delayed: state.closedAt === null && incidents.length > 0,
  };
}

/** Role and unit that have the dossier now, the applicant if it waits for him. */
function holder(
  version: ProcedureVersion,
  state: DossierRow['state'],
  unitName: (id: string) => Localized,
): Localized | null {
  const open = state.openTasks.findLast((task) => task.role === 'applicant') ?? state.openTasks[0];
  const role = open && version.package.roles[open.role];
  if (!open || !role) return null;
  if (role.unit === 'applicant') return role.name;
  const unit = unitName(open.unitId);
  return { vi: `${role.name.vi}, ${unit.vi}`, en: `${role.name.en}, ${unit.en}` };
}
