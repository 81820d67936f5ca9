/** A paper of a dossier for an official who may see it; shown in the page where the browser can, else downloaded. */
import { requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import type { Route } from './+types/document.ts';

/** Types a browser shows without running anything of theirs. */
const SHOWN = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'image/gif']);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  const { document, stream } = await answering(context, () =>
    getRuntime(context).openDocument({ kind: 'official', official }, params.documentId),
  );
  const download = new URL(request.url).searchParams.has('tai') || !SHOWN.has(document.mime);
  return new Response(stream(), {
    headers: {
      'Content-Type': SHOWN.has(document.mime) ? document.mime : 'application/octet-stream',
      'Content-Length': String(document.size),
      'Content-Disposition': `${download ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(document.name)}`,
      'Cache-Control': 'private, max-age=300',
    },
  });
}
