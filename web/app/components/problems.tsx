/** The list of what is wrong, on top of the page, each a link to its place; looks like the summary of forms/. */
import { fieldId } from '../../../forms/render/index.ts';
import { catalogue } from '../i18n/translate.ts';
import { useT } from '../i18n/use-locale.ts';

const words = catalogue({ title: 'Có chỗ cần sửa' }, { title: 'Something needs to be corrected' });

export interface Problem {
  readonly text: string;
  /** Where to go: an address, or the path of a form field on this page. */
  readonly href?: string;
  readonly path?: string;
}

export function Problems({ items }: { items: readonly Problem[] }) {
  const t = useT(words);
  return (
    <div
      className="mc-error-summary"
      role="alert"
      tabIndex={-1}
      data-error-summary=""
      aria-labelledby="error-summary-title"
    >
      <h2 className="mc-error-summary__title" id="error-summary-title">
        {t('title')}
      </h2>
      <ul className="mc-error-summary__list">
        {items.map((item) => {
          const href = item.path ? `#${fieldId(item.path)}` : item.href;
          return <li key={`${href}${item.text}`}>{href ? <a href={href}>{item.text}</a> : item.text}</li>;
        })}
      </ul>
    </div>
  );
}
