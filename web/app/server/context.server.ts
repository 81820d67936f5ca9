/** What loaders and actions can reach: the services of the process and the facts of this request. */

import type { Logger } from 'pino';
import { createContext, type RouterContextProvider } from 'react-router';
import type { Official } from '../../../engine/routing/types.ts';
import type { Runtime } from '../../../engine/runtime/api.ts';
import type { Localized } from '../../../engine/runtime/package/schema.ts';
import type { Database } from '../../../engine/sql/index.ts';
import type { Places } from '../../../forms/types.ts';
import type { WebEnv } from '../../server/env.ts';
import type { Failure } from '../failure.ts';
import type { RateLimiter } from './rate-limit.server.ts';

/** Accounts of officials, kept by engine/routing. */
export interface Accounts {
  /** undefined: unknown name or wrong password, which answer alike. */
  signIn(input: { username: string; password: string }): Promise<Official | undefined>;
  find(officialId: string): Promise<Official | undefined>;
}

/** Whom to call: the province's service centre. */
export interface Contact {
  readonly name: Localized;
  readonly phone: string;
  readonly address: string;
}

/** Built once by web/server.ts, outside the bundle. */
export interface Services {
  readonly runtime: Runtime;
  readonly accounts: Accounts;
  /** Provinces and communes for address fields. */
  places(): Promise<Places>;
  /** undefined: the organisation has no service centre. */
  contact(): Promise<Contact | undefined>;
  readonly sql: Database;
  readonly env: WebEnv;
  readonly log: Logger;
  readonly limiter: RateLimiter;
  /** Key of CSRF tokens, from Postgres. */
  readonly csrfKey: Uint8Array;
  health(): Promise<readonly { name: string; ok: boolean; detail: string }[]>;
}

/** Facts of one request; the mutable part collects what the answer must carry. */
export interface RequestFacts {
  readonly nonce: string;
  readonly correlationId: string;
  readonly clientAddress: string;
  readonly https: boolean;
}
export interface RequestState extends RequestFacts {
  readonly setCookies: string[];
  /** Set by handleError: the answer of this request is an error page. */
  failure?: Failure;
  /** Memo of the session look-up. */
  session?: Promise<unknown>;
}

export const servicesContext = createContext<Services>();
export const requestContext = createContext<RequestState>();

export type Context = Readonly<RouterContextProvider>;

/** The runtime of this process. */
export const getRuntime = (context: Context): Runtime => context.get(servicesContext).runtime;
