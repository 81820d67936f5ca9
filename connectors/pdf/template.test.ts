/** Templates of papers: escaping, helpers, lists. */
import { expect, test } from 'vitest';
import { renderTemplate } from './index.ts';

test('values are escaped, and unescaped tags are refused', () => {
  expect(renderTemplate('<p>{{name}}</p>', { name: '<script>&"' })).toBe('<p>&lt;script&gt;&amp;&quot;</p>');
  expect(() => renderTemplate('{{{name}}}', { name: 'x' })).toThrow(/unescaped/);
  expect(() => renderTemplate('{{& name}}', { name: 'x' })).toThrow(/unescaped/);
});

test('an empty value leaves a dotted line or dashes, never nothing', () => {
  expect(renderTemplate('{{#blank}}{{phone}}{{/blank}}', {})).toContain('……');
  expect(renderTemplate('{{#none}}{{father}}{{/none}}', {})).toBe('- - - - -');
  expect(renderTemplate('{{#formatDateTime}}{{at}}{{/formatDateTime}}', { at: null })).toContain('……');
});

test('dates may be Date or text; partial dates give their year', () => {
  const at = new Date('2026-11-20T01:35:00Z');
  expect(renderTemplate('{{#formatDateTime}}{{at}}{{/formatDateTime}}', { at })).toBe(
    '8 giờ 35 phút, ngày 20 tháng 11 năm 2026',
  );
  expect(renderTemplate('{{#formatYear}}{{born}}{{/formatYear}}', { born: '1994-03' })).toBe('1994');
  expect(() => renderTemplate('{{#formatDate}}{{at}}{{/formatDate}}', { at: 'mai' })).toThrow(/Not a date/);
});

test('list items know their number; text is NFC', () => {
  expect(
    renderTemplate('{{#items}}{{rowNumber}}.{{name}} {{/items}}', { items: [{ name: 'a' }, { name: 'b' }] }),
  ).toBe('1.a 2.b ');
  expect(renderTemplate('{{name}}', { name: 'Mỷ'.normalize('NFD') })).toBe('Mỷ');
});

test('a QR code is drawn inline and carries the address unescaped', () => {
  const svg = renderTemplate('{{#qr}}{{url}}{{/qr}}', { url: 'https://example.vn/a?b=1&c=2' });
  expect(svg).toMatch(/^<svg class="qr"[^>]*><path d="M[\d hvzM-]+"\/><\/svg>$/);
  const shorter = renderTemplate('{{#qr}}{{url}}{{/qr}}', { url: 'https://example.vn/a?b=1&amp;c=2' });
  expect(shorter).not.toBe(svg);
});
