/** Shows an upload of an answer that is not sent yet, or a paper the dossier holds already. */

import { getRuntime } from '../../../server/context.server.ts';
import { answerFile, documentResponse } from '../../../server/document.server.ts';
import { isRuntimeError, notFound } from '../../../server/errors.server.ts';
import { holdsFile } from '../../../server/holds-file.server.ts';
import { requireApplicant } from '../../../server/tracking.server.ts';
import type { Route } from './+types/file.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return answerFile(context, async () => {
    const actor = await requireApplicant(request, context, params.dossierId);
    const runtime = getRuntime(context);
    const { task } = await runtime.getTask(actor, params.taskId);
    if (!holdsFile(task.data, params.fileId)) throw notFound(context);
    const found = await runtime.openUpload(params.fileId).catch((error: unknown) => {
      if (!isRuntimeError(error, 'NOT_FOUND')) throw error;
      return runtime.openDocument(actor, params.fileId);
    });
    return documentResponse(found.document, found.stream(), true);
  });
}
