/** Entry at the counter: the citizen's form filled in by a clerk, all pages on one. */
import { data, redirect } from 'react-router';
import type { Official, Unit } from '../../../../engine/routing/types.ts';
import type { Draft, ProcedureView } from '../../../../engine/runtime/api.ts';
import {
  type FieldError,
  type Form,
  type FormData,
  initialData,
  validateForm,
} from '../../../../forms/index.ts';
import { fieldId } from '../../../../forms/render/index.ts';
import { staff } from '../../i18n/staff.ts';
import { type Locale, translator } from '../../i18n/translate.ts';
import { decidingUnits, formOf } from '../../server/apply.server.ts';
import { findOfficial, isSwitchedOff, pageUrl } from '../../server/auth.server.ts';
import { type Context, getRuntime, requestContext, servicesContext } from '../../server/context.server.ts';
import { submissionKeyOf, UNIT_KEY } from '../../server/draft.server.ts';
import { failWith, isRuntimeError } from '../../server/errors.server.ts';
import { readForm } from '../../server/form.server.ts';
import { readFormPage } from '../../server/form-page.server.ts';
import { localeOf } from '../../server/locale.server.ts';
import { keepEntries } from './kept.server.ts';
import { knownUnits, receptionUnitIds } from './staff-page.server.ts';

export interface CounterAnswer {
  readonly values: FormData;
  readonly errors: readonly FieldError[];
}
export interface CounterPage {
  readonly procedure: ProcedureView;
  readonly form: Form;
  readonly receptionUnits: readonly Unit[];
  readonly decidingUnits: readonly Unit[];
  readonly draft: Draft | undefined;
  readonly values: FormData;
}

/** Name of the address parameter that holds the draft's secret. */
const DRAFT = 'ban';
/** Choices beside the form, kept in the draft like the citizen's choice of commune. */
const RECEPTION_KEY = '_receptionUnitId';
const CASE_KEY = '_caseCode';
export const counterKeys = { unit: UNIT_KEY, reception: RECEPTION_KEY, case: CASE_KEY } as const;

/** @throws an error page: 403 for officials without a reception role */
export async function openCounter(
  request: Request,
  context: Context,
  official: Official,
  code: string,
): Promise<CounterPage> {
  const locale = localeOf(request);
  const own = receptionUnitIds(official);
  if (own.length === 0) {
    const text = {
      vi: translator(staff, 'vi')('counterNoRole'),
      en: translator(staff, 'en')('counterNoRole'),
    };
    throw failWith({ status: 403, text, correlationId: context.get(requestContext).correlationId });
  }
  const procedure = await getRuntime(context).getProcedure(code);
  const units = await knownUnits(context);
  const form = formOf(procedure.applicationForm, locale);
  const receptionUnits = own.flatMap((id) => units.get(id) ?? []);
  const token = pageUrl(request).searchParams.get(DRAFT);
  const found = token ? await getRuntime(context).findDraft(token) : undefined;
  const draft = found?.procedureCode === code ? found : undefined;
  const deciding = decidingUnits(procedure);
  // the office where the clerk sits resolves most of what is brought there
  const home =
    deciding.find((unit) => unit.id === receptionUnits[0]?.id) ??
    deciding.find((unit) => own.includes(unit.id)) ??
    deciding.find((unit) => receptionUnits.some((one) => one.parentId === unit.id));
  const start: FormData = {
    ...initialData(form),
    [RECEPTION_KEY]: receptionUnits[0]?.id,
    [UNIT_KEY]: home?.id,
    [CASE_KEY]: procedure.package.cases[0]?.code,
  };
  return { procedure, form, receptionUnits, decidingUnits: deciding, draft, values: draft?.data ?? start };
}

/** The action of the counter form. */
export async function postCounter(request: Request, context: Context, code: string) {
  const locale = localeOf(request);
  const { pathname, search } = pageUrl(request);
  const official = await findOfficial(request, context);
  if (!official) {
    if (await isSwitchedOff(request, context)) return redirect('/can-bo/dang-nhap');
    const { entries } = await readForm(request, context, { maxBytes: 64 * 1_048_576 });
    await keepEntries(request, context, { path: pathname, entries });
    return redirect(`/can-bo/dang-nhap?het=1&ve=${encodeURIComponent(pathname + search)}`);
  }
  const page = await openCounter(request, context, official, code);
  const read = await readFormPage(request, context, { form: page.form, previous: page.values, locale });
  const values: FormData = {
    ...read.data,
    ...Object.fromEntries(Object.values(counterKeys).map((key) => [key, read.posted.value(key)])),
  };
  const draft = await getRuntime(context).saveDraft({
    ...(page.draft ? { token: page.draft.token } : {}),
    procedureCode: code,
    data: values,
    page: 0,
  });
  const here = `${pathname}?${DRAFT}=${encodeURIComponent(draft.token)}`;
  if (read.fileErrors.length > 0)
    return data<CounterAnswer>({ values, errors: read.fileErrors }, { status: 422 });
  if (read.again) return redirect(read.at ? `${here}#${fieldId(read.at)}` : here);
  if (read.posted.value('intent') !== 'send') return redirect(here);
  return submit({ context, official, page, draft, values, locale });
}

async function submit(input: {
  context: Context;
  official: Official;
  page: CounterPage;
  draft: Draft;
  values: FormData;
  locale: Locale;
}) {
  const { context, official, page, draft, values, locale } = input;
  const checked = validateForm(page.form, values, {
    locale,
    now: new Date(),
    places: await context.get(servicesContext).places(),
  });
  const competent = page.decidingUnits.find((unit) => unit.id === values[UNIT_KEY]);
  const reception =
    page.receptionUnits.find((unit) => unit.id === values[RECEPTION_KEY]) ?? page.receptionUnits[0];
  const chosenCase =
    page.procedure.package.cases.find((one) => one.code === values[CASE_KEY]) ??
    page.procedure.package.cases[0];
  const errors = [...checked.errors];
  if (!competent) {
    const t = translator(staff, locale);
    errors.unshift({ path: UNIT_KEY, label: t('decidedBy'), message: t('counterUnit') });
  }
  if (errors.length > 0 || !competent || !reception || !chosenCase)
    return data<CounterAnswer>({ values: { ...values, ...checked.data }, errors }, { status: 422 });
  try {
    await getRuntime(context).submit({
      submissionKey: submissionKeyOf(draft),
      procedureCode: page.procedure.code,
      caseCode: chosenCase.code,
      channel: 'DIRECT',
      competentUnitId: competent.id,
      receptionUnitId: reception.id,
      data: checked.data,
      enteredBy: official,
    });
  } catch (error) {
    if (!isRuntimeError(error, 'INVALID')) throw error;
    return data<CounterAnswer>(
      { values, errors: [{ path: UNIT_KEY, label: '', message: error.text[locale] }] },
      { status: 422 },
    );
  }
  return redirect(`/can-bo/bien-nhan/${submissionKeyOf(draft)}`);
}
