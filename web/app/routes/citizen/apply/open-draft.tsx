/** Opens a draft by its link: the secret moves from the address into a cookie. */
import { redirect } from 'react-router';
import { getRuntime, requestContext } from '../../../server/context.server.ts';
import { rememberDraft } from '../../../server/draft.server.ts';
import { failWith } from '../../../server/errors.server.ts';
import type { Route } from './+types/open-draft.ts';

export async function loader({ params, context }: Route.LoaderArgs) {
  const draft = await getRuntime(context).findDraft(params.token);
  if (!draft)
    throw failWith({
      status: 404,
      text: {
        vi: 'Bản khai này không còn: đã quá hạn giữ, đã gửi đi, hoặc đường dẫn bị thiếu ký tự.',
        en: 'This form is no longer here: it has expired, was sent, or the link is incomplete.',
      },
      correlationId: context.get(requestContext).correlationId,
    });
  rememberDraft(context, draft);
  return redirect(`/thu-tuc/${draft.procedureCode}/nop`);
}

/** Never shown: the loader leads on or fails with a page. */
export default function OpenDraft() {
  return null;
}
