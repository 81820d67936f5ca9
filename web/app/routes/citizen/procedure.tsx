/** One procedure: how long, how much, what is needed, where; then the steps; the law last. */
import { Link } from 'react-router';
import type { Unit } from '../../../../engine/routing/types.ts';
import type { ProcedurePackage } from '../../../../engine/runtime/package/schema.ts';
import { PageTitle } from '../../components/page-title.tsx';
import { money } from '../../i18n/format.ts';
import { procedure as messages, timeLimit } from '../../i18n/procedure.ts';
import { pick } from '../../i18n/translate.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { getRuntime } from '../../server/context.server.ts';
import { currentDraft } from '../../server/draft.server.ts';
import type { Route } from './+types/procedure.ts';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const view = await getRuntime(context).getProcedure(params.code);
  const draft = await currentDraft(request, context, view.code);
  return { pack: view.package, units: view.units, hasDraft: draft !== undefined };
}

export default function Procedure({ loaderData: { pack, units, hasDraft } }: Route.ComponentProps) {
  const t = useT(messages);
  const locale = useLocale();
  return (
    <article className="mc-procedure">
      <PageTitle>{pick(pack.name, locale)}</PageTitle>
      <header className="mc-column mc-stack">
        <p className="mc-hint">{pick(pack.field.name, locale)}</p>
        <h1>{pick(pack.name, locale)}</h1>
        <p>{pick(pack.summary, locale)}</p>
        {pack.channels.some((channel) => channel.method === 'ONLINE') ? (
          <p>
            <Link className="mc-button" to={`/thu-tuc/${pack.code}/nop`}>
              {hasDraft ? t('resume') : t('apply')}
            </Link>
          </p>
        ) : null}
      </header>
      <div className="mc-facts">
        <Times pack={pack} />
        <Fees pack={pack} />
        <Papers pack={pack} />
        <Places pack={pack} units={units} />
      </div>
      <div className="mc-column mc-stack">
        <h2>{t('steps')}</h2>
        <ol className="mc-steps">
          {pack.steps.map((step) => (
            <li key={step.vi}>{pick(step, locale)}</li>
          ))}
        </ol>
        <h2>{t('result')}</h2>
        <ul className="mc-bullets">
          {pack.results.map((result) => (
            <li key={result.key}>{pick(result.name, locale)}</li>
          ))}
        </ul>
        <h2>{t('who')}</h2>
        <ul className="mc-bullets">
          {pack.subjects.map((subject) => (
            <li key={subject.vi}>{pick(subject, locale)}</li>
          ))}
        </ul>
        <Law pack={pack} />
      </div>
    </article>
  );
}

function Times({ pack }: { pack: ProcedurePackage }) {
  const t = useT(messages);
  const locale = useLocale();
  const spans = [...new Set(pack.cases.map(({ duration }) => timeLimit(t, duration)))];
  return (
    <section className="mc-fact" aria-labelledby="bao-lau">
      <h2 id="bao-lau">{t('howLong')}</h2>
      <p className="mc-fact__answer">{spans.join(' – ')}</p>
      <ul className="mc-fact__more">
        {pack.cases.map((one) => (
          <li key={one.code}>{pick(one.name, locale)}</li>
        ))}
      </ul>
    </section>
  );
}

function Fees({ pack }: { pack: ProcedurePackage }) {
  const t = useT(messages);
  const locale = useLocale();
  const amount = (value: number | null) =>
    value === null ? t('byCouncil') : value === 0 ? t('free') : money(value);
  const first = pack.fees[0];
  return (
    <section className="mc-fact" aria-labelledby="bao-nhieu-tien">
      <h2 id="bao-nhieu-tien">{t('howMuch')}</h2>
      <p className="mc-fact__answer">{first ? amount(first.amount) : t('free')}</p>
      <ul className="mc-fact__more">
        {pack.fees.map((fee) => (
          <li key={fee.code}>
            {pick(fee.name, locale)}: <strong>{amount(fee.amount)}</strong>
            {fee.note ? <span className="mc-soft"> {pick(fee.note, locale)}.</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Papers({ pack }: { pack: ProcedurePackage }) {
  const t = useT(messages);
  return (
    <section className="mc-fact mc-fact--wide" aria-labelledby="can-gi">
      <h2 id="can-gi">{t('whatNeeded')}</h2>
      <p className="mc-fact__answer">
        {t('papersMust', { count: pack.components.filter((one) => one.required).length })}
      </p>
      <PaperList title={t('submitPapers')} papers={pack.components.filter((one) => one.kind === 'submit')} />
      <PaperList
        title={t('presentPapers')}
        papers={pack.components.filter((one) => one.kind === 'present')}
      />
    </section>
  );
}

function PaperList({ title, papers }: { title: string; papers: ProcedurePackage['components'] }) {
  const t = useT(messages);
  const locale = useLocale();
  if (papers.length === 0) return null;
  const ordered = papers.toSorted((a, b) => Number(b.required) - Number(a.required));
  return (
    <>
      <h3>{title}</h3>
      <ul className="mc-papers">
        {ordered.map((paper) => (
          <li key={paper.code} className={paper.required ? 'mc-papers__must' : undefined}>
            <span>{pick(paper.name, locale)}</span>
            {paper.required ? null : <span className="mc-tag">{t('ifNeeded')}</span>}
            {paper.condition ? <p className="mc-soft">{pick(paper.condition, locale)}.</p> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Places({ pack, units }: { pack: ProcedurePackage; units: readonly Unit[] }) {
  const t = useT(messages);
  const locale = useLocale();
  const [first, ...others] = pack.channels.toSorted(
    (a, b) => Number(b.method === 'ONLINE') - Number(a.method === 'ONLINE'),
  );
  const label = { ONLINE: t('online'), DIRECT: t('direct'), POSTAL: t('postal') };
  if (!first) return null;
  return (
    <section className="mc-fact mc-fact--wide" aria-labelledby="nop-o-dau">
      <h2 id="nop-o-dau">{t('where')}</h2>
      <p className="mc-fact__answer">{label[first.method]}</p>
      {first.note ? <p className="mc-fact__more">{pick(first.note, locale)}</p> : null}
      <ul className="mc-fact__more">
        {others.map((channel) => (
          <li key={channel.method}>
            <strong>{label[channel.method]}</strong>
            {channel.note ? <span className="mc-soft"> {pick(channel.note, locale)}</span> : null}
          </li>
        ))}
      </ul>
      <ul className="mc-places">
        {units.map((unit) => (
          <li key={unit.id}>
            <strong>{pick(unit.name, locale)}</strong>
            <br />
            {unit.address}
            <br />
            {t('phone')}: <a href={`tel:${unit.phone.replace(/\s/g, '')}`}>{unit.phone}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Law({ pack }: { pack: ProcedurePackage }) {
  const t = useT(messages);
  const locale = useLocale();
  return (
    <details className="mc-details">
      <summary>
        {t('law')} ({pack.legalBasis.length})
      </summary>
      <ul className="mc-bullets">
        {pack.legalBasis.map((act) => (
          <li key={act.code}>{act.name.includes(act.code) ? act.name : `${act.code}: ${act.name}`}</li>
        ))}
      </ul>
      <p className="mc-soft">
        {t('code', { code: pack.code })}. {t('decision')}: {pick(pack.decision, locale)}.
      </p>
    </details>
  );
}
