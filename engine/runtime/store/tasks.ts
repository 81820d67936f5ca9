/** Rows of `task` as commands use them. */
import { RuntimeError } from '../api.ts';
import { uuidOrNil } from '../files/attach.ts';
import type { Sql } from './connect.ts';

export interface TaskRecord {
  readonly id: string;
  readonly dossierId: string;
  readonly jobKey: string;
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly role: string;
  readonly unitId: string;
  readonly status: 'open' | 'done' | 'gone';
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly assignedAt: Date | null;
  readonly barredIds: readonly string[];
  readonly createdAt: Date;
  readonly dueAt: Date | null;
  readonly supplemented: boolean;
  readonly draft: Readonly<Record<string, unknown>> | null;
  readonly endedAt: Date | null;
  readonly doneBy: string | null;
  readonly doneByName: string | null;
  readonly doneAction: string | null;
}

export const taskColumns = (sql: Sql) => sql`
  t.id, t.dossier_id as "dossierId", t.job_key as "jobKey", t.element_instance_key as "elementInstanceKey", t.element_id as "elementId", t.role,
  t.unit_id as "unitId", t.status, t.assignee_id as "assigneeId", t.assignee_name as "assigneeName", t.assigned_at as "assignedAt",
  t.barred_ids as "barredIds", t.created_at as "createdAt", t.due_at as "dueAt", t.supplemented, t.draft, t.ended_at as "endedAt",
  t.done_by as "doneBy", t.done_by_name as "doneByName", t.done_action as "doneAction"`;

/** @throws RuntimeError NOT_FOUND */
export async function getTaskRecord(sql: Sql, id: string): Promise<TaskRecord> {
  const [row] = await sql<TaskRecord[]>`select ${taskColumns(sql)} from task t where t.id = ${uuidOrNil(id)}`;
  if (!row)
    throw new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy công việc.', en: 'The task was not found.' });
  return row;
}
