/** Ends the proof on this device. An official's own session goes with it: somebody else may sit down here. */
import { redirect } from 'react-router';
import { forgetApplication } from '../../../server/draft.server.ts';
import { readForm } from '../../../server/form.server.ts';
import { endSession } from '../../../server/session.server.ts';
import type { Route } from './+types/close.ts';

export async function action({ request, context }: Route.ActionArgs) {
  const procedure = (await readForm(request, context)).value('procedure');
  if (/^\d\.\d{6}$/.test(procedure)) forgetApplication(context, procedure);
  await endSession(request, context);
  return redirect('/tra-cuu?da-dong=1');
}
export function loader() {
  return redirect('/tra-cuu');
}
