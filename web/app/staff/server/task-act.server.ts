/** What a post to a task page does: claim, return, hand over, save a draft, act. Nothing entered is ever lost. */
import { data, redirect } from 'react-router';
import type { Official } from '../../../../engine/routing/types.ts';
import type { Localized, TaskAction } from '../../../../engine/runtime/package/schema.ts';
import {
  type FieldError,
  type Form,
  type FormData,
  type Places,
  validateForm,
} from '../../../../forms/index.ts';
import { longDateTime, time } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { type Locale, pick, translator } from '../../i18n/translate.ts';
import { findOfficial, isSwitchedOff, pageUrl } from '../../server/auth.server.ts';
import { type Context, getRuntime, servicesContext } from '../../server/context.server.ts';
import { failureOf, isRuntimeError } from '../../server/errors.server.ts';
import { type PostedForm, readForm } from '../../server/form.server.ts';
import { readFormPage } from '../../server/form-page.server.ts';
import { localeOf } from '../../server/locale.server.ts';
import { flash } from '../../server/session.server.ts';
import { dossierHref, inboxHref, readInboxQuery } from '../inbox-query.ts';
import { keepEntries } from './kept.server.ts';
import { loadTask, type TaskPage } from './task-page.server.ts';

/** What the page shows after a post that did not lead elsewhere. */
export interface TaskAnswer {
  /** The session had ended while the form was open; this is what was entered. */
  readonly signedInAgain?: boolean;
  readonly data?: FormData;
  readonly errors?: readonly FieldError[];
  /** Action whose part of the page is open. */
  readonly action?: string;
  readonly reasons?: readonly string[];
  readonly note?: string;
  /** Why it could not be done: somebody was first, not allowed, gone. */
  readonly refused?: { readonly status: number; readonly text: Localized };
  readonly savedAt?: string;
}
const MOST_NOTE = 2000;
interface Post {
  readonly request: Request;
  readonly context: Context;
  readonly official: Official;
  readonly locale: Locale;
  readonly page: TaskPage;
  readonly posted: PostedForm;
  readonly entered: FormData;
}

/** The action of the task route. */
export async function postTask(request: Request, context: Context, taskId: string) {
  const locale = localeOf(request);
  const official = await findOfficial(request, context);
  if (!official) {
    if (await isSwitchedOff(request, context)) return redirect('/can-bo/dang-nhap');
    const { pathname, search } = pageUrl(request);
    await keepEntries(request, context, {
      path: pathname,
      entries: (await readForm(request, context)).entries,
    });
    return redirect(`/can-bo/dang-nhap?het=1&ve=${encodeURIComponent(pathname + search)}`);
  }
  const page = await loadTask(context, official, taskId, locale);
  const read = page.form
    ? await readFormPage(request, context, { form: page.form, previous: page.data, locale })
    : { posted: await readForm(request, context), data: {}, fileErrors: [], again: false };
  const post: Post = { request, context, official, locale, page, posted: read.posted, entered: read.data };
  if (read.again || read.fileErrors.length > 0) {
    await saveDraft(post);
    return data<TaskAnswer>({ ...echo(post), errors: read.fileErrors }, { status: read.again ? 200 : 422 });
  }
  try {
    return await dispatch(post);
  } catch (error) {
    if (!isRuntimeError(error) || error.code === 'UNAVAILABLE') throw error;
    const failure = failureOf(error, '');
    return data<TaskAnswer>(
      {
        ...echo(post),
        errors: fieldErrors(error.details),
        refused: { status: failure.status, text: error.text },
      },
      { status: failure.status },
    );
  }
}

async function dispatch(post: Post) {
  switch (post.posted.value('intent')) {
    case 'claim':
      return claim(post);
    case 'release':
      return release(post);
    case 'reassign':
      return reassign(post);
    case 'draft':
      await saveDraft(post);
      return data<TaskAnswer>({ ...echo(post), savedAt: time(new Date()) });
    default:
      return act(post);
  }
}

const codeOf = (page: TaskPage): string => page.task.code ?? page.task.reference;
const withUndo = (href: string, intent: string, taskId: string): string =>
  `${href}${href.includes('?') ? '&' : '?'}hoan=${intent}.${taskId}`;

async function claim(post: Post) {
  const { task } = post.page;
  await getRuntime(post.context).claim(post.official, task.id);
  const t = translator(staff, post.locale);
  await flash(post.request, post.context, { kind: 'done', text: t('claimed', { code: codeOf(post.page) }) });
  // The list may have been that of unclaimed tasks: the task now stands among one's own.
  return redirect(withUndo(inboxHref({ scope: 'mine' }, task.id), 'release', task.id));
}

async function release(post: Post) {
  const { task } = post.page;
  await getRuntime(post.context).release(post.official, task.id);
  const t = translator(staff, post.locale);
  await flash(post.request, post.context, { kind: 'done', text: t('released', { code: codeOf(post.page) }) });
  return redirect(withUndo(inboxHref({ scope: 'pool' }, task.id), 'claim', task.id));
}

