/** All mistakes of a page on top, each a link to its field. The script (or autofocus) moves the focus here. */
import type { FieldError, Locale } from '../types.ts';
import { fieldId } from './context.ts';
import { word } from './words.ts';

export function ErrorSummary({
  errors,
  locale,
  title,
}: {
  errors: readonly FieldError[];
  locale: Locale;
  title?: string;
}) {
  if (errors.length === 0) return null;
  return (
    <div
      className="mc-error-summary"
      role="alert"
      aria-labelledby="error-summary-title"
      tabIndex={-1}
      data-error-summary=""
    >
      <h2 className="mc-error-summary__title" id="error-summary-title">
        {title ?? word(locale, errors.length === 1 ? 'summaryOne' : 'summaryMany', { count: errors.length })}
      </h2>
      <ul className="mc-error-summary__list">
        {errors.map((error) => (
          <li key={error.path}>
            <a href={`#${fieldId(error.path)}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
