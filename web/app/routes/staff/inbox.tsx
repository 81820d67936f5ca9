/** The inbox: list at the left, work at the right. */
import { useEffect, useRef } from 'react';
import {
  Form,
  Link,
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useParams,
  useRevalidator,
} from 'react-router';
import type { Inbox as InboxPage, InboxQuery } from '../../../../engine/runtime/api.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { pageUrl, requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import { Icon } from '../../staff/components/icons.tsx';
import { TaskRow } from '../../staff/components/task-row.tsx';
import { type DueFilter, inboxHref, readInboxQuery, scopes } from '../../staff/inbox-query.ts';
import type { Route } from './+types/inbox.ts';

/** How often an open inbox looks for news. */
const NEWS_MS = 30_000;
const IDLE_MS = 300_000;

export async function loader({ request, context }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  const query = readInboxQuery(pageUrl(request).searchParams);
  return answering(context, async () => ({ inbox: await getRuntime(context).inbox(official, query), query }));
}

/** When somebody was first the list has changed too. */
export const shouldRevalidate = ({
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean =>
  actionStatus === 409 || actionStatus === 404 || defaultShouldRevalidate;

export default function Inbox({ loaderData: { inbox, query } }: Route.ComponentProps) {
  const t = useT(staff);
  const { taskId } = useParams();
  useNews();
  const heading = useFocusAfterwards(taskId);
  return (
    <div className={taskId ? 'sf-inbox sf-inbox--open' : 'sf-inbox'}>
      {taskId ? null : <PageTitle>{`${t(`scope.${query.scope}`)} · ${t('inbox')}`}</PageTitle>}
      <section className="sf-list" aria-label={t('inbox')}>
        <Head inbox={inbox} query={query} heading={taskId ? 'h2' : 'h1'} headingRef={heading} />
        <Rows inbox={inbox} query={query} taskId={taskId} />
      </section>
      {taskId ? (
        <section className="sf-work">
          <Outlet />
        </section>
      ) : (
        <Outlet />
      )}
    </div>
  );
}

/** After the last task of a list the pane with the pressed button is gone: the keyboard goes on at the list. */
function useFocusAfterwards(taskId: string | undefined): React.RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(taskId);
  useEffect(() => {
    if (before.current && !taskId && document.activeElement === document.body) heading.current?.focus();
    before.current = taskId;
  }, [taskId]);
  return heading;
}

/** Looks for news while somebody is working here; an idle page asks for nothing, so that its session can end. */
function useNews(): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    let lastSeen = Date.now();
    const seen = (): void => {
      lastSeen = Date.now();
    };
    const look = (): void => {
      if (document.visibilityState === 'visible' && Date.now() - lastSeen < IDLE_MS) void revalidate();
    };
    const timer = setInterval(look, NEWS_MS);
    for (const name of ['keydown', 'pointermove'] as const)
      document.addEventListener(name, seen, { passive: true });
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const name of ['keydown', 'pointermove'] as const) document.removeEventListener(name, seen);
      document.removeEventListener('visibilitychange', look);
    };
  }, [revalidate]);
}

function Head({
  inbox,
  query,
  heading: Heading,
  headingRef,
}: {
  inbox: InboxPage;
  query: InboxQuery;
  heading: 'h1' | 'h2';
  headingRef: React.RefObject<HTMLHeadingElement | null>;
}) {
  const t = useT(staff);
  const { counts } = inbox;
  return (
    <header className="sf-list__head">
      <Heading className="sf-list__title" ref={headingRef} tabIndex={-1}>
        {t('inbox')}
      </Heading>
      <p className="sf-list__lead">{t(`lead.${query.scope}`)}</p>
      <nav className="sf-tabs" aria-label={t('lists')}>
        {scopes.map((scope) => (
          <Link
            key={scope}
            className="sf-tab"
            to={inboxHref({ scope })}
            aria-current={scope === query.scope ? 'page' : undefined}
          >
            {t(`scope.${scope}`)}
            {scope === 'mine' || scope === 'pool' ? <span className="sf-count">{counts[scope]}</span> : null}
          </Link>
        ))}
      </nav>
      <div className="sf-filters">
        <nav className="sf-filters__due" aria-label={t('filter')}>
          <DueLink query={query} due="late" count={counts.late} />
          <DueLink query={query} due="soon" count={counts.soon} />
        </nav>
        <ListSearch query={query} />
      </div>
      <Active inbox={inbox} query={query} />
    </header>
  );
}

