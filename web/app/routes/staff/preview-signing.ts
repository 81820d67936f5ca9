/** The result as it will be signed or sealed, for the preview beside the task. */
import { requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answerFile, documentResponse } from '../../server/document.server.ts';
import { PLACE_HEADER, writePlace } from '../../staff/pdf/signature-place.ts';
import type { Route } from './+types/preview-signing.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  return answerFile(context, async () => {
    const { pdf, ...place } = await getRuntime(context).previewSigning(official, params.taskId);
    const file = { name: 'ban-xem-truoc.pdf', mime: 'application/pdf', size: pdf.byteLength };
    const response = documentResponse(file, new Blob([new Uint8Array(pdf)]).stream(), true);
    response.headers.set(PLACE_HEADER, writePlace(place));
    return response;
  });
}
