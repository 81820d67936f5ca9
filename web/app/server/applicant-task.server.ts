/** A task of the applicant with what its page shows: the form, what the office wrote, the draft to look at. */
import type { Actor, DossierDocument, TaskView } from '../../../engine/runtime/api.ts';
import type { Localized } from '../../../engine/runtime/package/schema.ts';
import type { Form } from '../../../forms/index.ts';
import type { Locale } from '../i18n/translate.ts';
import { formOf } from './apply.server.ts';
import { type Context, getRuntime } from './context.server.ts';

export interface ApplicantTask {
  readonly task: TaskView;
  /** A form without fields when the task has none. */
  readonly form: Form;
  /** What the office asked, in its own words. */
  readonly notice: Localized | null;
  readonly drafts: readonly DossierDocument[];
}

/** @throws RuntimeError NOT_FOUND or FORBIDDEN when the task is not one of this dossier's applicant */
export async function applicantTask(
  context: Context,
  actor: Extract<Actor, { kind: 'applicant' }>,
  taskId: string,
  locale: Locale,
): Promise<ApplicantTask> {
  const runtime = getRuntime(context);
  const { task } = await runtime.getTask(actor, taskId);
  const { timeline, documents } = await runtime.trackById(actor.dossierId);
  const answersRequest = task.actions.some((action) => action.effects.includes('supplement'));
  const notice =
    (answersRequest && timeline.findLast((entry) => entry.type === 'supplement.requested')?.detail) || null;
  return {
    task,
    form: task.form ? formOf(task.form, locale) : { key: 'none', title: '', pages: [] },
    notice,
    drafts: documents.filter((one) => one.kind === 'draft'),
  };
}
