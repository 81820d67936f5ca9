/** The page of one dossier: where it is, when it is ready and why then, what to do, what has happened. */
import { Form, Link } from 'react-router';
import type { TrackingView } from '../../../../../engine/runtime/api.ts';
import { CsrfInput } from '../../../components/csrf-input.tsx';
import { DocumentList } from '../../../components/document-list.tsx';
import { DueExplanation } from '../../../components/due-explanation.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { Progress, Timeline } from '../../../components/timeline.tsx';
import { dateTime, longDateTime } from '../../../i18n/format.ts';
import { tracking } from '../../../i18n/tracking.ts';
import { pick } from '../../../i18n/translate.ts';
import { useLocale, useT } from '../../../i18n/use-locale.ts';
import { getRuntime } from '../../../server/context.server.ts';
import { takeFlash } from '../../../server/session.server.ts';
import { requireApplicant } from '../../../server/tracking.server.ts';
import type { Route } from './+types/tracking.ts';

/** Status codes after which nothing more happens (DVCQG list: 3, 7, 8, 10). */
const CLOSED: readonly number[] = [3, 7, 8, 10];
/** Refused, withdrawn, stopped: the steps ahead will not come. */
const ENDED_EARLY: readonly number[] = [3, 7, 8];

export async function loader({ params, request, context }: Route.LoaderArgs) {
  await requireApplicant(request, context, params.dossierId);
  return {
    view: await getRuntime(context).trackById(params.dossierId),
    told: await takeFlash(request, context),
  };
}

export default function Tracking({ loaderData: { view, told } }: Route.ComponentProps) {
  const t = useT(tracking);
  const locale = useLocale();
  const shownCode = view.code ?? view.reference;
  return (
    <div className="mc-column mc-stack">
      <PageTitle>{t('title', { code: shownCode })}</PageTitle>
      {told ? (
        <p className="mc-note mc-note--done" role="status">
          {told.text}
        </p>
      ) : null}
      <header className="mc-stack">
        <p className="mc-hint">
          {t('title', { code: shownCode })}
          {view.code ? ` · ${t('receiptCode', { code: view.reference })}` : null}
        </p>
        <h1>{pick(view.procedureName, locale)}</h1>
      </header>
      {view.asked ? (
        <p className="mc-note mc-note--soon">
          <strong>{t('jump')}</strong> <a href="#can-lam">{t('jumpLink')}</a>
        </p>
      ) : null}
      <Where view={view} />
      <When view={view} />
      <ToDo view={view} />
      <section aria-labelledby="da-xay-ra" className="mc-part">
        <h2 id="da-xay-ra">{t('happenedTitle')}</h2>
        {view.timeline.length > 0 ? <Timeline entries={view.timeline} /> : <p>{t('noEvents')}</p>}
      </section>
      <section aria-labelledby="giay-to" className="mc-part">
        <h2 id="giay-to">{t('documents')}</h2>
        {view.documents.length > 0 ? (
          <DocumentList documents={view.documents} base={`/ho-so/${view.dossierId}/giay-to`} />
        ) : (
          <p>{t('noDocuments')}</p>
        )}
      </section>
      <footer className="mc-part mc-no-print">
        {view.mayWithdraw ? (
          <p>
            <Link to={`/ho-so/${view.dossierId}/rut`}>{t('withdrawLink')}</Link>
          </p>
        ) : null}
        <Form method="post" action="/tra-cuu/dong">
          <CsrfInput />
          <input type="hidden" name="procedure" value={view.procedureCode} />
          <button type="submit" className="mc-linklike">
            {t('leave')}
          </button>{' '}
          <span className="mc-soft">{t('privacyHint')}</span>
        </Form>
      </footer>
    </div>
  );
}

function Where({ view }: { view: TrackingView }) {
  const t = useT(tracking);
  const locale = useLocale();
  return (
    <section aria-labelledby="o-dau" className="mc-part">
      <h2 id="o-dau">{t('whereTitle')}</h2>
      <p className="mc-answer">{pick(view.statusName, locale)}</p>
      {view.asked ? (
        <p>{t('waitingYou')}</p>
      ) : view.holder ? (
        <p>{t('heldBy', { holder: pick(view.holder, locale) })}</p>
      ) : null}
      {view.delayed ? <p className="mc-note mc-note--soon">{t('delayed')}</p> : null}
      {ENDED_EARLY.includes(view.status) ? null : <Progress milestones={view.milestones} />}
      <p>
        {t('askAbout', { unit: pick(view.unit.name, locale) })}{' '}
        <a href={`tel:${view.unit.phone.replace(/\s/g, '')}`}>{view.unit.phone}</a>.
      </p>
    </section>
  );
}

function When({ view }: { view: TrackingView }) {
  const t = useT(tracking);
  const locale = useLocale();
  const closed = CLOSED.includes(view.status);
  const returned = view.status === 10;
  return (
    <section aria-labelledby="khi-nao" className="mc-part">
      <h2 id="khi-nao">{t('whenTitle')}</h2>
      {closed ? (
        <p className="mc-answer">
          {view.closedAt ? t('finishedAt', { date: longDateTime(view.closedAt, locale) }) : t('finished')}
        </p>
      ) : null}
      {returned && view.due ? (
        <p>{t(view.late ? 'wasLate' : 'onTime', { date: longDateTime(view.due.due, locale) })}</p>
      ) : null}
      {!closed && !view.due ? <p>{t('noDue')}</p> : null}
      {!closed && view.due ? (
        <>
          <p className="mc-answer">{t('due', { date: longDateTime(view.due.due, locale) })}</p>
          {view.remaining ? (
            <p>
              <span className={view.late ? 'mc-tag mc-tag--late' : 'mc-tag'}>
                {pick(view.remaining, locale)}
              </span>
            </p>
          ) : null}
          {view.late ? <p>{t('late')}</p> : null}
          {view.paused ? <p>{t('paused')}</p> : null}
        </>
      ) : null}
      {view.due && (!closed || returned) ? <DueExplanation due={view.due} /> : null}
    </section>
  );
}

function ToDo({ view }: { view: TrackingView }) {
  const t = useT(tracking);
  const locale = useLocale();
  const { asked } = view;
  const results = view.documents.filter((one) => one.kind === 'result');
  return (
    <section aria-labelledby="can-lam" className="mc-part">
      <h2 id="can-lam" tabIndex={-1}>
        {t('todoTitle')}
      </h2>
      {asked ? (
        <div className="mc-note mc-note--soon mc-stack">
          <p>{pick(asked.ask, locale)}</p>
          {asked.dueAt ? (
            <p>
              <strong>{t('before', { date: dateTime(asked.dueAt) })}</strong>
            </p>
          ) : null}
          <p>
            <Link className="mc-button" to={`/ho-so/${view.dossierId}/viec/${asked.id}`}>
              {t('answer')}
            </Link>
          </p>
        </div>
      ) : results.length > 0 ? (
        <div className="mc-note mc-note--done mc-stack">
          <p>{t('resultReady')}</p>
          <p className="mc-buttons">
            {results.map((one) => (
              <a key={one.id} className="mc-button" href={`/ho-so/${view.dossierId}/giay-to/${one.id}`}>
                {t('downloadResult', { title: pick(one.title, locale) })}
              </a>
            ))}
          </p>
        </div>
      ) : (
        <p>{t(CLOSED.includes(view.status) ? 'nothingMore' : 'nothing')}</p>
      )}
    </section>
  );
}
