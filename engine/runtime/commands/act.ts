/** A person's act on a task: one transaction of task, events, projection and outbox; the engine hears of it afterwards. */
import { type Sources, validateForm } from '../../../forms/index.ts';
import { type ActInput, type Actor, type ActResult, RuntimeError } from '../api.ts';
import type { Context } from '../context.ts';
import { effects } from '../effects/index.ts';
import type { EffectOutcome } from '../effects/types.ts';
import { appendEvents } from '../events/append.ts';
import { doersOf } from '../events/project.ts';
import type { EventBody } from '../events/types.ts';
import { attachUploads } from '../files/attach.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { EffectName, TaskAction, TaskDefinition } from '../package/schema.ts';
import { sourcesFor } from '../package/sources.ts';
import { filledForm, getVersion, type ProcedureVersion } from '../package/versions.ts';
import type { Transaction } from '../store/connect.ts';
import { type DossierRow, dossierNotFound, lockDossier } from '../store/dossiers.ts';
import { getTaskRecord, type TaskRecord } from '../store/tasks.ts';
import { requireOnTask, requireOpen, requireReadTask } from './access.ts';
import { findAct, rememberAct } from './act-keys.ts';
import { applicantActor, officialActor } from './actors.ts';
import { notifyOf } from './notify.ts';
import { invalidForm } from './submit.ts';

/** @throws RuntimeError NOT_FOUND, FORBIDDEN, CONFLICT (done, gone or taken; with who and when), INVALID (field errors) */
export async function act(context: Context, actor: Actor, input: ActInput): Promise<ActResult> {
  if (actor.kind === 'system')
    throw new RuntimeError('FORBIDDEN', {
      vi: 'Chỉ người mới xử lý được việc này.',
      en: 'Only a person can do this task.',
    });
  const { dossierId } = await getTaskRecord(context.sql, input.taskId);
  return context.sql.begin(async (tx) => {
    const dossier = await lockDossier(tx, dossierId);
    if (!dossier) throw dossierNotFound();
    const task = await getTaskRecord(tx, input.taskId);
    const before = await findAct(tx, actor, input.actKey);
    if (before) return before;
    requireReadTask(context, actor, task, dossier);
    requireOpen(task);
    if (actor.kind === 'official') requireOnTask(context, actor.official, 'task.act', task, dossier);
    return perform(context, tx, { actor, input, dossier, task });
  }) as Promise<ActResult>;
}

interface Performance {
  readonly actor: Exclude<Actor, { kind: 'system' }>;
  readonly input: ActInput;
  readonly dossier: DossierRow;
  readonly task: TaskRecord;
}

async function perform(
  context: Context,
  tx: Transaction,
  { actor, input, dossier, task }: Performance,
): Promise<ActResult> {
  const at = context.now();
  const version = await getVersion(context.sql, tx, dossier.versionId);
  const definition = taskDefinition(version, task.elementId);
  const action = definition.actions.find((a) => a.id === input.action);
  if (!action)
    throw new RuntimeError(
      'INVALID',
      { vi: 'Thao tác không có ở bước này.', en: 'This step has no such action.' },
      { action: input.action },
    );
  const { reasons, note } = checkReasons(action, input);
  const sources = await sourcesFor(context.places, dossier.competentUnitId);
  const data = await attachUploads(
    tx,
    dossier.id,
    version,
    checkData(version, definition, action, input.data, at, sources),
  );
  const eventActor =
    actor.kind === 'official' ? officialActor(actor.official, task.unitId) : applicantActor(dossier);
  const official = actor.kind === 'official' ? actor.official : null;

  const events: EventBody[] = [
    {
      type: 'task.done',
      data: {
        taskId: task.id,
        elementId: task.elementId,
        action: action.id,
        reasons,
        note,
        data,
        closesWithdrawal: closesWithdrawal(version, task.elementId, definition, action),
      },
    },
  ];
  const outcomes: EffectOutcome[] = [];
  for (const name of action.effects) {
    const outcome = await effects[name]({
      tx,
      at,
      dossier,
      version,
      places: context.places,
      actor: eventActor,
      official,
      elementId: task.elementId,
      action,
      data,
      reasons,
      note,
    });
    outcomes.push(outcome);
    events.push(...(outcome.events ?? []));
  }
  const seq = dossier.lastSeq + 1;
  await tx`
    update task set status = 'done', ended_at = ${at}, done_by = ${official?.id ?? null}, done_by_name = ${eventActor.name}, done_action = ${action.id}, draft = null
    where id = ${task.id}`;
  const after = await appendEvents(
    tx,
    dossier,
    events.map((body) => ({ body, actor: eventActor })),
    at,
  );

  // signatures first: the next person must find the signed paper; then the engine; slips and mails hold up nobody
  for (const [i, message] of outcomes.flatMap((o) => o.outbox ?? []).entries())
    await enqueue(tx, dossier.id, `${dossier.id}:${seq}:${message.kind}:${i}`, message, at);
  const variables = Object.assign({ action: action.id }, ...outcomes.map((o) => o.variables ?? {})) as Record<
    string,
    unknown
  >;
  await enqueue(
    tx,
    dossier.id,
    `complete:${task.jobKey}`,
    {
      kind: 'engine.complete',
      payload: {
        jobKey: task.jobKey,
        variables,
        taskId: task.id,
        elementId: task.elementId,
        action: action.id,
      },
    },
    at,
  );
  await enqueueSlips(tx, after, version, action.effects, seq, at);
  await notifyOf(
    tx,
    after,
    events.map((e) => e.type),
    at,
  );
  await refreshBarred(tx, after, version);
  const result = { dossierId: dossier.id, eventSeq: seq };
  await rememberAct(tx, actor, input.actKey, result, at);
  return result;
}

