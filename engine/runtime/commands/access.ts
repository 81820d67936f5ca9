/** Routing's decisions as the runtime's errors: who may not see a thing is told that it does not exist. */
import type { Official, TaskScope } from '../../routing/types.ts';
import { type Actor, RuntimeError } from '../api.ts';
import type { Context } from '../context.ts';
import { type DossierRow, dossierNotFound } from '../store/dossiers.ts';
import { formatInstant } from '../store/local-time.ts';
import type { TaskRecord } from '../store/tasks.ts';
import { requireApplicantOf } from './actors.ts';

function dossierScope(
  dossier: Pick<DossierRow, 'receptionUnitId' | 'competentUnitId' | 'consultedUnitIds'>,
): TaskScope['dossier'] {
  const { receptionUnitId, competentUnitId, consultedUnitIds } = dossier;
  return { receptionUnitId, competentUnitId, consultedUnitIds };
}

/** A commune that was asked keeps its ended task, though not the dossier. */
export function taskScope(task: TaskRecord, dossier: DossierRow): TaskScope {
  const scope = dossierScope(dossier);
  return {
    dossier:
      task.status === 'open'
        ? scope
        : { ...scope, consultedUnitIds: [...scope.consultedUnitIds, task.unitId] },
    role: task.role,
    unitId: task.unitId,
    assigneeId: task.assigneeId,
    barredIds: task.barredIds,
  };
}

/** @throws RuntimeError NOT_FOUND */
export function requireReadDossier(context: Context, actor: Actor, dossier: DossierRow): void {
  if (actor.kind === 'applicant') requireApplicantOf(actor, dossier.id);
  else if (actor.kind === 'official' && !mayReadDossier(context, actor.official, dossier))
    throw dossierNotFound();
}

export function mayReadDossier(context: Context, official: Official, dossier: DossierRow): boolean {
  return context.routing.mayOnDossier(official, 'dossier.read', dossierScope(dossier)).allowed;
}

/** @throws RuntimeError NOT_FOUND */
export function requireReadTask(context: Context, actor: Actor, task: TaskRecord, dossier: DossierRow): void {
  if (actor.kind === 'applicant') {
    requireApplicantOf(actor, dossier.id);
    if (task.role !== 'applicant') throw taskNotFound();
  } else if (
    actor.kind === 'official' &&
    !context.routing.mayOnTask(actor.official, 'task.read', taskScope(task, dossier)).allowed
  )
    throw taskNotFound();
}

/** @throws RuntimeError NOT_FOUND, FORBIDDEN (role, unit, four-eyes), CONFLICT (taken by somebody else) */
export function requireOnTask(
  context: Context,
  official: Official,
  action: 'task.claim' | 'task.act' | 'task.reassign',
  task: TaskRecord,
  dossier: DossierRow,
): void {
  requireReadTask(context, { kind: 'official', official }, task, dossier);
  const decision = context.routing.mayOnTask(official, action, taskScope(task, dossier));
  if (decision.allowed) return;
  if (decision.reason === 'TAKEN') throw taken(task);
  throw new RuntimeError('FORBIDDEN', hindranceText(decision.reason), { reason: decision.reason });
}

export function hindranceText(
  reason: 'ROLE' | 'UNIT' | 'FOUR_EYES' | 'TAKEN',
  task?: TaskRecord,
): { vi: string; en: string } {
  switch (reason) {
    case 'ROLE':
      return { vi: 'Việc này thuộc vai trò khác.', en: 'This task belongs to another role.' };
    case 'UNIT':
      return { vi: 'Việc này thuộc đơn vị khác.', en: 'This task belongs to another unit.' };
    case 'FOUR_EYES':
      return {
        vi: 'Ông/Bà đã thẩm tra hồ sơ này nên không được làm bước này.',
        en: 'You examined this dossier and may not do this step.',
      };
    case 'TAKEN':
      return {
        vi: `${task?.assigneeName ?? 'Người khác'} đang xử lý.`,
        en: `${task?.assigneeName ?? 'Somebody else'} is working on it.`,
      };
  }
}

/** @throws RuntimeError CONFLICT with who and when, when the task is not open any more. */
export function requireOpen(task: TaskRecord): void {
  if (task.status === 'open') return;
  const at = task.endedAt;
  const when = at ? formatInstant(at) : '';
  if (task.status === 'done')
    throw new RuntimeError(
      'CONFLICT',
      {
        vi: `${task.doneByName ?? ''} đã xử lý việc này lúc ${when}.`,
        en: `${task.doneByName ?? ''} did this task at ${when}.`,
      },
      { by: task.doneByName, at, state: 'done' },
    );
  throw new RuntimeError(
    'CONFLICT',
    { vi: `Việc này đã kết thúc theo quy trình lúc ${when}.`, en: `The process ended this task at ${when}.` },
    { by: null, at, state: 'gone' },
  );
}

export function taken(task: TaskRecord): RuntimeError {
  const when = task.assignedAt ? formatInstant(task.assignedAt) : '';
  return new RuntimeError(
    'CONFLICT',
    {
      vi: `${task.assigneeName ?? ''} đã nhận việc này lúc ${when}.`,
      en: `${task.assigneeName ?? ''} took this task at ${when}.`,
    },
    { by: task.assigneeName, at: task.assignedAt, state: 'taken' },
  );
}

function taskNotFound(): RuntimeError {
  return new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy công việc.', en: 'The task was not found.' });
}
