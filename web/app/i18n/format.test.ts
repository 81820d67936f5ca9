/** Dates, money and sizes as Vietnamese readers write them. */
import { expect, test } from 'vitest';
import { count, date, dateTime, fileSize, longDateTime, money, plainDate } from './format.ts';
import { catalogue, translator } from './translate.ts';

const at = new Date('2026-11-23T17:30:00Z'); // 00:30 of the 24th in Việt Nam

test('counts are grouped as the language does', () => {
  expect(count(500_000, 'vi')).toBe('500.000');
  expect(count(1_234_567, 'en')).toBe('1,234,567');
  expect(count(999, 'vi')).toBe('999');
});

test('times are those of Việt Nam, days before months', () => {
  expect(date(at)).toBe('24/11/2026');
  expect(dateTime(at)).toBe('24/11/2026 00:30');
  expect(longDateTime(at, 'vi')).toBe('00:30, thứ ba 24/11/2026');
  expect(longDateTime(at, 'en')).toBe('00:30, Tuesday 24/11/2026');
});

test('dates of forms', () => {
  expect(plainDate('2026-03-05')).toBe('05/03/2026');
  expect(plainDate('1980')).toBe('1980');
});

test.each([
  [0, '0 đ'],
  [8000, '8.000 đ'],
  [1_250_000, '1.250.000 đ'],
])('%i VND', (amount, text) => expect(money(amount)).toBe(text));

test.each([
  [10, '1 KB'],
  [300_000, '293 KB'],
  [1_582_110, '1,5 MB'],
  [10_485_760, '10 MB'],
])('%i bytes', (bytes, text) => expect(fileSize(bytes, 'vi')).toBe(text));

test('places of a message are filled, unknown ones left empty, values are not read as places', () => {
  const t = translator(catalogue({ hello: 'Chào {name}{who}' }, { hello: 'Hello {name}' }), 'vi');
  expect(t('hello', { name: '{who} $&' })).toBe('Chào {who} $&');
});
