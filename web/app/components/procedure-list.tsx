/** Procedures grouped by field, each a link with one sentence. */
import { Link } from 'react-router';
import type { ProcedureSummary } from '../../../engine/runtime/api.ts';
import { pick } from '../i18n/translate.ts';
import { useLocale } from '../i18n/use-locale.ts';

export function ProcedureList({
  procedures,
  level = 2,
}: {
  procedures: readonly ProcedureSummary[];
  level?: 2 | 3;
}) {
  const locale = useLocale();
  const Heading = level === 2 ? 'h2' : 'h3';
  const groups = Map.groupBy(procedures, (procedure) => procedure.field.code);
  return [...groups].map(([code, members]) => (
    <section key={code} aria-labelledby={`linh-vuc-${code}`} className="mc-group">
      <Heading id={`linh-vuc-${code}`}>{members[0] ? pick(members[0].field.name, locale) : code}</Heading>
      <ul className="mc-list">
        {members.map((procedure) => (
          <li key={procedure.code}>
            <Link to={`/thu-tuc/${procedure.code}`}>{pick(procedure.name, locale)}</Link>
            <p>{pick(procedure.summary, locale)}</p>
          </li>
        ))}
      </ul>
    </section>
  ));
}
