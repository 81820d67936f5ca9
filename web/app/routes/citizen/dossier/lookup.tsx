/** Tracking by code and PIN. A wrong PIN and an unknown code get the same answer. */
import { data, Form, redirect } from 'react-router';
import { CsrfInput } from '../../../components/csrf-input.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Problems } from '../../../components/problems.tsx';
import { TextInput } from '../../../components/text-input.tsx';
import { tracking } from '../../../i18n/tracking.ts';
import { useT } from '../../../i18n/use-locale.ts';
import { getRuntime } from '../../../server/context.server.ts';
import { clientAddress } from '../../../server/csrf.server.ts';
import { readForm } from '../../../server/form.server.ts';
import { proveDossier } from '../../../server/tracking.server.ts';
import type { Route } from './+types/lookup.ts';

type Problem = 'codeMissing' | 'pinMissing' | 'notFound';

export function loader({ url }: Route.LoaderArgs) {
  return {
    code: url.searchParams.get('ma') ?? url.searchParams.get('code') ?? '',
    told: url.searchParams.has('het-han')
      ? ('expired' as const)
      : url.searchParams.has('da-dong')
        ? ('left' as const)
        : undefined,
  };
}

export async function action({ request, context }: Route.ActionArgs) {
  const posted = await readForm(request, context);
  const code = posted.value('code').trim().slice(0, 100);
  const pin = posted.value('pin').replace(/\s/g, '').slice(0, 20);
  const missing: Problem[] = [
    ...(code ? [] : ['codeMissing' as const]),
    ...(pin ? [] : ['pinMissing' as const]),
  ];
  if (missing.length > 0) return data({ code, problems: missing }, { status: 422 });
  const view = await getRuntime(context).track({ code, pin, clientAddress: clientAddress(context) });
  if (!view) return data({ code, problems: ['notFound'] as Problem[] }, { status: 422 });
  await proveDossier(request, context, view.dossierId);
  return redirect(`/ho-so/${view.dossierId}`);
}

export default function Lookup({ loaderData, actionData }: Route.ComponentProps) {
  const t = useT(tracking);
  const problems = actionData?.problems ?? [];
  const wrong = (problem: Problem) => (problems.includes(problem) ? t(problem) : undefined);
  return (
    <div className="mc-column mc-stack">
      <PageTitle error={problems.length > 0}>{t('lookupTitle')}</PageTitle>
      {problems.length > 0 ? (
        <Problems
          items={problems.map((problem) => ({
            href: problem === 'pinMissing' ? '#pin' : '#code',
            text: t(problem),
          }))}
        />
      ) : null}
      <h1>{t('lookupTitle')}</h1>
      {loaderData.told && problems.length === 0 ? (
        <p className="mc-note" role="status">
          {t(loaderData.told)}
        </p>
      ) : null}
      <p>{t('lookupText')}</p>
      <Form method="post" className="mc-stack" noValidate>
        <CsrfInput />
        <TextInput
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          wrong={wrong('codeMissing')}
          width="medium"
          defaultValue={actionData?.code ?? loaderData.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <TextInput
          name="pin"
          label={t('pin')}
          hint={t('pinHint')}
          wrong={wrong('pinMissing')}
          width="code"
          inputMode="numeric"
          autoComplete="off"
        />
        <p>
          <button type="submit" className="mc-button">
            {t('look')}
          </button>
        </p>
      </Form>
    </div>
  );
}
