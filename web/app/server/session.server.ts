/** Sessions in Postgres: the cookie is an opaque random id, the table keeps its hash only. */
import { createHash, randomBytes } from 'node:crypto';
import { type Context, requestContext, servicesContext } from './context.server.ts';
import { readCookie, setCookie } from './cookies.server.ts';

export interface SessionData {
  /** Dossiers whose code and PIN were proved here, with the time (ms) until which that holds. */
  readonly proved?: Readonly<Record<string, number>>;
  /** A message for the next page. */
  readonly flash?: {
    readonly kind: 'done' | 'info' | 'problem';
    readonly text: string;
    /** A place to go on to from there. */
    readonly link?: { readonly to: string; readonly text: string };
  };
}
export interface Session {
  readonly idHash: Uint8Array;
  readonly officialId: string | null;
  readonly data: SessionData;
}

const COOKIE = 'mc_session';
/** An official's session ends 30 minutes after the last click, and after a working day in any case. */
const IDLE_MINUTES = 30;
const LONGEST_HOURS = 10;

const hashOf = (id: string) => createHash('sha256').update(id).digest();

/** The session of this request; looked up once. */
export function findSession(request: Request, context: Context): Promise<Session | undefined> {
  const state = context.get(requestContext);
  state.session ??= load(request, context);
  return state.session as Promise<Session | undefined>;
}

async function load(request: Request, context: Context): Promise<Session | undefined> {
  const id = readCookie(request, COOKIE);
  if (!id) return undefined;
  const { sql } = context.get(servicesContext);
  const rows = await sql<{ official_id: string | null; data: SessionData }[]>`
    update motcua.web_session set seen_at = now(),
      expires_at = least(now() + make_interval(mins => ${IDLE_MINUTES}), created_at + make_interval(hours => ${LONGEST_HOURS}))
    where id_hash = ${hashOf(id)} and expires_at > now() returning official_id, data`;
  const row = rows[0];
  return row && { idHash: hashOf(id), officialId: row.official_id, data: row.data };
}

/** Starts a session under a fresh id (never the old one: session fixation) and sets its cookie. */
export async function startSession(
  request: Request,
  context: Context,
  input: { officialId?: string; data?: SessionData },
): Promise<void> {
  const { sql } = context.get(servicesContext);
  const id = randomBytes(32).toString('base64url');
  const old = readCookie(request, COOKIE);
  await sql.begin(async (tx) => {
    await tx`delete from motcua.web_session where expires_at < now()`;
    if (old) await tx`delete from motcua.web_session where id_hash = ${hashOf(old)}`;
    await tx`insert into motcua.web_session (id_hash, official_id, data, expires_at)
      values (${hashOf(id)}, ${input.officialId ?? null}, ${tx.json({ ...input.data })}, now() + make_interval(mins => ${IDLE_MINUTES}))`;
  });
  setCookie(context, COOKIE, id);
  context.get(requestContext).session = undefined;
}

/** Replaces the data of a session. */
export async function saveSessionData(context: Context, session: Session, data: SessionData): Promise<void> {
  const { sql } = context.get(servicesContext);
  await sql`update motcua.web_session set data = ${sql.json({ ...data })} where id_hash = ${session.idHash}`;
  context.get(requestContext).session = Promise.resolve({ ...session, data });
}

/** Ends the session of this request, if any. */
export async function endSession(request: Request, context: Context): Promise<void> {
  const id = readCookie(request, COOKIE);
  if (id)
    await context.get(servicesContext).sql`delete from motcua.web_session where id_hash = ${hashOf(id)}`;
  setCookie(context, COOKIE, '', { maxAge: 0 });
  context.get(requestContext).session = undefined;
}

/** Leaves a message for the next page; needs a session. */
export async function flash(
  request: Request,
  context: Context,
  message: NonNullable<SessionData['flash']>,
): Promise<void> {
  const session = await findSession(request, context);
  if (session) await saveSessionData(context, session, { ...session.data, flash: message });
}

/** Takes the message left by the last page. */
export async function takeFlash(request: Request, context: Context): Promise<SessionData['flash']> {
  const session = await findSession(request, context);
  if (!session?.data.flash) return undefined;
  const { flash: message, ...rest } = session.data;
  await saveSessionData(context, session, rest);
  return message;
}
