/** Token endpoint of the simulated LGSP (WSO2 style): client credentials by Basic authentication. */
import { randomBytes } from 'node:crypto';
import { type HttpHandler, HttpResponse } from 'msw';
import { sandboxCredentials } from '../../kit/config.ts';
import type { Sql } from '../store.ts';
import { type HandlerOptions, simulated } from './simulated.ts';

export interface OauthOptions extends HandlerOptions {
  readonly tokenSeconds: number;
}

export function oauthHandlers(options: OauthOptions): HttpHandler[] {
  const { sql, now } = options;
  return [
    simulated(
      {
        system: 'token',
        operation: 'token',
        path: '/lgsp/token',
        nonsense: () =>
          new Response('<html>Welcome to the gateway</html>', { headers: { 'content-type': 'text/html' } }),
        async answer(request) {
          const form = new URLSearchParams(await request.text());
          const client = basicClient(request.headers.get('authorization'));
          const refuse = (status: number, error: string) => ({
            response: HttpResponse.json({ error }, { status }),
            request: `grant_type=${form.get('grant_type') ?? ''}`,
          });
          if (!client) return refuse(401, 'invalid_client');
          if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
          const value = randomBytes(24).toString('base64url');
          const expiresAt = new Date(now().getTime() + options.tokenSeconds * 1000);
          await sql`delete from sandbox.token where expires_at < ${now()}`;
          await sql`insert into sandbox.token values (${value}, ${client}, ${expiresAt})`;
          return {
            key: client,
            request: 'grant_type=client_credentials',
            response: HttpResponse.json({
              access_token: value,
              scope: 'am_application_scope default',
              token_type: 'Bearer',
              expires_in: options.tokenSeconds,
            }),
          };
        },
      },
      options,
    ),
  ];
}

/** Is this bearer token one of ours and still good. */
export async function tokenValid(sql: Sql, header: string | null, now: Date): Promise<boolean> {
  const value = /^Bearer (\S+)$/.exec(header ?? '')?.[1];
  if (!value) return false;
  const rows = await sql`select 1 from sandbox.token where value = ${value} and expires_at > ${now}`;
  return rows.length > 0;
}

function basicClient(header: string | null): string | undefined {
  const encoded = /^Basic (\S+)$/.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const { clientId, clientSecret } = sandboxCredentials;
  return Buffer.from(encoded, 'base64').toString() === `${clientId}:${clientSecret}` ? clientId : undefined;
}
