/** Home: find a procedure, or see where a dossier is. */
import { Link } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { ProcedureList } from '../../components/procedure-list.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { home } from '../../i18n/home.ts';
import { useT } from '../../i18n/use-locale.ts';
import { getRuntime } from '../../server/context.server.ts';
import type { Route } from './+types/home.ts';

const MOST_SHOWN = 12;

export async function loader({ context }: Route.LoaderArgs) {
  const procedures = await getRuntime(context).listProcedures();
  return { procedures: procedures.slice(0, MOST_SHOWN), more: procedures.length > MOST_SHOWN };
}

export default function Home({ loaderData: { procedures, more } }: Route.ComponentProps) {
  const t = useT(home);
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <div className="mc-hero">
        <h1>{t('title')}</h1>
        <SearchBox label={t('lead')} prominent />
      </div>
      <div className="mc-cards">
        <Entry title={t('apply')} text={t('applyText')} to="/thu-tuc" action={t('applyAction')} primary />
        <Entry title={t('track')} text={t('trackText')} to="/tra-cuu" action={t('trackAction')} />
      </div>
      <section aria-labelledby="truc-tuyen" className="mc-block">
        <h2 id="truc-tuyen">{t('online')}</h2>
        {procedures.length > 0 ? (
          <ProcedureList procedures={procedures} level={3} />
        ) : (
          <p>{t('list.empty')}</p>
        )}
        {more ? (
          <p>
            <Link to="/thu-tuc">{t('list.showAll')}</Link>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="bon-buoc" className="mc-block">
        <h2 id="bon-buoc">{t('howTitle')}</h2>
        <ol className="mc-four">
          {(['1', '2', '3', '4'] as const).map((step) => (
            <li key={step}>
              <h3>{t(`how.${step}`)}</h3>
              <p>{t(`how.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Entry({
  title,
  text,
  to,
  action,
  primary = false,
}: {
  title: string;
  text: string;
  to: string;
  action: string;
  primary?: boolean;
}) {
  return (
    <section className="mc-card">
      <h2>{title}</h2>
      <p>{text}</p>
      <p>
        <Link className={primary ? 'mc-button' : 'mc-button mc-button--quiet'} to={to}>
          {action}
        </Link>
      </p>
    </section>
  );
}
