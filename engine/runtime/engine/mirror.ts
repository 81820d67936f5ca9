/** User-task jobs of the engine become rows of `task`: who is asked, by when, and what may take the task away. */
import { DateTime, Duration } from 'luxon';
import { computeDue } from '../../calendar/index.ts';
import { notify } from '../commands/notify.ts';
import type { Context } from '../context.ts';
import { appendEvents } from '../events/append.ts';
import { doersOf } from '../events/project.ts';
import type { Interrupter } from '../package/bpmn.ts';
import { getVersion, type ProcedureVersion } from '../package/versions.ts';
import type { Transaction } from '../store/connect.ts';
import type { DossierRow } from '../store/dossiers.ts';
import { searchWords, taskSearch } from '../store/fold.ts';
import { bindJob, engineActor, StrayJob } from './bind.ts';
import type { Job } from './gateway.ts';

export const userTaskJob = 'io.camunda.zeebe:userTask';

/** Inserts the job's task unless it is known. @returns the dossier's id, for probing its other tasks. @throws StrayJob */
export async function openTask(context: Context, job: Job): Promise<string | undefined> {
  const at = context.now();
  return context.sql.begin(async (tx) => {
    const dossier = await bindJob(tx, job, at);
    if (!dossier) return undefined;
    const known = await tx`select 1 from task where job_key = ${job.key}`;
    if (known.length === 0) await insertTask(context, tx, dossier, job, at);
    return dossier.id;
  });
}

async function insertTask(
  context: Context,
  tx: Transaction,
  dossier: DossierRow,
  job: Job,
  at: Date,
): Promise<void> {
  const version = await getVersion(context.sql, tx, dossier.versionId);
  const element = version.model.elements[job.elementId];
  const definition = version.package.tasks[job.elementId];
  const role = element?.candidateGroups;
  if (!definition || !role)
    throw new StrayJob(
      `job ${job.key}: ${version.package.code} v${version.package.version} has no task ${job.elementId}`,
    );
  const unitId = taskUnit(version, dossier, role);
  const id = crypto.randomUUID();
  const limitAt = definition.limit
    ? computeDue(
        await context.places.calendar(unitId === 'applicant' ? dossier.competentUnitId : unitId),
        at,
        definition.limit,
        [],
      ).due
    : null;
  const dueAt = limitAt ?? (dossier.state.due ? new Date(dossier.state.due.due) : null);
  const barred = doersOf(dossier.state, definition.notSamePersonAs);
  const assignee = await sameAssignee(context, dossier, definition.sameAssigneeAs, { role, unitId, barred });
  const search = searchWords(dossier.reference, dossier.code, dossier.applicantName, dossier.subject);
  await tx`
    insert into task (id, dossier_id, job_key, process_instance_key, element_instance_key, element_id, role, unit_id, status, assignee_id, assignee_name,
      assigned_at, barred_ids, created_at, limit_at, due_at, sort_at, supplemented, probe_from, search)
    values (${id}, ${dossier.id}, ${job.key}, ${job.processInstanceKey}, ${job.elementInstanceKey}, ${job.elementId}, ${role}, ${unitId}, 'open',
      ${assignee?.id ?? null}, ${assignee?.fullName ?? null}, ${assignee ? at : null}, ${barred as string[]}, ${at}, ${limitAt}, ${dueAt},
      coalesce(${dueAt}::timestamptz, 'infinity'), ${dossier.state.resubmitted}, ${probeFrom(element.interrupters, job.variables, at)}, ${taskSearch(search, role, unitId)})`;
  const after = await appendEvents(
    tx,
    dossier,
    [
      {
        actor: engineActor,
        body: { type: 'task.opened', data: { taskId: id, elementId: job.elementId, role, unitId } },
      },
    ],
    at,
  );
  await tx`select pg_notify('motcua_task', ${dossier.id})`;
  if (role === 'applicant' && definition.actions.some((action) => action.effects.includes('confirmDraft')))
    await notify(tx, after, 'draftToConfirm', `task:${id}`, at);
}

/** The unit whose officials hold the role for this dossier; `applicant` for the applicant's own tasks. */
function taskUnit(version: ProcedureVersion, dossier: DossierRow, role: string): string {
  switch (version.package.roles[role]?.unit) {
    case 'reception':
      return dossier.receptionUnitId;
    case 'competent':
      return dossier.competentUnitId;
    case 'consulted': {
      const asked = dossier.consultedUnitIds.at(-1);
      if (!asked) throw new StrayJob(`role ${role}: no unit has been consulted`);
      return asked;
    }
    case 'applicant':
      return 'applicant';
    case undefined:
      throw new StrayJob(`role ${role} is not declared by the package`);
  }
}

/** Whoever did that element last, if he still may do this task. */
async function sameAssignee(
  context: Context,
  dossier: DossierRow,
  element: string | undefined,
  task: { role: string; unitId: string; barred: readonly string[] },
) {
  const last = element ? dossier.state.doers[element]?.at(-1) : undefined;
  const official =
    last?.kind === 'official' && last.id ? await context.places.findOfficial(last.id) : undefined;
  if (!official) return undefined;
  const { receptionUnitId, competentUnitId, consultedUnitIds } = dossier;
  const decision = context.routing.mayOnTask(official, 'task.act', {
    dossier: { receptionUnitId, competentUnitId, consultedUnitIds },
    role: task.role,
    unitId: task.unitId,
    assigneeId: null,
    barredIds: task.barred,
  });
  return decision.allowed ? official : undefined;
}

/** From when the engine may end the task by itself; null when nothing in the process does. */
function probeFrom(
  interrupters: readonly Interrupter[],
  variables: Readonly<Record<string, unknown>>,
  openedAt: Date,
): Date | null {
  const times = interrupters.map((interrupter) => {
    if (interrupter.kind === 'timer' && interrupter.duration) {
      const at = DateTime.fromJSDate(openedAt).plus(Duration.fromISO(interrupter.duration));
      if (at.isValid) return at.toMillis();
    }
    if (interrupter.kind === 'timer' && interrupter.variable) {
      const value = variables[interrupter.variable];
      const at = typeof value === 'string' ? DateTime.fromISO(value) : undefined;
      if (at?.isValid) return at.toMillis();
    }
    return openedAt.getTime();
  });
  return times.length === 0 ? null : new Date(Math.min(...times));
}
