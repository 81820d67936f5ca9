/** The list of procedures and the answer to a search. */
import { Link } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { ProcedureList } from '../../components/procedure-list.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { home } from '../../i18n/home.ts';
import { useT } from '../../i18n/use-locale.ts';
import { getRuntime } from '../../server/context.server.ts';
import type { Route } from './+types/procedures.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const search = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  return { search, procedures: await getRuntime(context).listProcedures(search ? { search } : {}) };
}

export default function Procedures({ loaderData: { search, procedures } }: Route.ComponentProps) {
  const t = useT(home);
  const count = procedures.length;
  const told = search ? (count > 0 ? 'list.found' : 'list.none') : count > 0 ? 'list.all' : 'list.empty';
  return (
    <div className="mc-column mc-stack">
      <PageTitle>{search ? t(told, { count, search }) : t('list.title')}</PageTitle>
      <h1>{t('list.title')}</h1>
      <SearchBox search={search} label={t('lead')} />
      <p role="status">{t(told, { count, search })}</p>
      {search && count === 0 ? (
        <p>
          {t('list.noneHelp')} <Link to="/thu-tuc">{t('list.showAll')}</Link>
        </p>
      ) : null}
      <ProcedureList procedures={procedures} />
    </div>
  );
}
