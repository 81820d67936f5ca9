/** Dossiers found by code, reference or name, closed ones too. */
import { Form, Link } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import { pageUrl, requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import { TaskRow } from '../../staff/components/task-row.tsx';
import { dossierHref } from '../../staff/inbox-query.ts';
import type { Route } from './+types/search.ts';

const MOST = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  const search = (pageUrl(request).searchParams.get('tim') ?? '').trim().slice(0, 100);
  return answering(context, async () => ({
    search,
    rows: search === '' ? [] : await getRuntime(context).searchDossiers(official, { search, limit: MOST }),
  }));
}

export default function Search({ loaderData: { search, rows } }: Route.ComponentProps) {
  const t = useT(staff);
  return (
    <div className="sf-page">
      <PageTitle>{t('searchTitle')}</PageTitle>
      <h1 className="sf-page__title">{search === '' ? t('searchTitle') : t('searchResults', { search })}</h1>
      <Form role="search" aria-label={t('searchDossier')} className="sf-find">
        <label className="mc-label" htmlFor="tim-ho-so">
          {t('searchDossier')}
        </label>
        <p className="mc-hint" id="tim-ho-so-goi-y">
          {t('searchHint')}
        </p>
        <div className="sf-find__row">
          <input
            id="tim-ho-so"
            key={search}
            name="tim"
            type="search"
            className="mc-input"
            defaultValue={search}
            aria-describedby="tim-ho-so-goi-y"
            maxLength={100}
          />
          <button type="submit" className="sf-button">
            {t('search')}
          </button>
        </div>
      </Form>
      {rows.length > 0 ? (
        <div className="sf-list sf-list--page">
          <ul className="sf-rows" aria-label={t('searchTitle')}>
            {rows.map((row) => (
              <TaskRow key={row.dossierId} row={row} to={dossierHref(row.dossierId)} current={false} />
            ))}
          </ul>
        </div>
      ) : search === '' ? null : (
        <p className="sf-page__none">
          {t('searchNone')} <Link to="/can-bo/viec">{t('inbox')}</Link>
        </p>
      )}
    </div>
  );
}
