/** One dossier for reading: where it stands, what was declared, papers, history. */
import { Link } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { formOf } from '../../server/apply.server.ts';
import { requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import { localeOf } from '../../server/locale.server.ts';
import { Declared } from '../../staff/components/declared.tsx';
import { Earlier } from '../../staff/components/earlier.tsx';
import { Facts } from '../../staff/components/facts.tsx';
import { FailurePane } from '../../staff/components/failure-pane.tsx';
import { Icon } from '../../staff/components/icons.tsx';
import { Papers } from '../../staff/components/papers.tsx';
import { TaskRow } from '../../staff/components/task-row.tsx';
import { Timeline } from '../../staff/components/timeline.tsx';
import { inboxHref } from '../../staff/inbox-query.ts';
import { dossierFacts, earlierWork } from '../../staff/server/task-page.server.ts';
import type { Route } from './+types/dossier.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answering(context, async () => {
    const dossier = await getRuntime(context).getDossier({ kind: 'official', official }, params.dossierId);
    return {
      dossier: dossierFacts(dossier),
      procedureName: dossier.package.name,
      application: formOf(dossier.applicationForm, localeOf(request)),
      declared: dossier.data,
      work: earlierWork(dossier, localeOf(request)),
    };
  });
}

export default function Dossier({
  loaderData: { dossier, procedureName, application, declared, work },
}: Route.ComponentProps) {
  const t = useT(staff);
  const locale = useLocale();
  const code = dossier.code ?? dossier.reference;
  return (
    <div className="sf-task sf-task--page">
      <PageTitle>{`${t('dossier')} ${code}`}</PageTitle>
      <header className="sf-head">
        <div className="sf-head__line">
          <Link className="sf-head__back" to="/can-bo/viec">
            <Icon name="back" />
            {t('inbox')}
          </Link>
        </div>
        <h1 className="sf-head__title">
          {t('dossier')} <span className="sf-mono">{code}</span>
        </h1>
        <p className="sf-head__sub">{pick(procedureName, locale)}</p>
      </header>
      <div className="sf-task__columns">
        <div className="sf-task__left">
          <Facts dossier={dossier} />
          <section className="sf-part" aria-labelledby="viec-dang-mo">
            <h2 className="sf-part__title" id="viec-dang-mo">
              {t('openTasks')}
            </h2>
            {dossier.openTasks.length === 0 ? (
              <p className="mc-hint">{t('noOpenTasks')}</p>
            ) : (
              <div className="sf-list sf-list--page">
                <ul className="sf-rows" aria-label={t('openTasks')}>
                  {dossier.openTasks.map((row) => (
                    <TaskRow
                      key={row.id}
                      row={row}
                      to={inboxHref({ scope: 'unit' }, row.id)}
                      current={false}
                    />
                  ))}
                </ul>
              </div>
            )}
          </section>
          <section className="sf-part" aria-labelledby="qua-trinh">
            <h2 className="sf-part__title" id="qua-trinh">
              {t('timeline')}
            </h2>
            <Timeline entries={dossier.timeline} />
          </section>
          <Earlier work={work} open />
          <Declared form={application} data={declared} dossier={dossier} />
        </div>
        <Papers documents={dossier.documents} preview={null} />
      </div>
    </div>
  );
}

export function ErrorBoundary() {
  return <FailurePane />;
}
