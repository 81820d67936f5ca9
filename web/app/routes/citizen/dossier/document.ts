/** Downloads a paper of a proved dossier. */
import { getRuntime } from '../../../server/context.server.ts';
import { answerFile, documentResponse } from '../../../server/document.server.ts';
import { notFound } from '../../../server/errors.server.ts';
import { requireApplicant } from '../../../server/tracking.server.ts';
import type { Route } from './+types/document.ts';

export function loader({ params, request, context, url }: Route.LoaderArgs) {
  return answerFile(context, async () => {
    const actor = await requireApplicant(request, context, params.dossierId);
    const { documents } = await getRuntime(context).trackById(params.dossierId);
    if (!documents.some((one) => one.id === params.documentId)) throw notFound(context);
    const { document, stream } = await getRuntime(context).openDocument(actor, params.documentId);
    return documentResponse(document, stream(), url.searchParams.has('xem'));
  });
}
