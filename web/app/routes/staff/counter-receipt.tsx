/** After counter entry: reference and PIN for the applicant, the way to the reception check, slip 01 once it is there. */
import { Link } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { dateTime } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering, notFound } from '../../server/errors.server.ts';
import { Icon } from '../../staff/components/icons.tsx';
import { documentHref, dossierHref, inboxHref } from '../../staff/inbox-query.ts';
import type { Route } from './+types/counter-receipt.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answering(context, async () => {
    const runtime = getRuntime(context);
    const receipt = await runtime.findReceipt(params.submissionKey);
    if (!receipt) throw notFound(context);
    const dossier = await runtime.getDossier({ kind: 'official', official }, receipt.dossierId);
    return {
      receipt,
      received: dossier.receivedAt !== null,
      taskId: dossier.openTasks.find((task) => task.role !== 'applicant')?.id ?? null,
      slips: dossier.documents
        .filter((document) => document.kind === 'slip' && document.key === '01')
        .map(({ id, title }) => ({ id, title })),
    };
  });
}

export default function CounterReceipt({
  loaderData: { receipt, received, taskId, slips },
}: Route.ComponentProps) {
  const t = useT(staff);
  const locale = useLocale();
  return (
    <div className="sf-page sf-page--narrow">
      <PageTitle>{t('counterDone')}</PageTitle>
      <section className="sf-receipt">
        <h1 className="sf-page__title">{t('counterDone')}</h1>
        <p>{t('counterDoneText')}</p>
        <dl className="sf-receipt__codes">
          <div>
            <dt>{t('reference')}</dt>
            <dd className="sf-mono">{receipt.reference}</dd>
          </div>
          <div>
            <dt>{t('pin')}</dt>
            <dd className="sf-mono">{receipt.pin}</dd>
          </div>
        </dl>
        <p className="mc-hint">
          {pick(receipt.procedureName, locale)} · {pick(receipt.unitName, locale)} ·{' '}
          {dateTime(receipt.submittedAt)}
        </p>
      </section>
      <p className="sf-actions mc-no-print">
        {taskId ? (
          <Link className="sf-button" to={inboxHref({ scope: 'pool' }, taskId)}>
            {t('checkNow')}
          </Link>
        ) : (
          <Link className="sf-button" to={dossierHref(receipt.dossierId)}>
            {t('seeDossier')}
          </Link>
        )}
        <Link className="sf-button sf-button--quiet" to="/can-bo/nhap">
          {t('enterAnother')}
        </Link>
        {slips.map((slip) => (
          <a
            key={slip.id}
            className="sf-button sf-button--quiet"
            href={documentHref(slip.id)}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="open" />
            {t('printSlip', { title: pick(slip.title, locale) })}
          </a>
        ))}
      </p>
      {received && slips.length === 0 ? <p className="mc-hint">{t('waitingSlip')}</p> : null}
    </div>
  );
}