function DueLink({ query, due, count }: { query: InboxQuery; due: DueFilter; count: number }) {
  const t = useT(staff);
  const on = query.due === due;
  return (
    <Link
      className={`sf-filter sf-filter--${due}`}
      to={inboxHref({ ...query, cursor: undefined, due: on ? undefined : due })}
      aria-current={on ? 'true' : undefined}
    >
      <Icon name={due === 'late' ? 'late' : 'clock'} />
      {t(`due.${due}`)}
      <span className="sf-count">{count}</span>
    </Link>
  );
}

function ListSearch({ query }: { query: InboxQuery }) {
  const t = useT(staff);
  const hidden = new URLSearchParams(
    inboxHref({ ...query, search: undefined, cursor: undefined }).split('?')[1] ?? '',
  );
  return (
    <Form action="/can-bo/viec" role="search" aria-label={t('searchList')} className="sf-list__search">
      {[...hidden].map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className="mc-hidden" htmlFor="sf-list-search">
        {t('searchList')}
      </label>
      <Icon name="search" />
      <input
        id="sf-list-search"
        key={query.search ?? ''}
        name="tim"
        type="search"
        placeholder={t('searchList')}
        defaultValue={query.search}
        maxLength={100}
      />
    </Form>
  );
}

/** What narrows the list just now, and how to widen it. */
function Active({ inbox, query }: { inbox: InboxPage; query: InboxQuery }) {
  const t = useT(staff);
  const locale = useLocale();
  if (!query.search && !query.element) return null;
  return (
    <p className="sf-list__active">
      {query.search ? <span>{t('filteredSearch', { search: query.search })}</span> : null}
      {query.element ? (
        <span>
          {inbox.stepName
            ? t('filteredStep', { step: pick(inbox.stepName, locale) })
            : t('filteredUnknownStep')}
        </span>
      ) : null}
      <Link to={inboxHref({ scope: query.scope })}>{t('clearFilters')}</Link>
    </p>
  );
}

function Rows({ inbox, query, taskId }: { inbox: InboxPage; query: InboxQuery; taskId: string | undefined }) {
  const t = useT(staff);
  if (inbox.rows.length === 0) return <Empty inbox={inbox} query={query} />;
  return (
    <>
      <div className="sf-columns" aria-hidden="true">
        <span />
        <span>{t('applicant')}</span>
        <span>{t('step')}</span>
        <span>{t('procedure')}</span>
        <span>{t('code')}</span>
        <span>{t('holder')}</span>
        <span>{t('dueColumn')}</span>
      </div>
      <ul className="sf-rows" aria-label={t('list')}>
        {inbox.rows.map((row) => (
          <TaskRow key={row.id} row={row} to={inboxHref(query, row.id)} current={row.id === taskId} />
        ))}
      </ul>
      {inbox.next ? (
        <p className="sf-list__more">
          <Link className="sf-button sf-button--quiet" to={inboxHref({ ...query, cursor: inbox.next })}>
            {t('more')}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Empty({ inbox, query }: { inbox: InboxPage; query: InboxQuery }) {
  const t = useT(staff);
  const filtered = query.search !== undefined || query.due !== undefined || query.element !== undefined;
  return (
    <div className="sf-empty">
      <Terraces />
      <p className="sf-empty__words">{t(filtered ? 'empty.filtered' : `empty.${query.scope}`)}</p>
      {filtered ? (
        <Link className="sf-button sf-button--quiet" to={inboxHref({ scope: query.scope })}>
          {t('clearFilters')}
        </Link>
      ) : query.scope === 'mine' && inbox.counts.pool > 0 ? (
        <>
          <p>{t('empty.mineMore', { count: inbox.counts.pool })}</p>
          <Link className="sf-button" to={inboxHref({ scope: 'pool' })}>
            {t('showPool')}
          </Link>
        </>
      ) : null}
    </div>
  );
}

/** Rice terraces at rest: the one picture of the staff pages. */
function Terraces() {
  return (
    <svg className="sf-empty__picture" viewBox="0 0 160 80" aria-hidden="true" focusable="false">
      <path d="M4 66c26-12 50-12 76 0s50 12 76 0" />
      <path d="M14 52c22-11 44-11 66 0s44 11 66 0" />
      <path d="M28 38c17-9 35-9 52 0s35 9 52 0" />
      <path d="M46 25c11-6 23-6 34 0s23 6 34 0" />
      <circle cx="122" cy="14" r="7" />
    </svg>
  );
}
