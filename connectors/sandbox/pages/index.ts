/** All pages of the sandbox. */
import type { HttpHandler } from 'msw';
import { apiHandlers } from './api.ts';
import { assetHandlers } from './assets.ts';
import { callHandlers } from './calls.ts';
import { citizenHandlers } from './citizens.ts';
import { documentHandlers } from './documents.ts';
import { mailHandlers } from './mails.ts';
import { overviewHandlers, type PageOptions } from './overview.ts';

export function pageHandlers(options: PageOptions): HttpHandler[] {
  return [
    ...overviewHandlers(options),
    ...mailHandlers(options),
    ...citizenHandlers(options),
    ...documentHandlers(options),
    ...callHandlers(options),
    ...apiHandlers(options),
    ...assetHandlers(options.base),
  ];
}
