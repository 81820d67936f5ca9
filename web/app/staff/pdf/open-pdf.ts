/** Fetches a PDF of ours and opens it with pdf.js. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { PLACE_HEADER, readPlace, type SignaturePlace } from './signature-place.ts';

/** Why there is nothing to show. */
export type Problem =
  | 'offline'
  | 'signedOut'
  | 'refused'
  | 'gone'
  | 'waiting'
  | 'failed'
  | 'locked'
  | 'broken';

/** What the viewer cannot show, with the code support can look up, where an answer had one. */
export class PdfError extends Error {
  readonly problem: Problem;
  readonly code: string | null;
  constructor(problem: Problem, code: string | null = null, cause?: unknown) {
    super(`the PDF cannot be shown: ${problem}`, { cause });
    this.name = 'PdfError';
    this.problem = problem;
    this.code = code;
  }
}

export interface OpenPdf {
  readonly pages: readonly PDFPageProxy[];
  readonly place: SignaturePlace | null;
  readonly TextLayer: typeof import('./pdfjs.ts').TextLayer;
  readonly close: () => Promise<void>;
}

/**
 * Opens the PDF at this address of our own origin.
 * @throws PdfError; what `signal` aborts throws the signal's reason
 */
export async function openPdf(href: string, signal: AbortSignal): Promise<OpenPdf> {
  const library = load();
  // Awaited below; what is aborted first must not count as unhandled.
  library.catch(() => undefined);
  const answer = await fetchPdf(href, signal);
  const { openBytes, TextLayer } = await library;
  signal.throwIfAborted();
  const task = openBytes(answer.bytes);
  const close = () => task.destroy();
  try {
    const document = await task.promise;
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)),
    );
    signal.throwIfAborted();
    return { pages, place: answer.place, TextLayer, close };
  } catch (error) {
    await close();
    signal.throwIfAborted();
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new PdfError(locked ? 'locked' : 'broken', answer.code, error);
  }
}

async function load() {
  try {
    return await import('./pdfjs.ts');
  } catch (error) {
    throw new PdfError('offline', null, error);
  }
}

async function fetchPdf(href: string, signal: AbortSignal) {
  let response: Response;
  try {
    response = await fetch(href, { signal, headers: { Accept: 'application/pdf' } });
  } catch (error) {
    signal.throwIfAborted();
    throw new PdfError('offline', null, error);
  }
  const code = response.headers.get('X-Correlation-Id');
  const isPdf = response.headers.get('Content-Type')?.startsWith('application/pdf') ?? false;
  if (!response.ok || !isPdf) {
    await response.body?.cancel();
    throw new PdfError(problemOf(response), code);
  }
  try {
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, code, place: readPlace(response.headers.get(PLACE_HEADER)) };
  } catch (error) {
    signal.throwIfAborted();
    throw new PdfError('offline', code, error);
  }
}

function problemOf({ ok, redirected, status }: Response): Problem {
  // A session that has ended answers with the sign-in page.
  if (status === 401 || (ok && redirected)) return 'signedOut';
  if (status === 403) return 'refused';
  if (status === 404 || status === 409 || status === 410) return 'gone';
  return status === 503 ? 'waiting' : 'failed';
}
