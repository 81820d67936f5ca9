/** Stopped effects and jobs the engine could not run, with a retry. */
import { Form, Link, redirect } from 'react-router';
import type { Incident } from '../../../../engine/runtime/api.ts';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { dateTime } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { translator } from '../../i18n/translate.ts';
import { useT } from '../../i18n/use-locale.ts';
import { pageUrl, requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import { readForm } from '../../server/form.server.ts';
import { localeOf } from '../../server/locale.server.ts';
import { flash } from '../../server/session.server.ts';
import { FailurePane } from '../../staff/components/failure-pane.tsx';
import { Icon } from '../../staff/components/icons.tsx';
import { dossierHref } from '../../staff/inbox-query.ts';
import type { Route } from './+types/incidents.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  const all = pageUrl(request).searchParams.has('ca-cu');
  return answering(context, async () => ({
    all,
    incidents: await getRuntime(context).listIncidents(official, all ? {} : { open: true }),
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  const official = await requireOfficial(request, context);
  const form = await readForm(request, context);
  return answering(context, async () => {
    await getRuntime(context).retryIncident(official, form.value('id'));
    await flash(request, context, { kind: 'done', text: translator(staff, localeOf(request))('retried') });
    return redirect('/can-bo/van-hanh');
  });
}

export default function Incidents({ loaderData: { incidents, all } }: Route.ComponentProps) {
  const t = useT(staff);
  return (
    <section aria-label={t('incidents')}>
      <p className="sf-page__lead">{t('incidentsLead')}</p>
      <p className="sf-filters">
        <Link className="sf-filter" to="/can-bo/van-hanh" aria-current={all ? undefined : 'true'}>
          {t('openIncidents')}
        </Link>
        <Link className="sf-filter" to="/can-bo/van-hanh?ca-cu=1" aria-current={all ? 'true' : undefined}>
          {t('allIncidents')}
        </Link>
      </p>
      {incidents.length === 0 ? (
        <p className="sf-page__none">{t('noIncidents')}</p>
      ) : (
        <ul className="sf-incidents">
          {incidents.map((incident) => (
            <One key={incident.id} incident={incident} />
          ))}
        </ul>
      )}
    </section>
  );
}

function One({ incident }: { incident: Incident }) {
  const t = useT(staff);
  return (
    <li className={incident.resolvedAt ? 'sf-incident' : 'sf-incident sf-incident--open'}>
      <div className="sf-incident__what">
        <p className="sf-incident__message">{incident.message}</p>
        <p className="mc-hint">
          {incident.kind}
          {incident.element ? ` · ${t('where')} ${incident.element}` : null} · {t('openedAt')}{' '}
          {dateTime(incident.openedAt)}
          {incident.dossierId ? (
            <>
              {' · '}
              <Link to={dossierHref(incident.dossierId)}>{incident.reference ?? t('dossier')}</Link>
            </>
          ) : null}
        </p>
        {incident.resolvedAt ? (
          <p className="sf-incident__resolved">
            <Icon name="check" />
            {t('resolvedBy', { name: incident.resolvedBy ?? '', time: dateTime(incident.resolvedAt) })}
          </p>
        ) : null}
      </div>
      {incident.resolvedAt ? null : (
        <Form method="post" action="/can-bo/van-hanh?index">
          <CsrfInput />
          <button type="submit" className="sf-button" name="id" value={incident.id}>
            <Icon name="refresh" />
            {t('retry')}
            <span className="mc-hidden"> {incident.message}</span>
          </button>
        </Form>
      )}
    </li>
  );
}

export function ErrorBoundary() {
  return <FailurePane />;
}
