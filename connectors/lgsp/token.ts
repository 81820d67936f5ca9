/** OAuth 2 client credentials (RFC 6749 4.4) at the LGSP: one token per configuration, kept, renewed early, fetched once at a time. */
import { z } from 'zod';
import { httpCall, joinUrl, readJson } from '../kit/http.ts';
import type { ConnectorContext } from '../kit/types.ts';
import { ConnectorError } from '../kit/types.ts';
import type { LgspConfig } from './config.ts';

type LgspContext = Pick<ConnectorContext<LgspConfig>, 'config' | 'fetch' | 'signal' | 'now'>;
interface Token {
  readonly value: string;
  /** Milliseconds since the epoch from which it is no longer used. */
  readonly renewAt: number;
}
interface Slot {
  token: Token | undefined;
  pending: Promise<Token> | undefined;
}

const reply = z.object({
  access_token: z.string().min(1),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
});
const slots = new WeakMap<LgspConfig, Slot>();

/** A token to use now. Renewed when a tenth of its life, at most a minute, is left. @throws ConnectorError */
export async function accessToken(context: LgspContext): Promise<string> {
  const slot = slotOf(context.config);
  if (slot.token && context.now().getTime() < slot.token.renewAt) return slot.token.value;
  slot.pending ??= requestToken(context)
    .then((token) => {
      slot.token = token;
      return token;
    })
    .finally(() => {
      slot.pending = undefined;
    });
  return (await slot.pending).value;
}

/** Forgets a token the gateway refused, unless it has been replaced already. */
export function dropToken(config: LgspConfig, refused: string): void {
  const slot = slotOf(config);
  if (slot.token?.value === refused) slot.token = undefined;
}

function slotOf(config: LgspConfig): Slot {
  const found = slots.get(config) ?? { token: undefined, pending: undefined };
  slots.set(config, found);
  return found;
}

async function requestToken({ config, fetch, now }: LgspContext): Promise<Token> {
  const askedAt = now().getTime();
  const credentials = [config.clientId, config.clientSecret.reveal()].map(encodeURIComponent).join(':');
  // Shared by all who wait for it, so it follows nobody's signal, only its own time-out.
  const context = { fetch, now, signal: new AbortController().signal };
  const response = await httpCall(
    {
      operation: 'LGSP token',
      method: 'POST',
      url: joinUrl(config.url, 'token'),
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        accept: 'application/json',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      timeoutMs: config.timeoutMs,
      accept: [400, 401],
    },
    context,
  );
  if (response.status >= 400) {
    await response.body?.cancel();
    throw new ConnectorError(
      'LGSP_CREDENTIALS',
      'LGSP token: client id or secret refused (LGSP_CLIENT_ID, LGSP_CLIENT_SECRET)',
      'permanent',
    );
  }
  const parsed = reply.safeParse(await readJson(response, 'LGSP token'));
  if (!parsed.success)
    throw new ConnectorError('BAD_REPLY', 'LGSP token: reply is no OAuth 2 token', 'permanent');
  const lifeMs = parsed.data.expires_in * 1000;
  return { value: parsed.data.access_token, renewAt: askedAt + lifeMs - Math.min(60_000, lifeMs / 10) };
}
