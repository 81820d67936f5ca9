/** Cookies, CSRF, redirects, limits, file ownership: the small guards. */
import { expect, test } from 'vitest';
import { provideForTest } from '../../testing/context.ts';
import { safePath } from './auth.server.ts';
import { requestContext } from './context.server.ts';
import { readCookie, setCookie } from './cookies.server.ts';
import { csrfToken, csrfValid } from './csrf.server.ts';
import { isDatabaseAway } from './errors.server.ts';
import { holdsFile } from './holds-file.server.ts';
import { createRateLimiter } from './rate-limit.server.ts';

const request = (headers: Record<string, string> = {}) => new Request('http://portal.test/x', { headers });

test('a cookie is read by its whole name and decoded; broken ones count as absent', () => {
  const read = (name: string) =>
    readCookie(request({ cookie: 'xmc_a=1; mc_a=gi%E1%BA%A5y; mc_b=%E0%A4%A' }), name);
  expect([read('mc_a'), read('mc_b'), read('mc')]).toEqual(['giấy', undefined, undefined]);
});

test('cookies are HttpOnly and Lax, Secure behind https', () => {
  const context = provideForTest({ https: true });
  setCookie(context, 'mc_a', 'x y', { maxAge: 5, path: '/p' });
  expect(context.get(requestContext).setCookies).toEqual([
    'mc_a=x%20y; Path=/p; HttpOnly; SameSite=Lax; Max-Age=5; Secure',
  ]);
});

test('a form token fits its own cookie only, and our own origin only', () => {
  const context = provideForTest({});
  const mine = request({ cookie: `mc_form=${'s'.repeat(24)}`, host: 'portal.test' });
  const token = csrfToken(mine, context);
  expect(csrfValid(mine, context, token)).toBe(true);
  expect(csrfValid(mine, context, undefined)).toBe(false);
  expect(csrfValid(mine, context, `${token.slice(0, -1)}_`)).toBe(false);
  expect(csrfValid(request({ cookie: `mc_form=${'t'.repeat(24)}` }), context, token)).toBe(false);
  expect(csrfValid(request(), context, token)).toBe(false);
  const from = (origin: string) =>
    csrfValid(request({ cookie: `mc_form=${'s'.repeat(24)}`, host: 'portal.test', origin }), context, token);
  expect([from('http://portal.test'), from('https://evil.example'), from('null')]).toEqual([
    true,
    false,
    false,
  ]);
});

test.each([
  ['/thu-tuc?q=a', '/thu-tuc?q=a'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['/a\nb', '/'],
  [null, '/'],
])('way back %s', (path, expected) => expect(safePath(path, '/')).toBe(expected));

test('a bucket empties, refills with time and is one per key', () => {
  let now = 0;
  const limiter = createRateLimiter(() => now);
  const take = (key = 'a') => limiter.take(key, { perMinute: 6, burst: 2 });
  expect([take(), take(), take(), take('b')]).toEqual([true, true, false, true]);
  now += 10_000;
  expect([take(), take()]).toEqual([true, false]);
});

test('a file belongs to data that refers to it, in rows too', () => {
  const ref = { id: 'f1', name: 'a.pdf', size: 1, mime: 'application/pdf' };
  expect(holdsFile({ rows: [{ papers: [ref] }] }, 'f1')).toBe(true);
  expect(holdsFile({ rows: [{ papers: [ref] }], id: 'f2' }, 'f2')).toBe(false);
  expect(holdsFile({ note: 'f1' }, 'f1')).toBe(false);
});

test('Postgres away is told from other failures', () => {
  const coded = (code: string) => Object.assign(new Error(code), { code });
  expect(['DATABASE_AWAY', '53300', '57P01', '08006'].map((code) => isDatabaseAway(coded(code)))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([
    isDatabaseAway(coded('23505')),
    isDatabaseAway(new Error('x')),
    isDatabaseAway('ECONNREFUSED'),
  ]).toEqual([false, false, false]);
});
