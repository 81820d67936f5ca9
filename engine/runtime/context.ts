/** What commands and views work with: one per process. */
import type { Routing } from '../routing/index.ts';
import type { Database } from './store/connect.ts';
import type { Places } from './store/places.ts';

/** Writes one JSON line; never personal data. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  message: string,
  data?: Readonly<Record<string, unknown>>,
) => void;

export interface Context {
  readonly sql: Database;
  readonly now: () => Date;
  readonly log: Log;
  readonly routing: Routing;
  readonly places: Places;
  readonly dataDir: string;
  /** Address citizens reach the portal at, without a slash at the end. */
  readonly publicUrl: string;
  /** Key of the PINs' HMAC. */
  readonly pinSecret: string;
}
