import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('nothing given: defaults, and the portal links to itself', () => {
  const read = readConfig({});
  expect(read.ok && read.config).toMatchObject({
    PORT: 3000,
    BROKER_PORT: 26_500,
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://127.0.0.1:3000',
  });
});

test('every mistake is told in one line that names the variable', () => {
  const read = readConfig({ PORT: 'eighty', DATABASE_URL: 'mysql://x', ZEEBE_ADDRESS: 'nowhere' });
  expect(read.ok).toBe(false);
  const mistakes = read.ok ? [] : read.mistakes;
  expect(mistakes.map((line) => line.split('=')[0])).toEqual(['PORT', 'DATABASE_URL', 'ZEEBE_ADDRESS']);
  for (const line of mistakes) expect(line).not.toContain('\n');
});

test('two parts on one port are refused', () => {
  expect(readConfig({ PORT: '3100' }).ok).toBe(false);
  expect(readConfig({ PORT: '26500' }).ok).toBe(false);
  expect(readConfig({ PORT: '26500', ZEEBE_ADDRESS: 'zeebe:26500' }).ok).toBe(true);
});
