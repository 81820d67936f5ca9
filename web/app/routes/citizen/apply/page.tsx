/** One page of the application form. Everything entered is kept, right or wrong; only right pages let go on. */
import { data, Form, Link, redirect } from 'react-router';
import { type FieldError, newlyVisible, validateForm, visiblePages } from '../../../../../forms/index.ts';
import { ErrorSummary, FormFields, fieldId } from '../../../../../forms/render/index.ts';
import { CsrfInput } from '../../../components/csrf-input.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { applicationSteps, StepList } from '../../../components/step-list.tsx';
import { apply } from '../../../i18n/apply.ts';
import { formWords } from '../../../i18n/form-words.ts';
import { pick } from '../../../i18n/translate.ts';
import { useLocale, useT } from '../../../i18n/use-locale.ts';
import { type Application, openApplication } from '../../../server/apply.server.ts';
import { getRuntime, servicesContext } from '../../../server/context.server.ts';
import { rememberDraft } from '../../../server/draft.server.ts';
import { readFormPage } from '../../../server/form-page.server.ts';
import type { Route } from './+types/page.ts';

interface Shown {
  readonly values: Application['draft']['data'];
  readonly errors: readonly FieldError[];
  /** Fields that appeared because of the last answer. */
  readonly opened: boolean;
}

export async function loader({ params, request, context, url }: Route.LoaderArgs) {
  const { procedure, draft, form, pages } = await openApplication(request, context, params.code);
  const at = pages.findIndex((page) => page.key === params.page);
  const page = pages[at];
  if (!page) throw redirect(`/thu-tuc/${procedure.code}/nop/${pages[0]?.key}`);
  return {
    code: procedure.code,
    name: procedure.name,
    form: { key: form.key, title: form.title },
    page,
    pages: pages.map(({ key, title }) => ({ key, title })),
    reached: draft.page,
    places: await context.get(servicesContext).places(),
    back:
      at > 0
        ? `/thu-tuc/${procedure.code}/nop/${pages[at - 1]?.key}`
        : `/thu-tuc/${procedure.code}/nop?sua=1`,
    shown: { values: draft.data, errors: [], opened: url.searchParams.get('them') === '1' } satisfies Shown,
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const application = await openApplication(request, context, params.code);
  const { draft, form, pages, locale } = application;
  const page = pages.find((one) => one.key === params.page);
  if (!page) throw redirect(`/thu-tuc/${params.code}/nop`);
  const {
    posted,
    data: values,
    fileErrors,
    again,
    at,
  } = await readFormPage(request, context, { form, previous: draft.data, locale });
  const here = `/thu-tuc/${params.code}/nop/${page.key}`;

  const save = async (reached: number) => {
    const saved = await getRuntime(context).saveDraft({
      token: draft.token,
      procedureCode: draft.procedureCode,
      data: values,
      page: Math.max(reached, draft.page),
    });
    rememberDraft(context, saved);
  };
  const place = visiblePages(form, values).findIndex((one) => one.key === page.key);
  if (posted.value('_later') !== '') {
    await save(place);
    return redirect(`/thu-tuc/${params.code}/da-luu`);
  }
  if (again && fileErrors.length === 0) {
    await save(place);
    return redirect(at ? `${here}#${fieldId(at)}` : here);
  }
  const opened = newlyVisible(form, draft.data, values, page).length > 0;
  const checked = validateForm(form, values, {
    locale,
    now: new Date(),
    page: page.key,
    places: await context.get(servicesContext).places(),
  });
  const errors = [
    ...fileErrors,
    ...checked.errors.filter((error) => !fileErrors.some((file) => file.path === error.path)),
  ];
  if (errors.length > 0) {
    await save(place);
    // Questions that only now came up are asked, not complained about.
    if (opened && fileErrors.length === 0) return redirect(`${here}?them=1`);
    return data({ values, errors, opened: false } satisfies Shown, { status: 422 });
  }
  await save(place + 1);
  const next = visiblePages(form, values)[place + 1];
  return redirect(next ? `/thu-tuc/${params.code}/nop/${next.key}` : `/thu-tuc/${params.code}/kiem-tra`);
}

export default function FormPage({ loaderData, actionData }: Route.ComponentProps) {
  const { code, name, page, pages, reached, back, places } = loaderData;
  const { values, errors, opened }: Shown = actionData ?? loaderData.shown;
  const t = useT(apply);
  const words = useT(formWords);
  const locale = useLocale();
  return (
    <div className="mc-wizard">
      <PageTitle error={errors.length > 0}>{`${page.title} – ${pick(name, locale)}`}</PageTitle>
      <StepList
        steps={applicationSteps({ code, pages, reached, current: page.key, reviewTitle: t('stepReview') })}
      />
      <div className="mc-column mc-stack">
        <p>
          <Link className="mc-back" to={back}>
            {t('back')}
          </Link>
        </p>
        <ErrorSummary errors={errors} locale={locale} />
        <h1>{page.title}</h1>
        {page.hint ? <p>{page.hint}</p> : null}
        {opened ? (
          <p className="mc-note" role="status">
            {words('moreQuestions')}
          </p>
        ) : null}
        <Form method="post" encType="multipart/form-data" noValidate className="mc-stack" data-autosave>
          <CsrfInput />
          {/* Enter in a text box presses the first button of the form. */}
          <button type="submit" className="mc-hidden" tabIndex={-1} aria-hidden="true" />
          <FormFields
            nodes={page.nodes}
            data={values}
            errors={errors}
            locale={locale}
            ctx={{ places, fileHref: (file) => `/thu-tuc/${code}/tep/${file.id}` }}
          />
          <p className="mc-buttons">
            <button type="submit" className="mc-button">
              {words('saveAndContinue')}
            </button>
            <button type="submit" className="mc-linklike" name="_later" value="1">
              {t('later')}
            </button>
          </p>
        </Form>
      </div>
    </div>
  );
}
