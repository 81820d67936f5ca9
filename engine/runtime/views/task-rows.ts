/** Task rows as lists show them. */
import type { TaskRow } from '../api.ts';
import type { Context } from '../context.ts';
import { getVersion } from '../package/versions.ts';
import type { Sql } from '../store/connect.ts';
import { type TaskRecord, taskColumns } from '../store/tasks.ts';
import { dueStanding } from './due.ts';

export interface JoinedTask extends TaskRecord {
  readonly reference: string;
  readonly code: string | null;
  readonly applicantName: string;
  readonly subject: string | null;
  readonly versionId: string;
  readonly competentUnitId: string;
  readonly unread: boolean;
}

/** Columns of task `t` and dossier `d` for one reader. */
export const joinedColumns = (sql: Sql, officialId: string | null) => sql`
  ${taskColumns(sql)}, d.reference, d.code, d.applicant_name as "applicantName", d.subject, d.procedure_version_id as "versionId",
  d.competent_unit_id as "competentUnitId",
  not exists (select 1 from task_visit v where v.task_id = t.id and v.official_id = ${officialId ?? ''}) as unread`;

export async function toTaskRow(context: Context, task: JoinedTask): Promise<TaskRow> {
  const version = await getVersion(context.sql, context.sql, task.versionId);
  const definition = version.package.tasks[task.elementId];
  const calendar = await context.places.calendar(
    task.unitId === 'applicant' ? task.competentUnitId : task.unitId,
  );
  const name = version.model.elements[task.elementId]?.name || task.elementId;
  return {
    id: task.id,
    dossierId: task.dossierId,
    reference: task.reference,
    code: task.code,
    applicantName: task.applicantName,
    subject: task.subject,
    procedureName: version.package.name,
    stepName: definition?.name ?? { vi: name, en: name },
    elementId: task.elementId,
    role: task.role,
    unitId: task.unitId,
    assigneeId: task.assigneeId,
    assigneeName: task.assigneeName,
    createdAt: task.createdAt,
    dueAt: task.dueAt,
    ...dueStanding(calendar, context.now(), task.dueAt),
    unread: task.unread,
    supplemented: task.supplemented,
  };
}
