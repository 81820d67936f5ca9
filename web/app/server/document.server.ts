/** A stored file as an HTTP answer. Only PDFs and pictures are shown in the browser; everything else is saved. */
import type { DossierDocument } from '../../../engine/runtime/api.ts';

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
      // A file of a stranger shown under our address may load and run nothing.
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; frame-ancestors 'self'; sandbox",
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
