/** Giving the task to a colleague, with the reason. */
import { Form } from 'react-router';
import { CsrfInput } from '../../components/csrf-input.tsx';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import type { TaskProps } from './task-work.tsx';

export function HandOver({ page, answer }: TaskProps) {
  const t = useT(staff);
  const wrong = answer?.errors?.find((error) => error.path === 'reassign');
  return (
    <details className="sf-fold" open={wrong !== undefined}>
      <summary>{t('reassign')}</summary>
      <Form method="post" className="mc-stack">
        <CsrfInput />
        <div className={wrong ? 'mc-field mc-field--error' : 'mc-field'} id="f-reassign" tabIndex={-1}>
          {wrong ? <p className="mc-error">{wrong.message}</p> : null}
          <label className="mc-label" htmlFor="to">
            {t('reassignTo')}
          </label>
          <select id="to" name="to" className="mc-input mc-input--medium" defaultValue="">
            <option value="">–</option>
            {page.candidates.map((one) => (
              <option key={one.id} value={one.id}>
                {one.fullName}
              </option>
            ))}
          </select>
        </div>
        <div className="mc-field">
          <label className="mc-label" htmlFor="reassignReason">
            {t('reassignReason')}
          </label>
          <input id="reassignReason" name="reassignReason" className="mc-input" maxLength={500} />
        </div>
        <button type="submit" className="sf-button sf-button--quiet" name="intent" value="reassign">
          {t('reassign')}
        </button>
      </Form>
    </details>
  );
}
