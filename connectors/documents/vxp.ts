/** Transport of the document exchange (VXP adapter, SDK 2.0.x wire format): signed headers, multipart sending, mailbox of messages. */
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { httpCall, joinUrl, readBytes, readJson } from '../kit/http.ts';
import type { ConnectorContext } from '../kit/types.ts';
import { ConnectorError } from '../kit/types.ts';
import type { DocumentsConfig } from './config.ts';

export type VxpContext = Pick<ConnectorContext<DocumentsConfig>, 'config' | 'fetch' | 'signal' | 'now'>;
export type MessageType = 'edoc' | 'status';
export interface MailboxItem {
  readonly docId: string;
  readonly from: string;
  readonly messageType: MessageType;
}

const headerPrefix = 'XroadVnpt-';
const ok = z.object({ status: z.string(), ErrorCode: z.string(), ErrorDesc: z.string().nullish() }).loose();
const sent = z.object({ DocId: z.union([z.string(), z.number()]).transform(String) });
const listed = z.object({
  data: z.array(
    z.object({
      docId: z.union([z.string(), z.number()]).transform(String),
      from: z.string(),
      messageType: z.enum(['edoc', 'status']),
    }),
  ),
});

/** Headers K as `XroadVnpt-K` plus the three that sign them: HMAC-SHA256(secret, JSON of the headers), hex. */
export function signedHeaders(
  values: Readonly<Record<string, string>>,
  config: Pick<DocumentsConfig, 'systemId' | 'secret'>,
  now: Date,
): Record<string, string> {
  const signed: Record<string, string> = {
    ...values,
    timestamp: vxpTimestamp(now),
    systemid: config.systemId,
  };
  const text = JSON.stringify(signed);
  const headers = Object.fromEntries(
    Object.entries(signed).map(([key, value]) => [headerPrefix + key, value]),
  );
  return {
    ...headers,
    [`${headerPrefix}sign-header-key`]: Object.keys(signed).join(';'),
    [`${headerPrefix}sign-header`]: text,
    [`${headerPrefix}hash-header`]: createHmac('sha256', config.secret.reveal()).update(text).digest('hex'),
    [`${headerPrefix}version`]: '3.0.201608',
    'user-agent': 'JAVASDKAgent/1.0.0 XRoad/VPCP',
  };
}

/** Sends an envelope. The exchange knows a repeated DocumentId of the same sender and gives the first DocId again. */
export async function sendEdoc(
  envelope: readonly Uint8Array[],
  route: { readonly from: string; readonly to: readonly string[] },
  context: VxpContext,
): Promise<{ readonly docId: string; readonly sha256: string }> {
  const hash = createHash('sha256');
  for (const piece of envelope) hash.update(piece);
  const sha256 = hash.digest('hex');
  const body = new FormData();
  // A Blob over the pieces: they are sent one after the other, never joined.
  body.set('file_doc', new Blob([...envelope] as BlobPart[], { type: 'application/xml' }), 'document.edxml');
  const values = {
    servicetype: 'eDoc',
    messagetype: 'edoc',
    from: route.from,
    to: JSON.stringify(route.to),
    'hash-file': sha256,
  };
  const reply = await post('sendEdoc', values, body, context);
  return { docId: shaped(sent, reply, 'sendEdoc').DocId, sha256 };
}

/** One page of messages that wait for us, oldest first; acknowledged ones are not listed any more. */
export async function receivedList(
  page: { readonly messageType: MessageType; readonly index: number; readonly size: number },
  context: VxpContext,
): Promise<readonly MailboxItem[]> {
  const values = {
    servicetype: 'eDoc',
    messagetype: page.messageType,
    pageSize: String(page.size),
    pageIndex: String(page.index),
  };
  return shaped(listed, await post('getReceivedEdocList', values, '{}', context), 'getReceivedEdocList').data;
}

/** A message's envelope, as it comes. */
export async function getEdoc(docId: string, context: VxpContext): Promise<AsyncIterable<Uint8Array>> {
  const response = await exchange('getEdoc', { servicetype: 'eDoc', docid: docId }, '{}', context);
  if (response.headers.get('content-type')?.includes('json')) {
    checked(await readJson(response, 'getEdoc'), 'getEdoc');
    throw new ConnectorError('BAD_REPLY', 'getEdoc: reply holds no envelope', 'permanent');
  }
  return readBytes(response, 'getEdoc', context.config.maxBytes);
}

/** Tells the exchange that a message has been taken over; repeating it is harmless. */
export async function acknowledge(docId: string, context: VxpContext): Promise<void> {
  await post('updateStatus', { servicetype: 'eDoc', docid: docId, status: 'done' }, '{}', context);
}

async function post(
  service: string,
  values: Readonly<Record<string, string>>,
  body: BodyInit,
  context: VxpContext,
): Promise<unknown> {
  return checked(await readJson(await exchange(service, values, body, context), service), service);
}

function exchange(
  service: string,
  values: Readonly<Record<string, string>>,
  body: BodyInit,
  context: VxpContext,
): Promise<Response> {
  const { config } = context;
  return httpCall(
    {
      operation: service,
      method: 'POST',
      url: joinUrl(config.url, service),
      headers: {
        ...signedHeaders(values, config, context.now()),
        ...(typeof body === 'string' && { 'content-type': 'application/json' }),
      },
      body,
      timeoutMs: config.timeoutMs,
    },
    context,
  );
}

/** `{status: "OK", ErrorCode: "0"}` is success; the exchange says errors with HTTP 200. */
function checked(reply: unknown, service: string): unknown {
  const { status, ErrorCode } = shaped(ok, reply, service);
  if (status === 'OK' && ErrorCode === '0') return reply;
  // -1: the adapter itself failed; everything else is about our request.
  throw new ConnectorError(
    'VXP_REFUSED',
    `${service}: refused with ErrorCode ${ErrorCode}`,
    ErrorCode === '-1' ? 'transient' : 'permanent',
  );
}

function shaped<T>(schema: z.ZodType<T>, reply: unknown, service: string): T {
  const parsed = schema.safeParse(reply);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'reply').join(', ');
  throw new ConnectorError('BAD_REPLY', `${service}: reply has not the agreed shape (${where})`, 'permanent');
}

/** `ddMMyyyy'T'HHmmss+0700`. */
function vxpTimestamp(now: Date): string {
  const iso = new Date(now.getTime() + 7 * 3_600_000).toISOString();
  return `${iso.slice(8, 10)}${iso.slice(5, 7)}${iso.slice(0, 4)}T${iso.slice(11, 19).replaceAll(':', '')}+0700`;
}
