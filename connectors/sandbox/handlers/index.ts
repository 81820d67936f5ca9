/** All simulated outside systems that speak HTTP; served by the sandbox process, and usable in tests with msw's own server. */
import type { HttpHandler } from 'msw';
import { type DocumentsOptions, documentsHandlers } from './documents.ts';
import { type OauthOptions, oauthHandlers } from './oauth.ts';
import { populationHandlers } from './population.ts';

export type SandboxHandlerOptions = OauthOptions & DocumentsOptions;

export function sandboxHandlers(options: SandboxHandlerOptions): HttpHandler[] {
  return [...oauthHandlers(options), ...populationHandlers(options), ...documentsHandlers(options)];
}
