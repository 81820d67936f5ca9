/** Dossiers this browser may see: code and PIN were proved, or it sent them itself. Codes never stay in addresses. */
import { redirect } from 'react-router';
import type { Actor } from '../../../engine/runtime/api.ts';
import type { Context } from './context.server.ts';
import { findSession, saveSessionData, startSession } from './session.server.ts';

const PROOF_MS = 2 * 3_600_000;

/** Remembers the proof in the session; an official's session on the same browser is kept. */
export async function proveDossier(request: Request, context: Context, dossierId: string): Promise<void> {
  const session = await findSession(request, context);
  const proved = { ...session?.data.proved, [dossierId]: Date.now() + PROOF_MS };
  if (session) await saveSessionData(context, session, { ...session.data, proved });
  else await startSession(request, context, { data: { proved } });
}

/** The applicant of a proved dossier; others are asked for code and PIN first. */
export async function requireApplicant(
  request: Request,
  context: Context,
  dossierId: string,
): Promise<Extract<Actor, { kind: 'applicant' }>> {
  const session = await findSession(request, context);
  const until = session?.data.proved?.[dossierId] ?? 0;
  if (until > Date.now()) return { kind: 'applicant', dossierId };
  throw redirect('/tra-cuu?het-han=1');
}
