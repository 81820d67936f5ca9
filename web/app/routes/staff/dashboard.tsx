/** Few figures of a unit, each the way to its list. */
import { Form, Link } from 'react-router';
import { PageTitle } from '../../components/page-title.tsx';
import { count } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { pageUrl, requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering, notFound } from '../../server/errors.server.ts';
import { DayChart } from '../../staff/components/day-chart.tsx';
import { FailurePane } from '../../staff/components/failure-pane.tsx';
import { inboxHref } from '../../staff/inbox-query.ts';
import { ownUnits } from '../../staff/server/staff-page.server.ts';
import type { Route } from './+types/dashboard.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answering(context, async () => {
    const units = await ownUnits(context, official);
    const wanted = pageUrl(request).searchParams.get('don-vi');
    const unit = units.find((one) => one.id === wanted) ?? units[0];
    if (!unit) throw notFound(context);
    return { units, unit, board: await getRuntime(context).dashboard(official, unit.id) };
  });
}

export default function Dashboard({ loaderData: { units, unit, board } }: Route.ComponentProps) {
  const t = useT(staff);
  const locale = useLocale();
  const returned = board.returnedOnTime + board.returnedLate;
  return (
    <div className="sf-page">
      <PageTitle>{t('dashboardTitle')}</PageTitle>
      <header className="sf-page__head">
        <h1 className="sf-page__title">{pick(unit.name, locale)}</h1>
        {units.length > 1 ? (
          <Form className="sf-page__switch">
            <label className="mc-hidden" htmlFor="don-vi">
              {t('unit')}
            </label>
            <select id="don-vi" name="don-vi" className="mc-input" defaultValue={unit.id}>
              {units.map((one) => (
                <option key={one.id} value={one.id}>
                  {pick(one.name, locale)}
                </option>
              ))}
            </select>
            <button type="submit" className="sf-button sf-button--quiet">
              {t('show')}
            </button>
          </Form>
        ) : null}
      </header>
      <ul className="sf-figures">
        <Figure value={board.inProgress} label={t('inProgress')} to={inboxHref({ scope: 'unit' })} />
        <Figure
          value={board.dueSoon}
          label={t('dueSoonCount')}
          to={inboxHref({ scope: 'unit', due: 'soon' })}
          tone="soon"
        />
        <Figure
          value={board.late}
          label={t('lateCount')}
          to={inboxHref({ scope: 'unit', due: 'late' })}
          tone="late"
        />
        <Figure value={board.waitingApplicant} label={t('waitingApplicant')} />
        <Figure value={board.received} label={t('received')} />
        <Figure
          value={returned === 0 ? '–' : `${Math.round((100 * board.returnedOnTime) / returned)} %`}
          label={t('onTimeRate')}
          note={`${t('returnedOnTime')}: ${count(board.returnedOnTime, locale)} · ${t('returnedLate')}: ${count(board.returnedLate, locale)}`}
          tone="done"
        />
      </ul>
      <div className="sf-boards">
        <section className="sf-board" aria-labelledby="theo-buoc">
          <h2 className="sf-part__title" id="theo-buoc">
            {t('byStep')}
          </h2>
          {board.byStep.length === 0 ? (
            <p className="mc-hint">{t('noFigures')}</p>
          ) : (
            <table className="sf-table">
              <thead>
                <tr>
                  <th scope="col">{t('step')}</th>
                  <th scope="col" className="sf-num">
                    {t('openCount')}
                  </th>
                  <th scope="col" className="sf-num">
                    {t('lateCount')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {board.byStep.map((step) => (
                  <tr key={step.elementId}>
                    <th scope="row">
                      <Link to={inboxHref({ scope: 'unit', element: step.elementId })}>
                        {pick(step.name, locale)}
                      </Link>
                    </th>
                    <td className="sf-num">{count(step.open, locale)}</td>
                    <td className="sf-num">
                      {step.late > 0 ? (
                        <Link to={inboxHref({ scope: 'unit', element: step.elementId, due: 'late' })}>
                          {count(step.late, locale)}
                        </Link>
                      ) : (
                        0
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section className="sf-board" aria-labelledby="theo-ngay">
          <h2 className="sf-part__title" id="theo-ngay">
            {t('perDay')}
          </h2>
          <DayChart days={board.perDay} />
        </section>
      </div>
    </div>
  );
}

function Figure({
  value,
  label,
  to,
  note,
  tone,
}: {
  value: number | string;
  label: string;
  to?: string;
  note?: string;
  tone?: 'soon' | 'late' | 'done';
}) {
  const locale = useLocale();
  const quiet = value === 0 || value === '–';
  const inner = (
    <>
      <span className="sf-figure__value">{typeof value === 'number' ? count(value, locale) : value}</span>
      <span className="sf-figure__label">{label}</span>
      {note ? <span className="sf-figure__note">{note}</span> : null}
    </>
  );
  return (
    <li className={`sf-figure${tone && !quiet ? ` sf-figure--${tone}` : ''}`}>
      {to ? (
        <Link className="sf-figure__link" to={to}>
          {inner}
        </Link>
      ) : (
        <div className="sf-figure__link">{inner}</div>
      )}
    </li>
  );
}

export function ErrorBoundary() {
  return <FailurePane />;
}
