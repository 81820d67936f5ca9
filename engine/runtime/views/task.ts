/** One task with its dossier, as an official or the applicant sees it. */
import { initialData } from '../../../forms/index.ts';
import type { Official } from '../../routing/types.ts';
import { type Actor, type DossierView, RuntimeError, type TaskView } from '../api.ts';
import { hindranceText, mayReadDossier, requireReadTask, taskScope } from '../commands/access.ts';
import type { Context } from '../context.ts';
import { uuidOrNil } from '../files/attach.ts';
import type { TaskAction } from '../package/schema.ts';
import { sourcesFor } from '../package/sources.ts';
import { formJson, getVersion, type ProcedureVersion, versionForm } from '../package/versions.ts';
import { type DossierRow, getDossierRow } from '../store/dossiers.ts';
import { dossierView } from './dossier.ts';
import { visit } from './presence.ts';
import { type JoinedTask, joinedColumns, toTaskRow } from './task-rows.ts';

/** @throws RuntimeError NOT_FOUND */
export async function getTask(
  context: Context,
  actor: Actor,
  taskId: string,
): Promise<{ task: TaskView; dossier: DossierView }> {
  const joined = await findJoined(context, taskId, actor.kind === 'official' ? actor.official.id : null);
  const dossier = await getDossierRow(context.sql, joined.dossierId);
  requireReadTask(context, actor, joined, dossier);
  const presence = actor.kind === 'official' ? await visit(context, actor.official, taskId) : [];
  const [task, view] = await Promise.all([
    taskView(context, joined, dossier, {
      official: actor.kind === 'official' ? actor.official : null,
      presence,
    }),
    dossierView(context, dossier, actor),
  ]);
  const whole = actor.kind !== 'official' || mayReadDossier(context, actor.official, dossier);
  return { task, dossier: whole ? view : withoutContents(view) };
}

/** For who may still see his ended task, but the dossier no more: a commune that has answered. */
function withoutContents(view: DossierView): DossierView {
  return { ...view, data: {}, documents: [], timeline: [], openTasks: [], work: [], result: null };
}

async function findJoined(context: Context, taskId: string, officialId: string | null): Promise<JoinedTask> {
  const { sql } = context;
  const [row] = await sql<JoinedTask[]>`
    select ${joinedColumns(sql, officialId)} from task t join dossier d on d.id = t.dossier_id where t.id = ${uuidOrNil(taskId)}`;
  if (!row)
    throw new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy công việc.', en: 'The task was not found.' });
  return row;
}

/** What the applicant is asked to do now, if anything. */
export async function askedOfApplicant(context: Context, dossier: DossierRow): Promise<TaskView | null> {
  const open = dossier.state.openTasks.findLast((task) => task.role === 'applicant');
  if (!open) return null;
  return taskView(context, await findJoined(context, open.taskId, null), dossier, {
    official: null,
    presence: [],
  });
}

interface Reader {
  readonly official: Official | null;
  readonly presence: readonly string[];
}

async function taskView(
  context: Context,
  joined: JoinedTask,
  dossier: DossierRow,
  { official, presence }: Reader,
): Promise<TaskView> {
  const version = await getVersion(context.sql, context.sql, dossier.versionId);
  const definition = version.package.tasks[joined.elementId];
  const row = await toTaskRow(context, joined);
  const sources = await sourcesFor(context.places, dossier.competentUnitId);
  const decision = official
    ? context.routing.mayOnTask(official, 'task.act', taskScope(joined, dossier))
    : { allowed: true as const };
  return {
    ...row,
    ask: definition?.ask ?? row.stepName,
    formKey: definition?.form ?? null,
    form: definition?.form ? (formJson(version, definition.form, sources) ?? null) : null,
    data: formData(version, definition?.form, dossier, joined),
    actions: (definition?.actions ?? []).map((action) => warnSecondSupplement(action, dossier)),
    status: joined.status,
    doneAt: joined.endedAt,
    doneBy: joined.doneByName,
    hindrance: decision.allowed ? null : hindranceText(decision.reason, joined),
    presence,
  };
}

/** Draft if there is one; the applicant's forms start from what he stated, the officials' from the form's own defaults. */
function formData(
  version: ProcedureVersion,
  form: string | undefined,
  dossier: DossierRow,
  task: JoinedTask,
): TaskView['data'] {
  if (task.draft) return task.draft;
  if (!form) return {};
  if (task.role === 'applicant') return { ...initialData(versionForm(version, form)), ...dossier.data };
  return initialData(versionForm(version, form));
}

/** More than one supplement request counts as overdue on the national board (domain reference 1.5). */
function warnSecondSupplement(action: TaskAction, dossier: DossierRow): TaskAction {
  const before = dossier.state.supplementRequests;
  if (before === 0 || !action.effects.includes('requestSupplement')) return action;
  const warning = {
    vi: `Lưu ý: hồ sơ này đã được yêu cầu bổ sung ${before} lần; yêu cầu thêm bị tính là quá hạn trên Bộ chỉ số 766.`,
    en: `Note: a supplement was asked for ${before} time(s) already; asking again counts as overdue on the national board.`,
  };
  const { consequence } = action;
  return {
    ...action,
    consequence: consequence
      ? { vi: `${warning.vi} ${consequence.vi}`, en: `${warning.en} ${consequence.en}` }
      : warning,
  };
}
