/** The dossier in figures: status, dates with their reasons, offices, result. */
import { dateTime, plainDate } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import type { DossierFacts } from '../server/task-page.server.ts';

export function Facts({ dossier }: { dossier: DossierFacts }) {
  const t = useT(staff);
  const locale = useLocale();
  const { due, result } = dossier;
  return (
    <dl className="sf-facts">
      <Fact label={t('status')}>
        {pick(dossier.statusName, locale)}
        {dossier.paused ? <span className="sf-chip sf-chip--soon">{t('paused')}</span> : null}
      </Fact>
      <Fact label={t('reference')}>
        <span className="sf-mono">{dossier.reference}</span>
      </Fact>
      <Fact label={t('submittedAt')}>{dateTime(dossier.submittedAt)}</Fact>
      {dossier.receivedAt ? <Fact label={t('receivedAt')}>{dateTime(dossier.receivedAt)}</Fact> : null}
      {due ? (
        <Fact label={t('dueDate')}>
          {dateTime(due.due)}
          {dossier.remaining ? ` (${pick(dossier.remaining, locale)})` : null}
          <details className="sf-why">
            <summary>{t('whyDue')}</summary>
            <ol>
              {due.steps.map((step) => (
                <li key={`${step.rule}${step.at.toISOString()}`}>
                  {pick(step.text, locale)} <span className="mc-hint">→ {dateTime(step.at)}</span>
                </li>
              ))}
            </ol>
          </details>
        </Fact>
      ) : null}
      <Fact label={t('receptionUnit')}>{pick(dossier.receptionUnit.name, locale)}</Fact>
      <Fact label={t('competentUnit')}>{pick(dossier.competentUnit.name, locale)}</Fact>
      {result ? (
        <Fact label={t('result')}>
          {t('resultNumber', { number: result.number, date: plainDate(result.date) })}
        </Fact>
      ) : null}
      {result?.personalId ? (
        <Fact label={t('personalId')}>
          <span className="sf-mono">{result.personalId}</span>
        </Fact>
      ) : null}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
