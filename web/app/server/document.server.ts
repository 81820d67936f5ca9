/** A stored file as an HTTP answer. Only PDFs and pictures are shown in the browser; everything else is saved. */
import type { DossierDocument } from '../../../engine/runtime/api.ts';
import { plainErrorPage } from '../../server/plain-error.ts';
import { isFailure } from '../failure.ts';
import { filePolicy } from './content-policy.server.ts';
import { type Context, requestContext, servicesContext } from './context.server.ts';
import { failureOf } from './errors.server.ts';

const shown = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/webp']);

/** `inline`: show it in the page instead of saving it, where the type is harmless. */
export function documentResponse(
  document: Pick<DossierDocument, 'name' | 'mime' | 'size'>,
  stream: ReadableStream<Uint8Array>,
  inline: boolean,
): Response {
  const disposition = inline && shown.has(document.mime) ? 'inline' : 'attachment';
  return new Response(stream, {
    headers: {
      'Content-Type': document.mime,
      'Content-Length': String(document.size),
      // RFC 6266: an ASCII name for old readers, the real one beside it.
      'Content-Disposition': `${disposition}; filename="${asciiName(document.name)}"; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy': filePolicy,
    },
  });
}

/** «Giấy chứng sinh.pdf» → «Giay chung sinh.pdf» */
function asciiName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^\w. -]/g, '_');
}

/** Runs a download; what goes wrong is a page in words, as downloads have no page of their own to show it. */
export async function answerFile(context: Context, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Response) throw error;
    const { correlationId } = context.get(requestContext);
    const thrown = typeof error === 'object' && error !== null && 'data' in error ? error.data : undefined;
    const { status } = isFailure(thrown) ? thrown : failureOf(error, correlationId);
    if (status >= 500)
      context.get(servicesContext).log.error({ err: error, correlationId }, 'download failed');
    return new Response(plainErrorPage(status, correlationId), {
      status,
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    });
  }
}
