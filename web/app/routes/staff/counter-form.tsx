/** The application form for a clerk: every part on one page, sections at the side. */
import { useEffect, useRef } from 'react';
import { Form } from 'react-router';
import { type FormPage, readSubmission } from '../../../../forms/index.ts';
import { enhanceForms } from '../../../../forms/render/enhance.ts';
import { ErrorSummary, FormFields, fieldId } from '../../../../forms/render/index.ts';
import type { FormNode } from '../../../../forms/types.ts';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { pageUrl, requireOfficial } from '../../server/auth.server.ts';
import { servicesContext } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import { FailurePane } from '../../staff/components/failure-pane.tsx';
import { counterKeys, openCounter, postCounter } from '../../staff/server/counter.server.ts';
import { takeKept } from '../../staff/server/kept.server.ts';
import type { Route } from './+types/counter-form.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answering(context, async () => {
    const { procedure, form, values, ...page } = await openCounter(request, context, official, params.code);
    const kept = await takeKept(request, context, pageUrl(request).pathname);
    return {
      code: procedure.code,
      name: procedure.name,
      cases: procedure.package.cases.map(({ code, name }) => ({ code, name })),
      form,
      receptionUnits: page.receptionUnits.map(({ id, name }) => ({ id, name })),
      decidingUnits: page.decidingUnits.map(({ id, name }) => ({ id, name })),
      values: kept ? readSubmission(form, kept, values) : values,
      saved: page.draft !== undefined,
      back: kept !== undefined,
      keys: counterKeys,
      places: await context.get(servicesContext).places(),
    };
  });
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return answering(context, () => postCounter(request, context, params.code));
}

/** A page of the wizard as a section of this one page. */
const asSection = (page: FormPage): FormNode => ({
  kind: 'section',
  key: page.key,
  title: page.title,
  hint: page.hint,
  children: page.nodes,
  condition: page.condition,
});
const anchor = (page: FormPage): string => `phan-${page.key}`;

export default function CounterForm({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT(staff);
  const locale = useLocale();
  const ref = useRef<HTMLDivElement>(null);
  const { form, keys } = loaderData;
  const values = actionData?.values ?? loaderData.values;
  const errors = actionData?.errors ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer brings other fields
  useEffect(() => {
    const stop = ref.current ? enhanceForms(ref.current) : undefined;
    ref.current?.querySelector<HTMLElement>('[data-error-summary]')?.focus();
    return stop;
  }, [actionData]);
  return (
    <div className="sf-entry" ref={ref}>
      <PageTitle
        error={errors.length > 0}
      >{`${t('counterTitle')} – ${pick(loaderData.name, locale)}`}</PageTitle>
      <nav className="sf-entry__nav" aria-label={t('sections')}>
        <ol>
          {form.pages.map((page) => (
            <li key={page.key}>
              <a href={`#${anchor(page)}`}>{page.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="sf-entry__main">
        <h1 className="sf-page__title">{pick(loaderData.name, locale)}</h1>
        {loaderData.back ? (
          <p className="mc-note mc-note--done" role="status">
            {t('sessionBack')}
          </p>
        ) : null}
        <ErrorSummary errors={errors} locale={locale} />
        <Form method="post" encType="multipart/form-data" noValidate className="sf-entry__form">
          <CsrfInput />
          {/* Enter in a text box presses the first button of the form: it saves. */}
          <button type="submit" className="mc-hidden" tabIndex={-1} aria-hidden="true" />
          <div className="sf-entry__place">
            <Choice
              name={keys.reception}
              label={t('receptionAt')}
              options={loaderData.receptionUnits.map(({ id, name }) => ({
                value: id,
                label: pick(name, locale),
              }))}
              value={values[keys.reception]}
            />
            <Choice
              name={keys.unit}
              label={t('decidedBy')}
              options={loaderData.decidingUnits.map(({ id, name }) => ({
                value: id,
                label: pick(name, locale),
              }))}
              value={values[keys.unit]}
              error={errors.find((error) => error.path === keys.unit)?.message}
            />
            <Choice
              name={keys.case}
              label={t('caseOf')}
              options={loaderData.cases.map(({ code, name }) => ({ value: code, label: pick(name, locale) }))}
              value={values[keys.case]}
            />
          </div>
          {form.pages.map((page) => (
            <div key={page.key} id={anchor(page)} className="sf-entry__part">
              <FormFields
                nodes={[asSection(page)]}
                data={values}
                errors={errors}
                locale={locale}
                ctx={{ places: loaderData.places }}
              />
            </div>
          ))}
          <div className="sf-entry__buttons">
            <button type="submit" className="sf-button" name="intent" value="send">
              {t('send')}
            </button>
            <button type="submit" className="sf-linklike" name="intent" value="draft">
              {t('saveDraft')}
            </button>
            {loaderData.saved && !actionData ? (
              <span className="mc-hint" role="status">
                {t('counterDraftSaved')}
              </span>
            ) : null}
          </div>
        </Form>
      </div>
    </div>
  );
}

function Choice(props: {
  name: string;
  label: string;
  options: readonly { value: string; label: string }[];
  value: unknown;
  error?: string;
}) {
  const { name, label, options, value, error } = props;
  const id = fieldId(name);
  return (
    <div className={error ? 'mc-field mc-field--error' : 'mc-field'}>
      <label className="mc-label" htmlFor={id}>
        {label}
      </label>
      {error ? (
        <p className="mc-error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
      <select
        id={id}
        name={name}
        className="mc-input"
        defaultValue={typeof value === 'string' ? value : ''}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
      >
        {options.length > 1 ? <option value="">–</option> : null}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function ErrorBoundary() {
  return <FailurePane />;
}
