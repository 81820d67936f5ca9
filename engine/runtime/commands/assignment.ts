/** Nhận việc, trả việc, phân công lại. */
import type { Official } from '../../routing/types.ts';
import { RuntimeError } from '../api.ts';
import type { Context } from '../context.ts';
import { appendEvents } from '../events/append.ts';
import type { EventBody } from '../events/types.ts';
import type { Transaction } from '../store/connect.ts';
import { type DossierRow, dossierNotFound, getDossierRow, lockDossier } from '../store/dossiers.ts';
import { getTaskRecord, type TaskRecord } from '../store/tasks.ts';
import { requireOnTask, requireOpen, taken } from './access.ts';
import { officialActor } from './actors.ts';

/** @throws RuntimeError NOT_FOUND, FORBIDDEN, CONFLICT (somebody else has it, with who and when) */
export async function claim(context: Context, official: Official, taskId: string): Promise<void> {
  await onTask(context, taskId, async (tx, task, dossier) => {
    if (task.assigneeId === official.id) return null;
    requireOnTask(context, official, 'task.claim', task, dossier);
    if (task.assigneeId) throw taken(task);
    await assign(tx, task.id, official, context.now());
    return {
      actor: officialActor(official, task.unitId),
      body: { type: 'task.claimed', data: { taskId, elementId: task.elementId } },
    };
  });
}

/** Back to the pool; by its holder only. */
export async function release(context: Context, official: Official, taskId: string): Promise<void> {
  await onTask(context, taskId, async (tx, task, dossier) => {
    requireOnTask(context, official, 'task.act', task, dossier);
    if (task.assigneeId === null) return null;
    if (task.assigneeId !== official.id) throw taken(task);
    await assign(tx, task.id, null, context.now());
    return {
      actor: officialActor(official, task.unitId),
      body: { type: 'task.released', data: { taskId, elementId: task.elementId } },
    };
  });
}

/** @throws RuntimeError INVALID when the other official may not do the task (role, unit, four-eyes) or the reason is missing. */
export async function reassign(
  context: Context,
  official: Official,
  input: { taskId: string; toOfficialId: string; reason: string },
): Promise<void> {
  await onTask(context, input.taskId, async (tx, task, dossier) => {
    requireOnTask(context, official, 'task.reassign', task, dossier);
    const reason = input.reason.trim();
    if (!reason)
      throw new RuntimeError(
        'INVALID',
        { vi: 'Phân công lại phải ghi lý do.', en: 'Reassigning needs a reason.' },
        { errors: [{ path: 'reason', label: 'Lý do', message: 'Ghi lý do.' }] },
      );
    const to = await context.places.findOfficial(input.toOfficialId);
    if (!to || !mayTake(context, to, task, dossier))
      throw new RuntimeError(
        'INVALID',
        { vi: 'Người được chọn không làm được việc này.', en: 'The official chosen may not do this task.' },
        { errors: [{ path: 'toOfficialId', label: 'Người nhận', message: 'Chọn người khác.' }] },
      );
    await assign(tx, task.id, to, context.now());
    return {
      actor: officialActor(official, task.unitId),
      body: {
        type: 'task.reassigned',
        data: { taskId: task.id, elementId: task.elementId, toName: to.fullName, reason },
      },
    };
  });
}

/** Officials the task could be given to. */
export async function candidates(
  context: Context,
  official: Official,
  taskId: string,
): Promise<readonly { id: string; fullName: string }[]> {
  const task = await getTaskRecord(context.sql, taskId);
  const dossier = await getDossierRow(context.sql, task.dossierId);
  requireOnTask(context, official, 'task.reassign', task, dossier);
  const officials = await context.places.officialsOf(task.role, task.unitId);
  return officials
    .filter((o) => mayTake(context, o, task, dossier))
    .map(({ id, fullName }) => ({ id, fullName }));
}

function mayTake(context: Context, official: Official, task: TaskRecord, dossier: DossierRow): boolean {
  const { receptionUnitId, competentUnitId, consultedUnitIds } = dossier;
  return context.routing.mayOnTask(official, 'task.act', {
    dossier: { receptionUnitId, competentUnitId, consultedUnitIds },
    role: task.role,
    unitId: task.unitId,
    assigneeId: null,
    barredIds: task.barredIds,
  }).allowed;
}

async function assign(tx: Transaction, taskId: string, to: Official | null, at: Date): Promise<void> {
  await tx`
    update task set assignee_id = ${to?.id ?? null}, assignee_name = ${to?.fullName ?? null}, assigned_at = ${to ? at : null} where id = ${taskId}`;
}

type Change = { readonly actor: ReturnType<typeof officialActor>; readonly body: EventBody } | null;

async function onTask(
  context: Context,
  taskId: string,
  change: (tx: Transaction, task: TaskRecord, dossier: DossierRow) => Promise<Change>,
): Promise<void> {
  const { dossierId } = await getTaskRecord(context.sql, taskId);
  await context.sql.begin(async (tx) => {
    const dossier = await lockDossier(tx, dossierId);
    if (!dossier) throw dossierNotFound();
    const task = await getTaskRecord(tx, taskId);
    requireOpen(task);
    const event = await change(tx, task, dossier);
    if (event) await appendEvents(tx, dossier, [event], context.now());
  });
}
