/** Bản khai nháp: kept for who holds its token; task drafts for who works on the task. */
import { createHash, randomBytes } from 'node:crypto';
import { type Actor, type Draft, RuntimeError } from '../api.ts';
import type { Context } from '../context.ts';
import { json } from '../store/connect.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { getTaskRecord } from '../store/tasks.ts';
import { requireOnTask, requireOpen, requireReadTask } from './access.ts';

const draftDays = 30;
const hash = (token: string) => createHash('sha256').update(token).digest('hex');

interface DraftInput {
  readonly token?: string;
  readonly procedureCode: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly page: number;
}

/** Saves over the draft the token opens, or makes a new one with a new token. */
export async function saveDraft(context: Context, input: DraftInput): Promise<Draft> {
  const now = context.now();
  const expiresAt = new Date(now.getTime() + draftDays * 86_400_000);
  const known = input.token && (await findDraft(context, input.token)) ? input.token : undefined;
  const token = known ?? randomBytes(32).toString('base64url');
  const [row] = await context.sql<{ id: string }[]>`
    insert into draft (id, token_hash, procedure_code, data, page, saved_at, expires_at)
    values (${crypto.randomUUID()}, ${hash(token)}, ${input.procedureCode}, ${json(context.sql, input.data)}, ${input.page}, ${now}, ${expiresAt})
    on conflict (token_hash) do update set procedure_code = excluded.procedure_code, data = excluded.data, page = excluded.page,
      saved_at = excluded.saved_at, expires_at = excluded.expires_at
    returning id`;
  if (!row) throw new Error('the draft was not stored');
  return {
    id: row.id,
    token,
    procedureCode: input.procedureCode,
    data: input.data,
    page: input.page,
    savedAt: now,
    expiresAt,
  };
}

export async function findDraft(context: Context, token: string): Promise<Draft | undefined> {
  const [row] = await context.sql<Omit<Draft, 'token'>[]>`
    select id, procedure_code as "procedureCode", data, page, saved_at as "savedAt", expires_at as "expiresAt"
    from draft where token_hash = ${hash(token)} and expires_at > ${context.now()}`;
  return row && { ...row, token };
}

/** @throws RuntimeError NOT_FOUND, FORBIDDEN, CONFLICT */
export async function saveTaskDraft(
  context: Context,
  actor: Actor,
  taskId: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const task = await getTaskRecord(context.sql, taskId);
  const dossier = await getDossierRow(context.sql, task.dossierId);
  requireReadTask(context, actor, task, dossier);
  requireOpen(task);
  if (actor.kind === 'official') requireOnTask(context, actor.official, 'task.act', task, dossier);
  const saved =
    await context.sql`update task set draft = ${json(context.sql, data)} where id = ${task.id} and status = 'open'`;
  if (saved.count === 0)
    throw new RuntimeError('CONFLICT', { vi: 'Việc này vừa kết thúc.', en: 'The task has just ended.' });
}
