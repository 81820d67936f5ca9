/** A dossier as officials see it. */
import type { Actor, DossierDocument, DossierView } from '../api.ts';
import { requireReadDossier } from '../commands/access.ts';
import type { Context } from '../context.ts';
import { readEvents } from '../events/append.ts';
import { isPaused } from '../events/project.ts';
import { statusName } from '../events/status.ts';
import { timeline } from '../events/timeline.ts';
import { listDocuments } from '../files/documents.ts';
import { sourcesFor } from '../package/sources.ts';
import { formJson, getVersion } from '../package/versions.ts';
import { type DossierRow, getDossierRow } from '../store/dossiers.ts';
import { dueFromJson, dueStanding } from './due.ts';
import { type JoinedTask, joinedColumns, toTaskRow } from './task-rows.ts';
import { workDone } from './work.ts';

/** @throws RuntimeError NOT_FOUND */
export async function getDossier(context: Context, actor: Actor, id: string): Promise<DossierView> {
  const dossier = await getDossierRow(context.sql, id);
  requireReadDossier(context, actor, dossier);
  return dossierView(context, dossier, actor);
}

/** The applicant gets what is public only. */
export async function dossierView(context: Context, dossier: DossierRow, actor: Actor): Promise<DossierView> {
  const { sql } = context;
  const version = await getVersion(sql, sql, dossier.versionId);
  const { state } = dossier;
  const everything = actor.kind !== 'applicant';
  const [events, documents, open, names, reception, competent, calendar, sources] = await Promise.all([
    readEvents(sql, dossier.id),
    listDocuments(sql, dossier.id),
    sql<JoinedTask[]>`
      select ${joinedColumns(sql, actor.kind === 'official' ? actor.official.id : null)} from task t join dossier d on d.id = t.dossier_id
      where t.dossier_id = ${dossier.id} and t.status = 'open' order by t.created_at`,
    context.places.unitNames(),
    context.places.unit(dossier.receptionUnitId),
    context.places.unit(dossier.competentUnitId),
    context.places.calendar(dossier.competentUnitId),
    sourcesFor(context.places, dossier.competentUnitId),
  ]);
  const due = dueFromJson(state.due);
  const entries = timeline(events, { package: version.package, unitName: names });
  return {
    id: dossier.id,
    reference: dossier.reference,
    code: dossier.code,
    package: version.package,
    applicationForm: formJson(version, version.package.applicationForm, sources),
    data: dossier.data,
    channel: dossier.channel,
    status: state.status,
    statusName: statusName(state),
    receptionUnit: reception,
    competentUnit: competent,
    submittedAt: dossier.submittedAt,
    receivedAt: state.receivedAt ? new Date(state.receivedAt) : null,
    due,
    paused: isPaused(state),
    remaining:
      due && !state.closedAt && !isPaused(state)
        ? dueStanding(calendar, context.now(), due.due).remaining
        : null,
    documents: documents.filter((d) => everything || d.public).map(withoutPath),
    timeline: entries.filter((entry) => everything || entry.public),
    openTasks: await Promise.all(
      open.filter((t) => everything || t.role === 'applicant').map((t) => toTaskRow(context, t)),
    ),
    work: everything
      ? workDone(events, { package: version.package, form: (key) => formJson(version, key, sources) })
      : [],
    result:
      state.result?.number && state.result.date
        ? { number: state.result.number, date: state.result.date, personalId: personalIdIn(state.facts) }
        : null,
  };
}

/** The number a population connector brought, under whatever name its result was kept. */
function personalIdIn(facts: Readonly<Record<string, unknown>>): string | null {
  for (const fact of Object.values(facts))
    if (
      fact !== null &&
      typeof fact === 'object' &&
      'personalId' in fact &&
      typeof fact.personalId === 'string'
    )
      return fact.personalId;
  return null;
}

export function withoutPath<T extends DossierDocument & { path: string; dossierId: string | null }>({
  path: _path,
  dossierId: _dossier,
  ...document
}: T): DossierDocument {
  return document;
}
