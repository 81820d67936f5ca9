/** Lists from data: filled in when the form is handed out, shown as any list, checked at the server. */
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { fillSources, parseForm, validateForm } from './index.ts';
import { FormFields } from './render/index.ts';
import type { Form } from './types.ts';

const json = {
  name: 'ask',
  title: 'Hỏi',
  components: [
    {
      type: 'container',
      key: 'ask',
      components: [
        {
          type: 'select',
          key: 'unit',
          label: 'Xã, phường',
          validate: { required: true },
          properties: { source: 'communes' },
        },
      ],
    },
  ],
};
const communes = [
  { value: 'suoi-cham', label: 'Xã Suối Chàm', en: 'Suối Chàm commune' },
  { value: 'doi-que', label: 'Phường Đồi Quế', en: 'Đồi Quế ward' },
];
const formOf = (value: unknown, locale: 'vi' | 'en' = 'vi'): Form => {
  const parsed = parseForm(value, locale);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.form;
};
const check = (form: Form, unit: string) =>
  validateForm(form, { ask: { unit } }, { locale: 'vi', now: new Date('2026-11-22T02:00:00Z') });

test('given a source, when it is filled in, then the list is plain HTML in the reader’s language', () => {
  const filled = fillSources(json, { communes });
  const html = (locale: 'vi' | 'en') =>
    renderToStaticMarkup(
      <FormFields
        nodes={formOf(filled, locale).pages.flatMap((page) => page.nodes)}
        data={{}}
        errors={[]}
        locale={locale}
        ctx={{}}
      />,
    );
  expect(html('vi')).toContain('<option value="doi-que">Phường Đồi Quế</option>');
  expect(html('en')).toContain('<option value="doi-que">Đồi Quế ward</option>');
});

test('given a filled list, when something else is sent, then it is refused', () => {
  const form = formOf(fillSources(json, { communes }));
  expect(check(form, 'doi-que').errors).toEqual([]);
  expect(check(form, 'nowhere').errors).toMatchObject([{ path: 'ask.unit' }]);
});

test('given a form nobody filled, when anything is sent, then it is refused', () => {
  expect(check(formOf(json), 'doi-que').errors).toHaveLength(1);
});

test('given an unknown source, when the form is loaded, then it is refused with the known ones', () => {
  const parsed = parseForm(JSON.parse(JSON.stringify(json).replace('communes', 'planets')));
  expect(parsed).toMatchObject({ ok: false, problems: [{ path: expect.stringContaining('source') }] });
});
