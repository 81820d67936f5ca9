/** The receipt: code, PIN, QR to the tracking page, what happens next and by when. */
import qrcode from 'qrcode';
import { Link, redirect } from 'react-router';
import type { Duration } from '../../../../../engine/runtime/package/schema.ts';
import { PageTitle } from '../../../components/page-title.tsx';
import { QrCode } from '../../../components/qr-code.tsx';
import { apply } from '../../../i18n/apply.ts';
import { dateTime } from '../../../i18n/format.ts';
import { procedure as procedureWords, timeLimit } from '../../../i18n/procedure.ts';
import { pick } from '../../../i18n/translate.ts';
import { useLocale, useT } from '../../../i18n/use-locale.ts';
import { getRuntime, servicesContext } from '../../../server/context.server.ts';
import { currentReceipt } from '../../../server/draft.server.ts';
import type { Route } from './+types/receipt.ts';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const receipt = await currentReceipt(request, context);
  if (!receipt) throw redirect(`/thu-tuc/${params.code}`);
  const { package: pack } = await getRuntime(context).getProcedure(params.code);
  const { PUBLIC_URL } = context.get(servicesContext).env;
  const { modules } = qrcode.create(`${PUBLIC_URL}/tra-cuu?ma=${encodeURIComponent(receipt.reference)}`, {
    errorCorrectionLevel: 'M',
  });
  const check = Object.values(pack.tasks)[0]?.limit;
  return {
    code: params.code,
    receipt,
    qr: { size: modules.size, dark: [...modules.data].map(Boolean) },
    check,
    limit: pack.cases[0]?.duration,
  };
}

export default function ReceiptPage({
  loaderData: { code, receipt, qr, check, limit },
}: Route.ComponentProps) {
  const t = useT(apply);
  const words = useT(procedureWords);
  const locale = useLocale();
  const span = (duration: Duration) => timeLimit(words, duration);
  return (
    <div className="mc-column mc-stack">
      <PageTitle>{t('receiptTitle')}</PageTitle>
      <section className="mc-receipt" aria-labelledby="da-gui">
        <h1 id="da-gui">{t('receiptTitle')}</h1>
        <p>
          {t('receiptLead', {
            unit: pick(receipt.unitName, locale),
            procedure: pick(receipt.procedureName, locale),
            time: dateTime(receipt.submittedAt),
          })}
        </p>
        <div className="mc-receipt__codes">
          <dl>
            <dt>{t('codeLabel')}</dt>
            <dd>{receipt.reference}</dd>
            <dt>{t('pinLabel')}</dt>
            <dd>{receipt.pin}</dd>
          </dl>
          <figure>
            <QrCode size={qr.size} dark={qr.dark} label={t('qrAlt', { reference: receipt.reference })} />
            <figcaption>{t('qrText')}</figcaption>
          </figure>
        </div>
        <p>
          <strong>{t('keep')}</strong>
        </p>
        {receipt.email ? <p>{t('emailSent', { email: receipt.email })}</p> : null}
      </section>
      <h2>{t('nextTitle')}</h2>
      <ol className="mc-steps">
        <li>{check ? t('next.check', { limit: span(check) }) : t('next.checkOpen')}</li>
        <li>{t('next.supplement')}</li>
        {limit ? <li>{t('next.accepted', { limit: span(limit) })}</li> : null}
      </ol>
      <p className="mc-buttons mc-no-print">
        <Link className="mc-button" to={`/ho-so/${receipt.dossierId}`}>
          {t('openTracking')}
        </Link>
        <Link to={`/thu-tuc/${code}`}>{t('another')}</Link>
      </p>
      <p className="mc-hint mc-no-print mc-desk-only">{t('print')}</p>
    </div>
  );
}
