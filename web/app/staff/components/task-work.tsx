/** The work pane of one task. */
import { Form, Link, useSearchParams } from 'react-router';
import { ErrorSummary } from '../../../../forms/render/index.ts';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { dateTime } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { dossierHref, inboxHref, readInboxQuery } from '../inbox-query.ts';
import type { TaskAnswer } from '../server/task-act.server.ts';
import type { TaskPage } from '../server/task-page.server.ts';
import { choiceId, Decision } from './decision.tsx';
import { Declared } from './declared.tsx';
import { Due } from './due.tsx';
import { Earlier } from './earlier.tsx';
import { Facts } from './facts.tsx';
import { HandOver } from './hand-over.tsx';
import { Icon } from './icons.tsx';
import { Papers } from './papers.tsx';
import { Timeline } from './timeline.tsx';

export interface TaskProps {
  readonly page: TaskPage;
  readonly answer: TaskAnswer | undefined;
}

export function TaskWork({ page, answer }: TaskProps) {
  const t = useT(staff);
  const locale = useLocale();
  const open = page.task.status === 'open';
  const papers = <Papers documents={page.dossier.documents} taskId={page.task.id} preview={page.preview} />;
  return (
    <>
      <Head page={page} />
      <Notices page={page} answer={answer} />
      <ErrorSummary errors={answer?.errors ?? []} locale={locale} />
      <div className="sf-task__columns">
        {/* What is about to be signed is looked at first, also where all stands in one column. */}
        {page.preview ? papers : null}
        <div className="sf-task__left">
          <Earlier work={page.work} open={page.preview !== null || page.work.some((one) => one.words)} />
          <Declared
            form={page.application}
            data={page.declared}
            dossier={page.dossier}
            open={page.preview === null}
          />
          {open && page.task.hindrance === null ? <Decision page={page} answer={answer} /> : null}
          <details className="sf-fold">
            <summary>{t('facts')}</summary>
            <Facts dossier={page.dossier} />
          </details>
          <details className="sf-fold">
            <summary>{t('timelineCount', { count: page.dossier.timeline.length })}</summary>
            <Timeline entries={page.dossier.timeline} />
          </details>
          {open && page.candidates.length > 0 ? <HandOver page={page} answer={answer} /> : null}
        </div>
        {page.preview ? null : papers}
      </div>
    </>
  );
}

function Head({ page: { task, dossier, mine } }: { page: TaskPage }) {
  const t = useT(staff);
  const locale = useLocale();
  const [params] = useSearchParams();
  return (
    <header className="sf-head">
      <div className="sf-head__line">
        <Link className="sf-head__back" to={inboxHref(readInboxQuery(params))}>
          <Icon name="back" />
          {t('backToList')}
        </Link>
        <Link className="sf-head__code" to={dossierHref(task.dossierId)}>
          {task.code ?? task.reference}
        </Link>
        <span className="sf-head__due">
          <Due row={task} />
        </span>
      </div>
      <h1 className="sf-head__title" tabIndex={-1}>
        {task.applicantName}
        {task.subject ? <span className="sf-head__subject"> · {task.subject}</span> : null}
      </h1>
      <p className="sf-head__sub">
        {pick(task.procedureName, locale)} · {pick(dossier.competentUnit.name, locale)}
        {task.supplemented ? (
          <span className="sf-chip sf-chip--supplemented">{t('supplemented')}</span>
        ) : null}
      </p>
      <div className="sf-ask">
        <div>
          <h2 className="sf-ask__title">{pick(task.stepName, locale)}</h2>
          <p>{pick(task.ask, locale)}</p>
          {task.status === 'open' && task.hindrance === null ? <Ways actions={task.actions} /> : null}
        </div>
        {task.status === 'open' ? <Holding task={task} mine={mine} /> : null}
      </div>
      {task.presence.length > 0 ? (
        <p className="sf-presence" role="status">
          <Icon name="person" />
          {t('presence', { names: task.presence.join(', ') })}
        </p>
      ) : null}
    </header>
  );
}

/** What can be decided, each leading to its part below, where its consequence stands. */
function Ways({ actions }: { actions: TaskPage['task']['actions'] }) {
  const locale = useLocale();
  return (
    <ul className="sf-ways">
      {actions.map((action) => (
        <li key={action.id}>
          <a
            className={action.tone === 'danger' ? 'sf-ways__danger' : undefined}
            href={`#${choiceId(action.id)}`}
          >
            {pick(action.label, locale)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Who holds the task; claiming and giving back. */
function Holding({ task, mine }: { task: TaskPage['task']; mine: boolean }) {
  const t = useT(staff);
  if (task.assigneeId !== null && !mine)
    return (
      <p className="sf-ask__holder">
        <Icon name="person" />
        {t('heldBy', { name: task.assigneeName ?? '' })}
      </p>
    );
  return (
    <Form method="post" className="sf-ask__claim">
      <CsrfInput />
      {mine ? (
        <>
          <span className="sf-ask__holder">
            <Icon name="person" />
            {t('heldByMe')}
          </span>
          <button type="submit" className="sf-linklike" name="intent" value="release">
            {t('release')}
          </button>
        </>
      ) : (
        <button
          type="submit"
          className="sf-button"
          name="intent"
          value="claim"
          data-key="c"
          title={t('claimHint')}
        >
          {t('claim')}
          <span className="sf-kbd" aria-hidden="true">
            C
          </span>
        </button>
      )}
    </Form>
  );
}

/** Everything that stands between the reader and acting, in words. */
function Notices({ page: { task }, answer }: TaskProps) {
  const t = useT(staff);
  const locale = useLocale();
  const [params] = useSearchParams();
  const toDossier = (
    <p className="sf-note__links">
      <Link to={dossierHref(task.dossierId)}>{t('seeDossier')}</Link>
      <Link to={inboxHref(readInboxQuery(params))}>{t('backToList')}</Link>
    </p>
  );
  return (
    <>
      {answer?.signedInAgain ? (
        <p className="mc-note mc-note--done" role="status">
          {t('sessionBack')}
        </p>
      ) : null}
      {answer?.refused ? (
        <div className="mc-note mc-note--problem" role="alert" tabIndex={-1} data-error-summary="">
          {answer.refused.status === 409 ? <h2 className="sf-note__title">{t('conflictTitle')}</h2> : null}
          <p>{pick(answer.refused.text, locale)}</p>
          {answer.refused.status === 422 ? null : toDossier}
        </div>
      ) : null}
      {task.status === 'done' && !answer?.refused ? (
        <div className="mc-note mc-note--done" role="status">
          <h2 className="sf-note__title">{t('doneTitle')}</h2>
          <p>{t('doneText', { name: task.doneBy ?? '', time: task.doneAt ? dateTime(task.doneAt) : '' })}</p>
          {toDossier}
        </div>
      ) : null}
      {task.status === 'gone' && !answer?.refused ? (
        <div className="mc-note mc-note--soon" role="status">
          <h2 className="sf-note__title">{t('goneTitle')}</h2>
          <p>{t('goneText')}</p>
          {toDossier}
        </div>
      ) : null}
      {task.status === 'open' && task.hindrance ? (
        <p className="mc-note mc-note--soon">{pick(task.hindrance, locale)}</p>
      ) : null}
    </>
  );
}
