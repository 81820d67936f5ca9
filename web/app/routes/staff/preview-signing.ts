/** The result as it will be signed or sealed, for the preview beside the task. */
import { requireOfficial } from '../../server/auth.server.ts';
import { getRuntime } from '../../server/context.server.ts';
import { answering } from '../../server/errors.server.ts';
import type { Route } from './+types/preview-signing.ts';

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const official = await requireOfficial(request, context);
  const { pdf } = await answering(context, () => getRuntime(context).previewSigning(official, params.taskId));
  return new Response(Buffer.from(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline',
      'Cache-Control': 'no-store',
    },
  });
}
