/** Withdrawal: what it means, why, and a way back. */
import { data, Form, Link, redirect } from 'react-router';
import { CsrfInput } from '../../../components/csrf-input.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Problems } from '../../../components/problems.tsx';
import { TextArea } from '../../../components/text-input.tsx';
import { tracking } from '../../../i18n/tracking.ts';
import { translator } from '../../../i18n/translate.ts';
import { useT } from '../../../i18n/use-locale.ts';
import { getRuntime } from '../../../server/context.server.ts';
import { readForm } from '../../../server/form.server.ts';
import { localeOf } from '../../../server/locale.server.ts';
import { flash } from '../../../server/session.server.ts';
import { requireApplicant } from '../../../server/tracking.server.ts';
import type { Route } from './+types/withdraw.ts';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  await requireApplicant(request, context, params.dossierId);
  const { code, reference, mayWithdraw } = await getRuntime(context).trackById(params.dossierId);
  if (!mayWithdraw) throw redirect(`/ho-so/${params.dossierId}`);
  return { dossierId: params.dossierId, code: code ?? reference, actKey: crypto.randomUUID() };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const actor = await requireApplicant(request, context, params.dossierId);
  const posted = await readForm(request, context);
  const reason = posted.value('reason').trim().slice(0, 1000);
  if (!reason) return data({ missing: true }, { status: 422 });
  await getRuntime(context).withdraw(actor, {
    dossierId: params.dossierId,
    reason,
    actKey: posted.value('actKey') || crypto.randomUUID(),
  });
  await flash(request, context, { kind: 'done', text: translator(tracking, localeOf(request))('withdrawn') });
  return redirect(`/ho-so/${params.dossierId}`);
}

export default function Withdraw({
  loaderData: { dossierId, code, actKey },
  actionData,
}: Route.ComponentProps) {
  const t = useT(tracking);
  const missing = actionData?.missing ?? false;
  return (
    <div className="mc-column mc-stack">
      <PageTitle error={missing}>{t('withdrawTitle')}</PageTitle>
      {missing ? <Problems items={[{ href: '#reason', text: t('withdrawReasonMissing') }]} /> : null}
      <p className="mc-hint">{t('title', { code })}</p>
      <h1>{t('withdrawTitle')}</h1>
      <p className="mc-note mc-note--problem">{t('withdrawText')}</p>
      <Form method="post" className="mc-stack" noValidate>
        <CsrfInput />
        <input type="hidden" name="actKey" value={actKey} />
        <TextArea
          name="reason"
          label={t('withdrawReason')}
          hint={t('withdrawReasonHint')}
          wrong={missing ? t('withdrawReasonMissing') : undefined}
          maxLength={1000}
        />
        <p className="mc-buttons">
          <button type="submit" className="mc-button mc-button--danger">
            {t('withdraw')}
          </button>
          <Link to={`/ho-so/${dossierId}`}>{t('withdrawKeep')}</Link>
        </p>
      </Form>
    </div>
  );
}