function taskDefinition(version: ProcedureVersion, elementId: string): TaskDefinition {
  const definition = version.package.tasks[elementId];
  if (!definition)
    throw new Error(`${version.package.code} v${version.package.version} has no task ${elementId}`);
  return definition;
}

function checkReasons(action: TaskAction, input: ActInput): { reasons: string[]; note: string | null } {
  const note = input.note?.trim() || null;
  const reasons = (input.reasons ?? []).map((given) => {
    const known = action.reasons.find((reason) => reason.vi === given || reason.en === given);
    if (!known)
      throw invalidForm([{ path: 'reasons', label: 'Lý do', message: 'Lý do không có trong danh sách.' }]);
    return known.vi;
  });
  if (action.reason === 'required' && reasons.length === 0 && !note)
    throw invalidForm([{ path: 'reasons', label: 'Lý do', message: 'Chọn hoặc ghi lý do.' }]);
  return { reasons, note };
}

function checkData(
  version: ProcedureVersion,
  definition: TaskDefinition,
  action: TaskAction,
  given: ActInput['data'],
  at: Date,
  sources: Sources,
): ActInput['data'] {
  if (!definition.form) return {};
  const { data, errors } = validateForm(filledForm(version, definition.form, sources), given, {
    locale: 'vi',
    now: at,
  });
  if (errors.length > 0 && !action.skipValidation) throw invalidForm(errors);
  return data;
}

/** Of the task `withdrawUntil` names, the act that signs closes withdrawal; sending it back does not. */
function closesWithdrawal(
  version: ProcedureVersion,
  elementId: string,
  definition: TaskDefinition,
  action: TaskAction,
): boolean {
  if (elementId !== version.package.withdrawUntil) return false;
  const signing = definition.actions.some((a) => a.effects.includes('sign'));
  return !signing || action.effects.includes('sign');
}

async function enqueueSlips(
  tx: Transaction,
  dossier: DossierRow,
  version: ProcedureVersion,
  names: readonly EffectName[],
  seq: number,
  at: Date,
): Promise<void> {
  for (const slip of version.package.slips)
    if (names.includes(slip.on))
      await enqueue(
        tx,
        dossier.id,
        `${dossier.id}:${seq}:slip:${slip.key}`,
        {
          kind: 'document.render',
          payload: { documentKind: 'slip', template: slip.key, key: slip.key, seq },
        },
        at,
      );
}

/** Four-eyes of the tasks that are open beside this one. */
async function refreshBarred(tx: Transaction, dossier: DossierRow, version: ProcedureVersion): Promise<void> {
  for (const open of dossier.state.openTasks) {
    const elements = version.package.tasks[open.elementId]?.notSamePersonAs ?? [];
    if (elements.length > 0)
      await tx`update task set barred_ids = ${doersOf(dossier.state, elements) as string[]} where id = ${open.taskId}`;
  }
}
