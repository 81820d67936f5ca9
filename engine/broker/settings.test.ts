/** The command line of the stand-alone broker. */
import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.ts';

describe('settings', () => {
  it('has sensible defaults', () => {
    expect(readSettings(['--data', 'folder'])).toMatchObject({
      data: 'folder',
      host: '127.0.0.1',
      historyDays: 0,
      minFreeDisk: 500,
      controlledClock: false,
    });
  });

  it.each([
    [[], 'give either --data <folder> or --database <url>'],
    [['--data', 'x', '--database', 'postgres://localhost/x'], 'give either'],
    [['--database', 'nonsense'], '--database or DATABASE_URL must be a PostgreSQL address'],
    [['--data', 'x', '--port', 'many'], '--port or BROKER_PORT must be a number'],
    [['--data', 'x', '--controlled-clock'], '--controlled-clock needs --metrics-port'],
    [['--data', 'x', '--nonsense'], "Unknown option '--nonsense'"],
  ])('says what is wrong with %j', (args, problem) => {
    const settings = readSettings(args);
    expect('problems' in settings && settings.problems.join()).toContain(problem);
  });

  it('knows when help is wanted', () => {
    expect(readSettings(['--help'])).toEqual({ problems: [] });
  });
});
