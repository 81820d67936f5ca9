/** JSON lines to stderr. */
import { destination, pino } from 'pino';
import type { Log } from './context.ts';

export function createLog(name: string): Log {
  const logger = pino({ name, level: process.env.LOG_LEVEL ?? 'info' }, destination({ fd: 2, sync: true }));
  return (level, message, data) => logger[level](data ?? {}, message);
}
