/** Settings of the web process. */
import { expect, test } from 'vitest';
import { readWebEnv } from './env.ts';

test('defaults, and the public address without a slash at the end', () => {
  const read = readWebEnv({
    DATABASE_URL: 'postgres://x/y',
    PORT: '',
    PUBLIC_URL: 'https://dvc.example.vn/',
  });
  expect(read).toMatchObject({
    ok: true,
    env: { PORT: 3000, HOST: '127.0.0.1', PUBLIC_URL: 'https://dvc.example.vn' },
  });
});

test('each mistake is one line that names its variable', () => {
  const read = readWebEnv({ DATABASE_URL: 'mysql://x', PORT: 'many' });
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.lines.map((line) => line.split(':')[0])).toEqual(['PORT', 'DATABASE_URL']);
});
