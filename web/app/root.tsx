/** The document around every page: language, fonts, styles; scripts only where the route's handle says `hydrate`. */
import { useContext } from 'react';
import {
  isRouteErrorResponse,
  Links,
  type LinksFunction,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
} from 'react-router';
import type { Route } from './+types/root.ts';
import { ErrorPage } from './components/error-page.tsx';
import enhance from './enhance/main.ts?worker&url';
import { type Failure, isFailure } from './failure.ts';
import { preloadedFonts } from './fonts.ts';
import type { Locale } from './i18n/translate.ts';
import { useLocale } from './i18n/use-locale.ts';
import { PageContext } from './page-context.ts';
import { barePolicy } from './server/content-policy.server.ts';
import { requestContext } from './server/context.server.ts';
import { csrfToken } from './server/csrf.server.ts';
import { localeOf } from './server/locale.server.ts';
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/components.css';

/** `handle` of a route module. */
export interface RouteHandle {
  /** The page hydrates (staff). Absent: the page is HTML and works without any script. */
  readonly hydrate?: boolean;
}
export interface RootData {
  readonly locale: Locale;
  readonly csrf: string;
  /** Where the reader is, for the language link. */
  readonly here: string;
}

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  ...preloadedFonts.map((href) => ({
    rel: 'preload',
    href,
    as: 'font' as const,
    type: 'font/woff2',
    crossOrigin: 'anonymous' as const,
  })),
];

/** Cookies collected while the answer was made. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ context }, next) => {
    const response = await next();
    for (const cookie of context.get(requestContext).setCookies)
      response.headers.append('Set-Cookie', cookie);
    if (!response.headers.has('Content-Security-Policy'))
      response.headers.set('Content-Security-Policy', barePolicy);
    return response;
  },
];

export function loader({ request, context, url }: Route.LoaderArgs): RootData {
  return { locale: localeOf(request), csrf: csrfToken(request, context), here: url.pathname + url.search };
}

export function Layout({ children }: { children: React.ReactNode }) {
  const locale = useLocale();
  const page = useContext(PageContext);
  const hydrate =
    useMatches().some((match) => (match.handle as RouteHandle | undefined)?.hydrate) && !page?.failure;
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1f3a5f" />
        <Meta />
        <Links />
        {hydrate ? null : <script src={enhance} defer nonce={page?.nonce} />}
      </head>
      <body>
        {children}
        {hydrate ? (
          <>
            <ScrollRestoration />
            <Scripts />
          </>
        ) : null}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage failure={useFailure()} />;
}

/** What went wrong, from the thrown answer or from what the server kept. */
function useFailure(): Failure {
  const error = useRouteError();
  const page = useContext(PageContext);
  if (isRouteErrorResponse(error))
    return isFailure(error.data)
      ? error.data
      : { status: error.status, correlationId: page?.correlationId ?? '' };
  return page?.failure ?? { status: 500, correlationId: page?.correlationId ?? '' };
}
