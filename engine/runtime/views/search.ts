/** Looking a dossier up by code, reference or name, in the units the official may read. */
import { dossierCondition } from '../../routing/index.ts';
import type { Official } from '../../routing/types.ts';
import type { TaskRow } from '../api.ts';
import type { Context } from '../context.ts';
import { statusName } from '../events/status.ts';
import type { DossierState } from '../events/types.ts';
import { getVersion } from '../package/versions.ts';
import { searchQuery } from '../store/fold.ts';
import { dueStanding } from './due.ts';

interface Found {
  readonly id: string;
  readonly reference: string;
  readonly code: string | null;
  readonly applicantName: string;
  readonly subject: string | null;
  readonly versionId: string;
  readonly competentUnitId: string;
  readonly submittedAt: Date;
  readonly dueAt: Date | null;
  readonly closedAt: Date | null;
  readonly state: DossierState;
  readonly taskId: string | null;
  readonly elementId: string | null;
  readonly role: string | null;
  readonly unitId: string | null;
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
}

/** One row per dossier; of its open tasks the newest. A closed dossier's row has its id in place of a task's. */
export async function searchDossiers(
  context: Context,
  official: Official,
  query: { search: string; limit?: number },
): Promise<readonly TaskRow[]> {
  const words = searchQuery(query.search);
  if (!words) return [];
  const { sql } = context;
  const limit = Math.min(Math.max(query.limit ?? 20, 1), 100);
  const rows = await sql<Found[]>`
    with found as materialized (
      select d.* from dossier d
      where d.search_vector @@ ${words}::tsquery
        and ${dossierCondition(sql, context.routing.dossierFilter(official))}
      order by d.submitted_at desc limit ${limit})
    select d.id, d.reference, d.code, d.applicant_name as "applicantName", d.subject, d.procedure_version_id as "versionId",
      d.competent_unit_id as "competentUnitId", d.submitted_at as "submittedAt", d.due_at as "dueAt", d.closed_at as "closedAt", d.state,
      t.id as "taskId", t.element_id as "elementId", t.role, t.unit_id as "unitId", t.assignee_id as "assigneeId", t.assignee_name as "assigneeName"
    from found d left join lateral (
      select * from task where dossier_id = d.id and status = 'open' order by created_at desc limit 1) t on true
    order by d.submitted_at desc`;
  return Promise.all(rows.map((row) => toRow(context, row)));
}

async function toRow(context: Context, row: Found): Promise<TaskRow> {
  const version = await getVersion(context.sql, context.sql, row.versionId);
  const calendar = await context.places.calendar(row.competentUnitId);
  const task = row.elementId ? version.package.tasks[row.elementId] : undefined;
  return {
    id: row.taskId ?? row.id,
    dossierId: row.id,
    reference: row.reference,
    code: row.code,
    applicantName: row.applicantName,
    subject: row.subject,
    procedureName: version.package.name,
    stepName: task?.name ?? statusName(row.state),
    elementId: row.elementId ?? '',
    role: row.role ?? '',
    unitId: row.unitId ?? row.competentUnitId,
    assigneeId: row.assigneeId,
    assigneeName: row.assigneeName,
    createdAt: row.submittedAt,
    dueAt: row.dueAt,
    ...dueStanding(calendar, context.now(), row.closedAt ? null : row.dueAt),
    unread: false,
    supplemented: row.state.resubmitted,
  };
}
