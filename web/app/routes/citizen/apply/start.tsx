/** Start of an application: what to have ready, which commune resolves it; an unfinished draft can be gone on with. */
import { data, Form, Link, redirect } from 'react-router';
import { initialData, visiblePages } from '../../../../../forms/index.ts';
import { CsrfInput } from '../../../components/csrf-input.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Problems } from '../../../components/problems.tsx';
import { apply } from '../../../i18n/apply.ts';
import { date, dateTime } from '../../../i18n/format.ts';
import { pick } from '../../../i18n/translate.ts';
import { useLocale, useT } from '../../../i18n/use-locale.ts';
import { decidingUnits, formOf } from '../../../server/apply.server.ts';
import { getRuntime } from '../../../server/context.server.ts';
import { currentDraft, rememberDraft, UNIT_KEY, unitOf } from '../../../server/draft.server.ts';
import { readForm } from '../../../server/form.server.ts';
import { localeOf } from '../../../server/locale.server.ts';
import type { Route } from './+types/start.ts';

export async function loader({ params, request, context, url }: Route.LoaderArgs) {
  const procedure = await getRuntime(context).getProcedure(params.code);
  const draft = await currentDraft(request, context, procedure.code);
  const pages = draft ? visiblePages(formOf(procedure.applicationForm, localeOf(request)), draft.data) : [];
  const resume = draft && {
    savedAt: draft.savedAt,
    expiresAt: draft.expiresAt,
    unitId: unitOf(draft),
    page: pages[Math.min(draft.page, pages.length - 1)]?.key,
  };
  return {
    code: procedure.code,
    name: procedure.name,
    papers: procedure.package.components.filter((paper) => paper.required && paper.kind === 'submit'),
    units: decidingUnits(procedure),
    resume,
    lost: url.searchParams.get('mat') === '1' && !draft,
    change: url.searchParams.get('sua') === '1',
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const runtime = getRuntime(context);
  const procedure = await runtime.getProcedure(params.code);
  const posted = await readForm(request, context);
  const unit = decidingUnits(procedure).find((one) => one.id === posted.value('unitId'));
  if (!unit) return data({ missing: true }, { status: 422 });
  const form = formOf(procedure.applicationForm, localeOf(request));
  const kept =
    posted.value('restart') === '1' ? undefined : await currentDraft(request, context, procedure.code);
  const values = { ...(kept?.data ?? initialData(form)), [UNIT_KEY]: unit.id };
  const draft = await runtime.saveDraft({
    token: kept?.token,
    procedureCode: procedure.code,
    data: values,
    page: kept?.page ?? 0,
  });
  rememberDraft(context, draft);
  const pages = visiblePages(form, values);
  return redirect(
    `/thu-tuc/${procedure.code}/nop/${(pages[Math.min(draft.page, pages.length - 1)] ?? form.pages[0])?.key}`,
  );
}

export default function Start({ loaderData, actionData }: Route.ComponentProps) {
  const { code, name, papers, units, resume, lost, change } = loaderData;
  const t = useT(apply);
  const locale = useLocale();
  const title = t('startTitle', { procedure: pick(name, locale) });
  const missing = actionData?.missing ?? false;
  return (
    <div className="mc-column mc-stack">
      <PageTitle error={missing}>{title}</PageTitle>
      <p>
        <Link className="mc-back" to={`/thu-tuc/${code}`}>
          {pick(name, locale)}
        </Link>
      </p>
      {missing ? <Problems items={[{ href: '#unitId', text: t('unitMissing') }]} /> : null}
      <h1>{title}</h1>
      {lost ? (
        <p className="mc-note mc-note--soon" role="status">
          {t('lost')}
        </p>
      ) : null}
      {resume && !change ? <Resume code={code} resume={resume} /> : null}
      <h2>{t('beforeStart')}</h2>
      {papers.length > 0 ? (
        <>
          <p>{t('before.papers')}</p>
          <ul className="mc-bullets">
            {papers.map((paper) => (
              <li key={paper.code}>
                {pick(paper.name, locale)}
                {paper.condition ? <span className="mc-soft"> ({pick(paper.condition, locale)})</span> : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <p>{t('before.kept')}</p>
      <p>{t('before.privacy')}</p>
      <Form method="post" className="mc-stack" noValidate>
        <CsrfInput />
        {resume && !change ? <input type="hidden" name="restart" value="1" /> : null}
        <div className={missing ? 'mc-field mc-field--error' : 'mc-field'}>
          <label className="mc-label" htmlFor="unitId">
            {t('unitLabel')}
          </label>
          <p className="mc-hint" id="unitId-hint">
            {t('unitHint')}
          </p>
          {missing ? (
            <p className="mc-error" id="unitId-wrong">
              {t('unitMissing')}
            </p>
          ) : null}
          <select
            id="unitId"
            name="unitId"
            className="mc-input"
            data-mc-typeahead=""
            defaultValue={resume?.unitId ?? ''}
            required
            aria-invalid={missing || undefined}
            aria-describedby={missing ? 'unitId-hint unitId-wrong' : 'unitId-hint'}
          >
            <option value="">{t('unitChoose')}</option>
            {units.map((unit) => (
              <option key={unit.id} value={unit.id}>
                {pick(unit.name, locale)}
              </option>
            ))}
          </select>
        </div>
        <p className="mc-buttons">
          <button type="submit" className={resume && !change ? 'mc-button mc-button--quiet' : 'mc-button'}>
            {resume && !change ? t('restart') : t('start')}
          </button>
        </p>
      </Form>
    </div>
  );
}

function Resume({
  code,
  resume,
}: {
  code: string;
  resume: { savedAt: Date; expiresAt: Date; page: string | undefined };
}) {
  const t = useT(apply);
  return (
    <section className="mc-note mc-stack" aria-labelledby="dang-do">
      <h2 id="dang-do">{t('resumeTitle')}</h2>
      <p>{t('resumeText', { time: dateTime(resume.savedAt), until: date(resume.expiresAt) })}</p>
      <p>
        <Link className="mc-button" to={`/thu-tuc/${code}/nop/${resume.page ?? ''}`}>
          {t('resume')}
        </Link>
      </p>
    </section>
  );
}
