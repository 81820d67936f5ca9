/** /can-bo leads to the page an official works on: the inbox, or operations. */
import { redirect } from 'react-router';
import { requireOfficial } from '../../server/auth.server.ts';
import { homeOf } from '../../staff/server/staff-page.server.ts';
import type { Route } from './+types/home.ts';

export async function loader({ request, context }: Route.LoaderArgs) {
  return redirect(homeOf(await requireOfficial(request, context)));
}
