/** Everything once more, each block with "Sửa", and the button that sends it. Sending twice gives the same receipt. */
import { data, Form, Link, redirect } from 'react-router';
import { validateForm } from '../../../../../forms/index.ts';
import { fieldId, ReviewList } from '../../../../../forms/render/index.ts';
import { CsrfInput } from '../../../components/csrf-input.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Problems } from '../../../components/problems.tsx';
import { applicationSteps, StepList } from '../../../components/step-list.tsx';
import { apply } from '../../../i18n/apply.ts';
import { pick } from '../../../i18n/translate.ts';
import { useLocale, useT } from '../../../i18n/use-locale.ts';
import { openApplication } from '../../../server/apply.server.ts';
import { getRuntime, servicesContext } from '../../../server/context.server.ts';
import { rememberReceipt, submissionKeyOf } from '../../../server/draft.server.ts';
import { isRuntimeError } from '../../../server/errors.server.ts';
import { readForm } from '../../../server/form.server.ts';
import { proveDossier } from '../../../server/tracking.server.ts';
import type { Route } from './+types/review.ts';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { procedure, draft, form, pages, unit, locale } = await openApplication(
    request,
    context,
    params.code,
  );
  const places = await context.get(servicesContext).places();
  return {
    code: procedure.code,
    name: procedure.name,
    unit: unit.name,
    pages: pages.map(({ key, title }) => ({ key, title })),
    form,
    // as it will be sent: codes of places with their names, nothing the lists stood on by themselves
    values: validateForm(form, draft.data, { locale, now: new Date(), places }).data,
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  await readForm(request, context);
  const { procedure, draft, form, pages, unit, locale } = await openApplication(
    request,
    context,
    params.code,
  );
  const now = new Date();
  const places = await context.get(servicesContext).places();
  const problems = pages.flatMap((page) =>
    validateForm(form, draft.data, { locale, now, places, page: page.key }).errors.map((error) => ({
      text: error.message,
      href: `/thu-tuc/${procedure.code}/nop/${page.key}#${fieldId(error.path)}`,
    })),
  );
  if (problems.length > 0) return data({ problems }, { status: 422 });
  const submissionKey = submissionKeyOf(draft);
  try {
    const receipt = await getRuntime(context).submit({
      submissionKey,
      procedureCode: procedure.code,
      caseCode: procedure.package.cases[0]?.code ?? procedure.code,
      channel: 'ONLINE',
      competentUnitId: unit.id,
      receptionUnitId: unit.id,
      data: validateForm(form, draft.data, { locale, now, places }).data,
    });
    rememberReceipt(context, procedure.code, submissionKey);
    await proveDossier(request, context, receipt.dossierId);
  } catch (error) {
    if (!isRuntimeError(error, 'INVALID')) throw error;
    return data({ problems: [{ text: pick(error.text, locale), href: undefined }] }, { status: 422 });
  }
  return redirect(`/thu-tuc/${procedure.code}/bien-nhan`);
}

export default function Review({ loaderData, actionData }: Route.ComponentProps) {
  const { code, name, unit, pages, form, values } = loaderData;
  const problems = actionData?.problems ?? [];
  const t = useT(apply);
  const locale = useLocale();
  return (
    <div className="mc-wizard">
      <PageTitle error={problems.length > 0}>{`${t('reviewTitle')} – ${pick(name, locale)}`}</PageTitle>
      <StepList
        steps={applicationSteps({
          code,
          pages,
          reached: pages.length,
          current: 'review',
          reviewTitle: t('stepReview'),
        })}
      />
      <div className="mc-column mc-stack">
        <p>
          <Link className="mc-back" to={`/thu-tuc/${code}/nop/${pages.at(-1)?.key ?? ''}`}>
            {t('back')}
          </Link>
        </p>
        {problems.length > 0 ? <Problems items={problems} /> : null}
        <h1>{t('reviewTitle')}</h1>
        <p>{t('reviewText')}</p>
        <section className="mc-review">
          <header className="mc-review__head">
            <h2 className="mc-review__title">{t('reviewUnit')}</h2>
            <Link className="mc-review__edit" to={`/thu-tuc/${code}/nop?sua=1`}>
              {t('edit')}
              <span className="mc-hidden"> {t('reviewUnit')}</span>
            </Link>
          </header>
          <p className="mc-review__alone">{pick(unit, locale)}</p>
        </section>
        <ReviewList
          form={form}
          data={values}
          locale={locale}
          filledOnly
          editHref={(page) => `/thu-tuc/${code}/nop/${page.key}`}
          fileHref={(file) => `/thu-tuc/${code}/tep/${file.id}`}
        />
        <Form method="post" className="mc-stack">
          <CsrfInput />
          <p>{t('submitText')}</p>
          <p>
            <button type="submit" className="mc-button">
              {t('submit')}
            </button>
          </p>
        </Form>
      </div>
    </div>
  );
}
