/** Renders pages on the server and decides what a failed one answers. `provide` is called by web/server/app.ts. */
import { PassThrough } from 'node:stream';
import { createReadableStreamFromReadable } from '@react-router/node';
import { renderToPipeableStream } from 'react-dom/server';
import {
  type EntryContext,
  type HandleErrorFunction,
  isRouteErrorResponse,
  RouterContextProvider,
  ServerRouter,
} from 'react-router';
import { isFailure } from './failure.ts';
import { PageContext } from './page-context.ts';
import { contentSecurityPolicy } from './server/content-policy.server.ts';
import {
  type RequestFacts,
  requestContext,
  type Services,
  servicesContext,
} from './server/context.server.ts';
import { failureOf } from './server/errors.server.ts';
import { localeOf } from './server/locale.server.ts';

/** The context of one request. */
export function provide(services: Services, facts: RequestFacts): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(servicesContext, services);
  context.set(requestContext, { ...facts, setCookies: [] });
  return context;
}

/** Keeps what the error means before React Router hides it, and logs what nobody expected. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted) return;
  const state = context.get(requestContext);
  if (isRouteErrorResponse(error)) return;
  state.failure = failureOf(error, state.correlationId);
  const { log } = context.get(servicesContext);
  const facts = {
    correlationId: state.correlationId,
    path: new URL(request.url).pathname,
    status: state.failure.status,
  };
  if (state.failure.status >= 500) log.error({ ...facts, err: error }, 'page failed');
  else log.info(facts, 'page refused');
};

const RENDER_TIMEOUT_MS = 10_000;

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  router: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const state = context.get(requestContext);
  const shown = Object.values(router.staticHandlerContext.errors ?? {}).find(
    (error) => isRouteErrorResponse(error) && isFailure(error.data),
  );
  const failure = shown && isRouteErrorResponse(shown) && isFailure(shown.data) ? shown.data : state.failure;
  const answer = failure && status >= 400 ? failure.status : status;
  headers.set('Content-Type', 'text/html; charset=utf-8');
  headers.set('Content-Security-Policy', contentSecurityPolicy(state.nonce, state.https));
  if (answer === 503 || answer === 429) headers.set('Retry-After', '30');
  const { contact, log } = context.get(servicesContext);
  const page = {
    nonce: state.nonce,
    locale: localeOf(request),
    correlationId: state.correlationId,
    failure,
    // Without a number the page is still better than none.
    contact: await contact().catch((error: unknown) => {
      log.warn({ err: error, correlationId: state.correlationId }, 'contact unknown');
      return undefined;
    }),
  };
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <PageContext value={page}>
        <ServerRouter context={router} url={request.url} nonce={state.nonce} />
      </PageContext>,
      {
        nonce: state.nonce,
        // Whole pages: nothing streamed in later, so nothing needs a script to be put in its place.
        onAllReady() {
          clearTimeout(timer);
          const body = new PassThrough();
          pipe(body);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer }));
        },
        onShellError: reject,
        onError(error) {
          log.error({ err: error, correlationId: state.correlationId }, 'rendering failed');
        },
      },
    );
    const timer = setTimeout(() => abort(new Error('rendering took too long')), RENDER_TIMEOUT_MS);
  });
}
