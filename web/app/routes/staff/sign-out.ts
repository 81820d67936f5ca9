/** Ends the session. POST only, so that no link elsewhere can sign somebody out. */
import { redirect } from 'react-router';
import { readForm } from '../../server/form.server.ts';
import { endSession } from '../../server/session.server.ts';
import type { Route } from './+types/sign-out.ts';

export const loader = () => redirect('/can-bo/viec');

export async function action({ request, context }: Route.ActionArgs) {
  await readForm(request, context);
  await endSession(request, context);
  return redirect('/can-bo/dang-nhap');
}
