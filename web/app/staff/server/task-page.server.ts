/** Loading one task for its page. */
import { randomUUID } from 'node:crypto';
import type { Official } from '../../../../engine/routing/types.ts';
import type { DossierView, TaskView } from '../../../../engine/runtime/api.ts';
import {
  type Form,
  type FormData,
  filledFields,
  initialData,
  type Places,
  readSubmission,
} from '../../../../forms/index.ts';
import type { Locale } from '../../i18n/translate.ts';
import { formOf } from '../../server/apply.server.ts';
import { type Context, getRuntime, servicesContext } from '../../server/context.server.ts';
import { isRuntimeError } from '../../server/errors.server.ts';

/** A dossier without what the browser has no use for. */
export type DossierFacts = Omit<DossierView, 'package' | 'applicationForm' | 'data' | 'work'>;
/** A finished task with its form read, if something was entered in it. */
export type EarlierWork = Omit<DossierView['work'][number], 'form'> & { readonly form: Form | null };

export interface TaskPage {
  readonly task: Omit<TaskView, 'form' | 'data'>;
  readonly form: Form | null;
  readonly data: FormData;
  readonly dossier: DossierFacts;
  readonly application: Form;
  readonly declared: FormData;
  readonly work: readonly EarlierWork[];
  /** One act per page shown: the same page sent twice acts once. */
  readonly actKey: string;
  /** Officials the task could be given to; empty where this official may not give it away. */
  readonly candidates: readonly { readonly id: string; readonly fullName: string }[];
  /** The result as it will be signed or sealed belongs to this task. */
  readonly preview: 'signing' | 'sealing' | null;
  readonly mine: boolean;
  /** Catalogue for address fields of the form; null where it has none. */
  readonly places: Places | null;
  /** Entered when the session had ended. */
  readonly kept: {
    readonly data: FormData;
    readonly action: string;
    readonly reasons: readonly string[];
    readonly note: string;
  } | null;
}

export const earlierWork = (dossier: DossierView, locale: Locale): EarlierWork[] =>
  dossier.work.map((work) => ({ ...work, form: work.form === null ? null : formOf(work.form, locale) }));

export function dossierFacts(dossier: DossierView): DossierFacts {
  const { package: _package, applicationForm: _form, data: _data, work: _work, ...facts } = dossier;
  return facts;
}

export async function loadTask(
  context: Context,
  official: Official,
  taskId: string,
  locale: Locale,
): Promise<TaskPage> {
  const runtime = getRuntime(context);
  const { task, dossier } = await runtime.getTask({ kind: 'official', official }, taskId);
  const { form: json, data, ...facts } = task;
  const form = json === null || json === undefined ? null : formOf(json, locale);
  const effects = task.actions.flatMap((action) => action.effects);
  return {
    task: facts,
    form,
    data: form && Object.keys(data).length === 0 ? initialData(form) : data,
    dossier: dossierFacts(dossier),
    application: formOf(dossier.applicationForm, locale),
    declared: dossier.data,
    work: earlierWork(dossier, locale),
    actKey: randomUUID(),
    candidates: task.status === 'open' ? await candidates(context, official, taskId) : [],
    preview:
      task.status !== 'open'
        ? null
        : effects.includes('sign')
          ? 'signing'
          : effects.includes('seal')
            ? 'sealing'
            : null,
    mine: task.assigneeId === official.id,
    kept: null,
    places:
      form && filledFields(form).some((field) => field.type === 'address')
        ? await context.get(servicesContext).places()
        : null,
  };
}

async function candidates(
  context: Context,
  official: Official,
  taskId: string,
): Promise<TaskPage['candidates']> {
  try {
    const found = await getRuntime(context).candidates(official, taskId);
    return found.filter((one) => one.id !== official.id);
  } catch (error) {
    if (isRuntimeError(error, 'FORBIDDEN')) return [];
    throw error;
  }
}

/** The page with what was entered before the session ended filled in again. */
export function withKept(
  page: TaskPage,
  entries: readonly (readonly [string, string])[] | undefined,
): TaskPage {
  if (!entries) return page;
  const value = (name: string): string => entries.find(([key]) => key === name)?.[1] ?? '';
  const action = value('action');
  return {
    ...page,
    kept: {
      data: page.form ? readSubmission(page.form, entries, page.data) : {},
      action,
      reasons: entries.filter(([name]) => name === `reasons.${action}`).map(([, reason]) => reason),
      note: value(`note.${action}`),
    },
  };
}
