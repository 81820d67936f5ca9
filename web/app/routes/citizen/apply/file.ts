/** Shows an upload of the draft to who holds the draft. */

import { getRuntime } from '../../../server/context.server.ts';
import { answerFile, documentResponse } from '../../../server/document.server.ts';
import { currentDraft } from '../../../server/draft.server.ts';
import { notFound } from '../../../server/errors.server.ts';
import { holdsFile } from '../../../server/holds-file.server.ts';
import type { Route } from './+types/file.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return answerFile(context, async () => {
    const draft = await currentDraft(request, context, params.code);
    if (!draft || !holdsFile(draft.data, params.fileId)) throw notFound(context);
    const { document, stream } = await getRuntime(context).openUpload(params.fileId);
    return documentResponse(document, stream(), true);
  });
}
