/** A paper of a dossier for an official who may see it. */
import { pageUrl, requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answerFile, documentResponse } from '../../server/document.server.ts';
import type { Route } from './+types/document.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answerFile(context, async () => {
    const { document, stream } = await getRuntime(context).openDocument(
      { kind: 'official', official },
      params.documentId,
    );
    return documentResponse(document, stream(), !pageUrl(request).searchParams.has('tai'));
  });
}
