/** Papers of a dossier, the result first. */
import type { DossierDocument } from '../../../engine/runtime/api.ts';
import { dateTime, fileSize } from '../i18n/format.ts';
import { tracking } from '../i18n/tracking.ts';
import { pick } from '../i18n/translate.ts';
import { useLocale, useT } from '../i18n/use-locale.ts';

const order = ['result', 'draft', 'slip', 'upload'] as const;

export function DocumentList({ documents, base }: { documents: readonly DossierDocument[]; base: string }) {
  const t = useT(tracking);
  const locale = useLocale();
  const groups = order
    .map((kind) => ({ kind, members: documents.filter((one) => one.kind === kind) }))
    .filter(({ members }) => members.length > 0);
  return groups.map(({ kind, members }) => (
    <div key={kind} className="mc-documents" data-kind={kind}>
      <h3>{t(`kind.${kind}`)}</h3>
      <ul>
        {members.map((one) => (
          <li key={one.id}>
            <a href={`${base}/${one.id}`}>
              <span className="mc-hidden">{t('download')}: </span>
              {pick(one.title, locale)}
            </a>
            <span className="mc-soft">
              {one.name} · {fileSize(one.size, locale)} · {dateTime(one.createdAt)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ));
}
