/** The outbox: every effect on the outside, waiting, done or stopped. */
import { Form, Link, redirect } from 'react-router';
import type { OutboxRow } from '../../../../engine/runtime/api.ts';
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
import { dossierHref } from '../../staff/inbox-query.ts';
import type { Route } from './+types/outbox.ts';

const STATES = ['waiting', 'dead', 'done'] as const satisfies readonly OutboxRow['state'][];
const MOST = 200;

const readState = (request: Request): OutboxRow['state'] | undefined => {
  const wanted = pageUrl(request).searchParams.get('tt');
  return STATES.find((state) => state === wanted);
};

export async function loader({ request, context }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  const state = readState(request);
  return answering(context, async () => ({
    state: state ?? null,
    rows: await getRuntime(context).listOutbox(official, { limit: MOST, ...(state ? { state } : {}) }),
  }));
}

export async function action({ request, context }: Route.ActionArgs) {
  const official = await requireOfficial(request, context);
  const form = await readForm(request, context);
  return answering(context, async () => {
    await getRuntime(context).retryOutbox(official, form.value('id'));
    await flash(request, context, { kind: 'done', text: translator(staff, localeOf(request))('retried') });
    const { pathname, search } = pageUrl(request);
    return redirect(pathname + search);
  });
}

export default function Outbox({ loaderData: { rows, state } }: Route.ComponentProps) {
  const t = useT(staff);
  return (
    <section aria-label={t('outbox')}>
      <p className="sf-page__lead">{t('outboxLead')}</p>
      <p className="sf-filters">
        <Link className="sf-filter" to="?" aria-current={state === null ? 'true' : undefined}>
          {t('outbox.all')}
        </Link>
        {STATES.map((one) => (
          <Link
            key={one}
            className="sf-filter"
            to={`?tt=${one}`}
            aria-current={state === one ? 'true' : undefined}
          >
            {t(`outbox.${one}`)}
          </Link>
        ))}
      </p>
      {rows.length === 0 ? (
        <p className="sf-page__none">{t('noOutbox')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="sf-scroll" tabIndex={0} aria-label={t('outboxTable')}>
          <table className="sf-table">
            <thead>
              <tr>
                {(['kind', 'state', 'attempts', 'createdAt', 'nextAt', 'lastError'] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ))}
                <th scope="col">{t('dossier')}</th>
                <th scope="col">
                  <span className="mc-hidden">{t('retry')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Row({ row }: { row: OutboxRow }) {
  const t = useT(staff);
  return (
    <tr>
      <th scope="row">
        {row.kind}
        <span className="sf-table__key" title={t('key')}>
          {row.idempotencyKey}
        </span>
      </th>
      <td>
        <span className={`sf-chip sf-chip--${row.state}`}>{t(`outbox.${row.state}`)}</span>
      </td>
      <td className="sf-num">{row.attempts}</td>
      <td className="sf-table__nowrap">{dateTime(row.createdAt)}</td>
      <td className="sf-table__nowrap">
        {row.state === 'waiting' && row.nextAt ? dateTime(row.nextAt) : '–'}
      </td>
      <td className="sf-table__long">{row.lastError ?? '–'}</td>
      <td className="sf-table__nowrap">
        {row.dossierId ? <Link to={dossierHref(row.dossierId)}>{t('seeDossier')}</Link> : '–'}
      </td>
      <td>
        {row.state === 'dead' ? (
          <Form method="post">
            <CsrfInput />
            <button type="submit" className="sf-button sf-button--quiet" name="id" value={row.id}>
              {t('retry')}
            </button>
          </Form>
        ) : null}
      </td>
    </tr>
  );
}

export function ErrorBoundary() {
  return <FailurePane />;
}
