import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { parseForm, readSubmission, validateForm } from '../index.ts';
import { PLACES, SAMPLE, SAMPLE_DATA } from '../testing/sample.ts';
import type { FieldError, Form, FormData } from '../types.ts';
import { ErrorSummary, FormFields, ReviewList } from './index.ts';

const form: Form = (() => {
  const result = parseForm(SAMPLE);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.form;
})();
const options = { locale: 'vi', now: new Date('2026-11-22T10:00:00Z'), places: PLACES } as const;
const allNodes = form.pages.flatMap((page) => page.nodes);
const html = (data: FormData, errors: readonly FieldError[] = []): string =>
  renderToStaticMarkup(
    <FormFields nodes={allNodes} data={data} errors={errors} locale="vi" ctx={{ places: PLACES }} />,
  );

/** What a browser without script would send for this markup. */
function entriesOf(markup: string): [string, string][] {
  const decode = (text: string): string =>
    text
      .replace(/&quot;/g, '"')
      .replace(/&#x27;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&');
  const attribute = (tag: string, name: string): string | undefined => {
    const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
    return found === undefined ? undefined : decode(found);
  };
  const found: [string, string][] = [];
  for (const match of markup.matchAll(
    /<input[^>]*>|<textarea([^>]*)>([\s\S]*?)<\/textarea>|<select([^>]*)>([\s\S]*?)<\/select>/g,
  )) {
    const [tag] = match;
    const name = attribute(tag, 'name');
    const type = attribute(tag, 'type') ?? '';
    if (name === undefined || type === 'file') continue;
    if (tag.startsWith('<textarea')) found.push([name, decode(match[2] ?? '')]);
    else if (tag.startsWith('<select')) {
      const option = /<option[^>]*selected=""[^>]*>/.exec(tag)?.[0];
      found.push([name, option === undefined ? '' : (attribute(option, 'value') ?? '')]);
    } else if (['radio', 'checkbox'].includes(type)) {
      if (tag.includes('checked=""')) found.push([name, attribute(tag, 'value') ?? 'on']);
    } else found.push([name, attribute(tag, 'value') ?? '']);
  }
  return found;
}

describe('fields as HTML', () => {
  test('what is shown comes back the same when posted without script', () => {
    const shown = validateForm(form, SAMPLE_DATA, options).data;
    // Files are known by what the form held before.
    const posted = readSubmission(form, entriesOf(html(shown)), { birthProof: SAMPLE_DATA.birthProof });
    expect(validateForm(form, posted, options)).toEqual({ data: shown, errors: [] });
  });
  test('wrong entries are shown as typed', () => {
    const wrong = validateForm(
      form,
      {
        ...SAMPLE_DATA,
        copies: 'hai',
        requester: { ...SAMPLE_DATA.requester, birthDate: { day: '31', month: '2', year: '1990' } },
      },
      options,
    );
    const again = readSubmission(form, entriesOf(html(wrong.data)), {});
    expect(again.copies).toBe('hai');
    expect(again.requester).toMatchObject({ birthDate: { day: '31', month: '2', year: '1990' } });
  });
  test('an error is tied to its control and linked from the summary', () => {
    const { data, errors } = validateForm(form, {}, options);
    const page = html(data, errors);
    const summary = renderToStaticMarkup(<ErrorSummary errors={errors} locale="vi" />);
    for (const [, id] of summary.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${id}"`);
    expect(page).toMatch(
      /id="f-requester-fullName"[^>]*aria-describedby="f-requester-fullName-error"[^>]*aria-invalid="true"/,
    );
    expect(summary).toContain('role="alert"');
    for (const [, ids] of page.matchAll(/aria-describedby="([^"]+)"/g))
      for (const id of String(ids).split(' ')) expect(page).toContain(`id="${id}"`);
  });
  test('optional fields are marked, required ones are not', () => {
    const page = html({});
    expect(page).toMatch(/Thư điện tử<span class="mc-optional"> \(không bắt buộc\)/);
    expect(page).not.toMatch(/Họ, chữ đệm, tên<span class="mc-optional">/);
  });
  test('text of data is never markup', () =>
    expect(html({ note: '</textarea><script>x()</script>' })).not.toContain('<script>'));
  test('fields whose condition fails are in the page but hidden', () => {
    expect(html({ motherKnown: 'no' })).toMatch(
      /<div class="mc-when" data-mc-when="[^"]*motherKnown[^"]*" hidden="">/,
    );
    expect(html({ motherKnown: 'yes' })).not.toMatch(/data-mc-when="[^"]*motherKnown[^"]*" hidden="">/);
  });
  test('the review list shows words, files and links back', () => {
    const review = renderToStaticMarkup(
      <ReviewList
        form={form}
        data={SAMPLE_DATA}
        locale="vi"
        editHref={(page) => `?trang=${page.key}`}
        fileHref={(ref) => `/tep/${ref.id}`}
      />,
    );
    expect(review).toContain('href="?trang=person"');
    expect(review).toContain('<a href="/tep/f1">chung-sinh.pdf</a>');
    expect(review).toContain('05/03/1990');
  });
});
