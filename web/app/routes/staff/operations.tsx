/** Operations: what stopped, what waits, where the outside systems show what they got. */
import { NavLink, Outlet } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import { requireOfficial } from '../../server/auth.server.ts';
import { servicesContext } from '../../server/context.server.ts';
import { Icon } from '../../staff/components/icons.tsx';
import type { Route } from './+types/operations.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  await requireOfficial(request, context);
  return { sandbox: context.get(servicesContext).env.SANDBOX_URL };
}

export default function Operations({ loaderData }: Route.ComponentProps) {
  const t = useT(staff);
  return (
    <div className="sf-page">
      <PageTitle>{t('operationsTitle')}</PageTitle>
      <h1 className="sf-page__title">{t('operationsTitle')}</h1>
      <nav className="sf-tabs" aria-label={t('operationsTitle')}>
        <NavLink className="sf-tab" to="/can-bo/van-hanh" end>
          {t('incidents')}
        </NavLink>
        <NavLink className="sf-tab" to="/can-bo/van-hanh/hang-doi">
          {t('outbox')}
        </NavLink>
        <a className="sf-tab" href={loaderData.sandbox} rel="noreferrer" target="_blank">
          {t('sandbox')}
          <Icon name="open" />
        </a>
      </nav>
      <Outlet />
    </div>
  );
}
