/** What every page of the application form needs: procedure, draft, parsed form, visible pages. */
import { redirect } from 'react-router';
import type { Unit } from '../../../engine/routing/types.ts';
import type { Draft, ProcedureView } from '../../../engine/runtime/api.ts';
import { type Form, type FormPage, parseForm, visiblePages } from '../../../forms/index.ts';
import type { Locale } from '../i18n/translate.ts';
import { type Context, getRuntime } from './context.server.ts';
import { currentDraft, currentReceipt, hadDraft, unitOf } from './draft.server.ts';
import { localeOf } from './locale.server.ts';

export interface Application {
  readonly procedure: ProcedureView;
  readonly draft: Draft;
  readonly form: Form;
  readonly pages: readonly FormPage[];
  readonly unit: Unit;
  readonly locale: Locale;
}

/** The form of a stored JSON. A package is checked when it is loaded, so a broken form here is a fault of ours. */
export function formOf(json: unknown, locale: Locale): Form {
  const parsed = parseForm(json, locale);
  if (parsed.ok) return parsed.form;
  throw new Error(
    `form refused: ${parsed.problems.map((problem) => `${problem.path} ${problem.message.en}`).join('; ')}`,
  );
}

/** Communes that resolve the procedure. */
export const decidingUnits = (procedure: ProcedureView): readonly Unit[] =>
  procedure.units.filter((unit) => unit.kind === 'commune');

/** Opens the draft of this browser; without one the reader is sent to the receipt or to the start page. */
export async function openApplication(
  request: Request,
  context: Context,
  code: string,
): Promise<Application> {
  const locale = localeOf(request);
  const procedure = await getRuntime(context).getProcedure(code);
  const draft = await currentDraft(request, context, code);
  if (!draft) {
    const receipt = await currentReceipt(request, context);
    throw redirect(
      receipt ? `/thu-tuc/${code}/bien-nhan` : `/thu-tuc/${code}/nop${hadDraft(request) ? '?mat=1' : ''}`,
    );
  }
  const unit = decidingUnits(procedure).find((one) => one.id === unitOf(draft));
  if (!unit) throw redirect(`/thu-tuc/${code}/nop`);
  const form = formOf(procedure.applicationForm, locale);
  return { procedure, draft, form, pages: visiblePages(form, draft.data), unit, locale };
}
