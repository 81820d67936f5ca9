/** What was entered when the session had ended: kept in an anonymous session through the sign-in, given back once. */
import type { Context } from '../../server/context.server.ts';
import { findSession, type SessionData, saveSessionData, startSession } from '../../server/session.server.ts';

export interface Kept {
  /** Path of the page it belongs to. */
  readonly path: string;
  readonly entries: readonly (readonly [string, string])[];
}
interface KeepingSession extends SessionData {
  readonly kept?: Kept;
}

export async function keepEntries(request: Request, context: Context, kept: Kept): Promise<void> {
  const data: KeepingSession = { kept };
  await startSession(request, context, { data });
}

/** What waits in the session of this request, to be carried into the signed-in one. */
export async function keptData(request: Request, context: Context): Promise<SessionData> {
  const session = await findSession(request, context);
  const { kept } = (session?.data ?? {}) as KeepingSession;
  const data: KeepingSession = kept ? { kept } : {};
  return data;
}

/** Gives the entries back to the page they belong to, once. */
export async function takeKept(
  request: Request,
  context: Context,
  path: string,
): Promise<Kept['entries'] | undefined> {
  const session = await findSession(request, context);
  if (!session) return undefined;
  const { kept, ...rest } = session.data as KeepingSession;
  if (kept?.path !== path) return undefined;
  await saveSessionData(context, session, rest);
  return kept.entries;
}
