/** The draft is saved: until when, and the link that opens it on another device. */
import { Link } from 'react-router';
import { PageTitle } from '../../../components/page-title.tsx';
import { apply } from '../../../i18n/apply.ts';
import { date } from '../../../i18n/format.ts';
import { useT } from '../../../i18n/use-locale.ts';
import { openApplication } from '../../../server/apply.server.ts';
import { servicesContext } from '../../../server/context.server.ts';
import type { Route } from './+types/saved.ts';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { procedure, draft, pages } = await openApplication(request, context, params.code);
  const { PUBLIC_URL } = context.get(servicesContext).env;
  return {
    code: procedure.code,
    until: draft.expiresAt,
    link: `${PUBLIC_URL}/ban-khai/${draft.token}`,
    page: pages[Math.min(draft.page, pages.length - 1)]?.key ?? '',
  };
}

export default function Saved({ loaderData: { code, until, link, page } }: Route.ComponentProps) {
  const t = useT(apply);
  return (
    <div className="mc-column mc-stack">
      <PageTitle>{t('savedTitle')}</PageTitle>
      <h1>{t('savedTitle')}</h1>
      <p>{t('savedText')}</p>
      <p>{t('savedUntil', { until: date(until) })}</p>
      <p>{t('savedLink')}</p>
      <p>
        <label className="mc-label" htmlFor="duong-dan">
          {t('savedLinkLabel')}
        </label>
        <input id="duong-dan" className="mc-input" readOnly value={link} />
      </p>
      <p>
        <Link className="mc-button" to={`/thu-tuc/${code}/nop/${page}`}>
          {t('resume')}
        </Link>
      </p>
    </div>
  );
}
