/** Everything entered, page by page, for reading; each block with its link back to the page. */
import { getPath } from '../paths.ts';
import { type SummaryPage, type SummaryRow, summarise } from '../summary.ts';
import type { FileRef, Form, FormData, FormPage, Locale } from '../types.ts';
import { fileRefs, showSize } from '../validate/file.ts';
import { word } from './words.ts';

export interface ReviewListProps {
  readonly form: Form;
  readonly data: FormData;
  readonly locale: Locale;
  /** Address of the page to change it; without it the list is for reading only. */
  readonly editHref?: (page: FormPage, index: number) => string;
  readonly fileHref?: (ref: FileRef) => string;
  /** Leave out rows without entry. */
  readonly filledOnly?: boolean;
  /** False: no page headings (a form of one page under a heading of its own). */
  readonly titles?: boolean;
  /** Level of the page headings. */
  readonly level?: 2 | 3;
}

export function ReviewList({
  form,
  data,
  locale,
  editHref,
  fileHref,
  filledOnly = false,
  titles = true,
  level = 2,
}: ReviewListProps) {
  const Title = level === 2 ? 'h2' : 'h3';
  const Subtitle = level === 2 ? 'h3' : 'h4';
  return (
    <div className="mc-review">
      {pagesOf(form, data, locale, filledOnly).map((summary) => (
        <section key={summary.page.key} className="mc-review__page">
          <header className="mc-review__head">
            {summary.page.title === '' || !titles ? null : (
              <Title className="mc-review__title">{summary.page.title}</Title>
            )}
            {editHref === undefined ? null : (
              <a className="mc-review__edit" href={editHref(summary.page, form.pages.indexOf(summary.page))}>
                {word(locale, 'edit')}
                <span className="mc-hidden"> {summary.page.title}</span>
              </a>
            )}
          </header>
          {groups(summary, filledOnly).map((group) => (
            <div key={group.title} className="mc-review__group">
              {group.title === '' ? null : <Subtitle className="mc-review__subtitle">{group.title}</Subtitle>}
              <dl className="mc-review__list">
                {group.rows.map((row) => (
                  <div key={row.path} className="mc-review__row">
                    <dt>{row.label}</dt>
                    <dd>
                      <Value row={row} data={data} locale={locale} fileHref={fileHref} />
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

function Value({
  row,
  data,
  locale,
  fileHref,
}: {
  row: SummaryRow;
  data: FormData;
  locale: Locale;
  fileHref: ReviewListProps['fileHref'];
}) {
  if (row.value === '') return <span className="mc-review__none">{word(locale, 'empty')}</span>;
  if (row.field.type !== 'file') return row.value;
  return (
    <ul className="mc-review__files">
      {fileRefs(getPath(data, row.path)).map((ref) => (
        <li key={ref.id}>
          {fileHref === undefined ? ref.name : <a href={fileHref(ref)}>{ref.name}</a>}{' '}
          <span className="mc-files__size">{showSize(ref.size)}</span>
        </li>
      ))}
    </ul>
  );
}

const pagesOf = (form: Form, data: FormData, locale: Locale, filledOnly: boolean): readonly SummaryPage[] =>
  summarise(form, data, locale).filter(({ rows }) => !filledOnly || rows.some((row) => row.value !== ''));

function groups(summary: SummaryPage, filledOnly: boolean): { title: string; rows: SummaryRow[] }[] {
  const found: { title: string; rows: SummaryRow[] }[] = [];
  for (const row of summary.rows) {
    if (filledOnly && row.value === '') continue;
    const last = found.find((group) => group.title === row.group);
    if (last === undefined) found.push({ title: row.group, rows: [row] });
    else last.rows.push(row);
  }
  return found;
}
