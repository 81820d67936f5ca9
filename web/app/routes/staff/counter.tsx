/** Procedures that are received at the counter. */
import { Link } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import { Icon } from '../../staff/components/icons.tsx';
import type { Route } from './+types/counter.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  await requireOfficial(request, context);
  return answering(context, async () => ({ procedures: await getRuntime(context).listProcedures() }));
}

export default function Counter({ loaderData: { procedures } }: Route.ComponentProps) {
  const t = useT(staff);
  const locale = useLocale();
  return (
    <div className="sf-page">
      <PageTitle>{t('counterTitle')}</PageTitle>
      <h1 className="sf-page__title">{t('counterTitle')}</h1>
      <p className="sf-page__lead">{t('counterLead')}</p>
      {procedures.length === 0 ? (
        <p className="sf-page__none">{t('noCounterProcedures')}</p>
      ) : (
        <ul className="sf-cards">
          {procedures.map((procedure) => (
            <li key={procedure.code} className="sf-card">
              <Link className="sf-card__link" to={`/can-bo/nhap/${procedure.code}`}>
                <span className="mc-hint">
                  {pick(procedure.field.name, locale)} · <span className="sf-mono">{procedure.code}</span>
                </span>
                <span className="sf-card__name">{pick(procedure.name, locale)}</span>
                <span className="sf-card__go">
                  <Icon name="counter" />
                  {t('enter')}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
