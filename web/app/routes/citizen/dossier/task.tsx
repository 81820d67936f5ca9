/** What the applicant is asked to do: a supplement, the confirmation of a draft, any task of role `applicant`. */
import { data, Form, Link, redirect } from 'react-router';
import { type FieldError, pruneHidden, validateForm } from '../../../../../forms/index.ts';
import { FormFields } from '../../../../../forms/render/index.ts';
import { AnswerChoice } from '../../../components/answer-choice.tsx';
import { CsrfInput } from '../../../components/csrf-input.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Problems } from '../../../components/problems.tsx';
import { dateTime } from '../../../i18n/format.ts';
import { tracking } from '../../../i18n/tracking.ts';
import { pick, translator } from '../../../i18n/translate.ts';
import { useLocale, useT } from '../../../i18n/use-locale.ts';
import { applicantTask } from '../../../server/applicant-task.server.ts';
import { getRuntime, servicesContext } from '../../../server/context.server.ts';
import { isRuntimeError } from '../../../server/errors.server.ts';
import { readFormPage } from '../../../server/form-page.server.ts';
import { localeOf } from '../../../server/locale.server.ts';
import { flash } from '../../../server/session.server.ts';
import { requireApplicant } from '../../../server/tracking.server.ts';
import type { Route } from './+types/task.ts';

interface Shown {
  readonly values: Readonly<Record<string, unknown>>;
  readonly errors: readonly FieldError[];
  readonly wrong: { readonly choice?: string; readonly note?: string };
  readonly choice: string;
  readonly note: string;
}

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const actor = await requireApplicant(request, context, params.dossierId);
  const { task, form, notice, drafts } = await applicantTask(
    context,
    actor,
    params.taskId,
    localeOf(request),
  );
  return {
    task,
    form,
    notice,
    drafts,
    actKey: crypto.randomUUID(),
    places: await context.get(servicesContext).places(),
    shown: { values: task.data, errors: [], wrong: {}, choice: '', note: '' } satisfies Shown,
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const locale = localeOf(request);
  const t = translator(tracking, locale);
  const actor = await requireApplicant(request, context, params.dossierId);
  const { task, form } = await applicantTask(context, actor, params.taskId, locale);
  const page = await readFormPage(request, context, { form, previous: task.data, locale });
  const { posted, data: values, fileErrors } = page;
  const choice = task.actions.length === 1 ? (task.actions[0]?.id ?? '') : posted.value('_action');
  const note = posted.value('_note').trim().slice(0, 2000);
  const again = (errors: readonly FieldError[], wrong: Shown['wrong']) =>
    data({ values, errors, wrong, choice, note } satisfies Shown, { status: 422 });

  if (task.status === 'open') await getRuntime(context).saveTaskDraft(actor, task.id, values);
  if (page.again && fileErrors.length === 0)
    return redirect(`/ho-so/${params.dossierId}/viec/${params.taskId}`);
  if (page.again) return again(fileErrors, {});

  const act = task.actions.find((one) => one.id === choice);
  const wrong = {
    ...(act ? {} : { choice: t('chooseMissing') }),
    ...(act?.reason === 'required' && !note ? { note: t('reasonMissing') } : {}),
  };
  const checked = validateForm(form, values, {
    locale,
    now: new Date(),
    places: await context.get(servicesContext).places(),
  });
  const errors = [...fileErrors, ...(act?.skipValidation ? [] : checked.errors)];
  if (!act || errors.length > 0 || wrong.note) return again(errors, wrong);
  try {
    await getRuntime(context).act(actor, {
      taskId: task.id,
      action: act.id,
      data: act.skipValidation ? pruneHidden(form, values) : checked.data,
      ...(note ? { note } : {}),
      actKey: posted.value('_actKey') || crypto.randomUUID(),
    });
  } catch (error) {
    if (!isRuntimeError(error, 'INVALID')) throw error;
    return again([{ path: '', label: '', message: pick(error.text, locale) }], {});
  }
  await flash(request, context, { kind: 'done', text: t('answered') });
  return redirect(`/ho-so/${params.dossierId}`);
}

export default function ApplicantTask({ loaderData, actionData, params }: Route.ComponentProps) {
  const { task, form, notice, drafts, actKey, places } = loaderData;
  const { values, errors, wrong, choice, note }: Shown = actionData ?? loaderData.shown;
  const t = useT(tracking);
  const locale = useLocale();
  const problems = [
    ...errors.map((error) => ({ ...(error.path ? { path: error.path } : {}), text: error.message })),
    ...(wrong.choice ? [{ href: '#_action', text: wrong.choice }] : []),
    ...(wrong.note ? [{ href: '#_note', text: wrong.note }] : []),
  ];
  const home = `/ho-so/${params.dossierId}`;
  return (
    <div className="mc-column mc-stack">
      <PageTitle error={problems.length > 0}>{pick(task.stepName, locale)}</PageTitle>
      <p>
        <Link className="mc-back" to={home}>
          {t('backToDossier')}
        </Link>
      </p>
      {problems.length > 0 ? <Problems items={problems} /> : null}
      <p className="mc-hint">
        {t('title', { code: task.code ?? task.reference })} · {pick(task.procedureName, locale)}
      </p>
      <h1>{pick(task.stepName, locale)}</h1>
      {task.status === 'open' ? null : (
        <p className="mc-note" role="status">
          {t('gone')} {task.doneAt ? t('goneDone', { time: dateTime(task.doneAt) }) : null}{' '}
          <Link to={home}>{t('backToDossier')}</Link>
        </p>
      )}
      <p>{pick(task.ask, locale)}</p>
      {task.dueAt ? (
        <p>
          <strong>{t('before', { date: dateTime(task.dueAt) })}</strong>
        </p>
      ) : null}
      {notice ? (
        <section className="mc-note mc-note--soon" aria-labelledby="yeu-cau">
          <h2 id="yeu-cau">{t('lastNotice')}</h2>
          <p className="mc-asked">{pick(notice, locale)}</p>
        </section>
      ) : null}
      {drafts.map((draft) => (
        <p key={draft.id}>
          <a className="mc-button mc-button--quiet" href={`${home}/giay-to/${draft.id}?xem=1`}>
            {t('preview')}
          </a>
        </p>
      ))}
      {task.status === 'open' ? (
        <Form method="post" encType="multipart/form-data" noValidate className="mc-stack">
          <CsrfInput />
          <input type="hidden" name="_actKey" value={actKey} />
          {/* Enter in a text box presses the first button of the form. */}
          <button type="submit" className="mc-hidden" tabIndex={-1} aria-hidden="true" />
          {form.pages.map((page) => (
            <FormFields
              key={page.key}
              nodes={page.nodes}
              data={values}
              errors={errors}
              locale={locale}
              ctx={{ places, fileHref: (file) => `${home}/viec/${task.id}/tep/${file.id}` }}
            />
          ))}
          <AnswerChoice actions={task.actions} choice={choice} note={note} wrong={wrong} />
        </Form>
      ) : null}
    </div>
  );
}
