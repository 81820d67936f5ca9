/** What the applicant declared, for reading beside the papers. */

import { ReviewList } from '../../../../forms/render/index.ts';
import type { Form, FormData } from '../../../../forms/types.ts';
import { date } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { useLocale, useT } from '../../i18n/use-locale.ts';
import { documentHref } from '../inbox-query.ts';
import type { DossierFacts } from '../server/task-page.server.ts';

export function Declared({
  form,
  data,
  dossier,
  open = true,
}: {
  form: Form;
  data: FormData;
  dossier: DossierFacts;
  open?: boolean;
}) {
  const t = useT(staff);
  const locale = useLocale();
  return (
    <details className="sf-fold sf-declared" open={open}>
      <summary>{t('declared')}</summary>
      <p className="mc-hint">
        {t('declaredHint', { date: date(dossier.submittedAt), channel: t(`channel.${dossier.channel}`) })}
      </p>
      <ReviewList
        form={form}
        data={data}
        locale={locale}
        level={3}
        filledOnly
        fileHref={(ref) => documentHref(ref.id)}
      />
    </details>
  );
}