async function reassign(post: Post) {
  const t = translator(staff, post.locale);
  const toOfficialId = post.posted.value('to');
  const reason = post.posted.value('reassignReason').trim();
  const person = post.page.candidates.find((one) => one.id === toOfficialId);
  if (!person || reason === '') {
    return data<TaskAnswer>(
      { ...echo(post), errors: [{ path: 'reassign', label: t('reassign'), message: t('reassignMissing') }] },
      { status: 422 },
    );
  }
  await getRuntime(post.context).reassign(post.official, { taskId: post.page.task.id, toOfficialId, reason });
  await flash(post.request, post.context, {
    kind: 'done',
    text: t('reassigned', { code: codeOf(post.page), name: person.fullName }),
  });
  return redirect(await afterwards(post));
}

async function act(post: Post) {
  const { page, posted, locale } = post;
  const t = translator(staff, locale);
  const action = page.task.actions.find((one) => one.id === posted.value('action'));
  if (!action) return data<TaskAnswer>(echo(post), { status: 400 });
  const places = await post.context.get(servicesContext).places();
  const checked = check(page.form, post.entered, action, { locale, places });
  const { reasons, note } = echo(post, action);
  const errors = [...checked.errors];
  if (action.reason === 'required' && (reasons ?? []).length === 0 && !note) {
    const label = pick(action.label, locale);
    errors.push({ path: `reason.${action.id}`, label, message: t('reasonMissing', { action: label }) });
  }
  if (errors.length > 0) {
    await saveDraft(post);
    return data<TaskAnswer>({ ...echo(post, action), data: checked.shown, errors }, { status: 422 });
  }
  const next = await afterwards(post);
  await getRuntime(post.context).act(
    { kind: 'official', official: post.official },
    {
      taskId: page.task.id,
      action: action.id,
      data: checked.data,
      ...(action.reason !== 'none' && reasons ? { reasons } : {}),
      ...(action.reason !== 'none' && note ? { note } : {}),
      actKey: posted.value('actKey') || page.actKey,
    },
  );
  const accepted = page.task.code === null ? await findAccepted(post) : undefined;
  await flash(post.request, post.context, {
    kind: 'done',
    text: accepted ?? t('acted', { action: pick(action.label, locale), code: codeOf(page) }),
    ...(accepted ? { link: { to: dossierHref(page.task.dossierId), text: t('acceptedLink') } } : {}),
  });
  return redirect(next);
}

/** The code the dossier has got by this act, and its due date: what the clerk tells the applicant. */
async function findAccepted({ context, official, page, locale }: Post): Promise<string | undefined> {
  const { code, due } = await getRuntime(context).getDossier(
    { kind: 'official', official },
    page.task.dossierId,
  );
  if (code === null || due === null) return undefined;
  return translator(staff, locale)('accepted', { code, due: longDateTime(due.due, locale) });
}

function check(
  form: Form | null,
  entered: FormData,
  action: TaskAction,
  options: { locale: Locale; places: Places },
): { data: FormData; shown: FormData; errors: readonly FieldError[] } {
  if (!form) return { data: {}, shown: {}, errors: [] };
  const { data: clean, errors } = validateForm(form, entered, { ...options, now: new Date() });
  // Sending back or refusing needs no complete form; what is wrong in it is left out, not sent on.
  if (!action.skipValidation) return { data: clean, shown: clean, errors };
  const good = errors.length === 0 ? clean : {};
  return { data: good, shown: clean, errors: [] };
}

/** The task after this one in the list it was opened from, else the list. */
async function afterwards(post: Post): Promise<string> {
  const query = readInboxQuery(pageUrl(post.request).searchParams);
  const { rows } = await getRuntime(post.context).inbox(post.official, query);
  const at = rows.findIndex((row) => row.id === post.page.task.id);
  const next = at === -1 ? rows[0] : (rows[at + 1] ?? rows[at - 1]);
  return query.scope === 'done' || !next ? inboxHref(query) : inboxHref(query, next.id);
}

async function saveDraft(post: Post): Promise<void> {
  if (!post.page.form) return;
  await getRuntime(post.context).saveTaskDraft(
    { kind: 'official', official: post.official },
    post.page.task.id,
    post.entered,
  );
}

/** What was entered, for showing it again. */
function echo(post: Post, action?: TaskAction): TaskAnswer {
  const id = action?.id ?? post.posted.value('action');
  const allowed =
    post.page.task.actions.find((one) => one.id === id)?.reasons.map((reason) => reason.vi) ?? [];
  return {
    data: post.entered,
    action: id,
    reasons: post.posted.values(`reasons.${id}`).filter((reason) => allowed.includes(reason)),
    note: post.posted.value(`note.${id}`).trim().slice(0, MOST_NOTE),
  };
}

const fieldErrors = (details: Readonly<Record<string, unknown>>): readonly FieldError[] => {
  const { errors } = details;
  if (!Array.isArray(errors)) return [];
  return errors.filter(
    (error): error is FieldError =>
      typeof error === 'object' &&
      error !== null &&
      'path' in error &&
      'message' in error &&
      'label' in error,
  );
};
