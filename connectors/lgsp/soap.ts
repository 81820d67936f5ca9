/** SOAP 1.1 over the LGSP: envelope, bearer token (renewed once on 401), faults sorted, reply parsed safely. */
import { httpCall, joinUrl, readText } from '../kit/http.ts';
import type { ConnectorContext } from '../kit/types.ts';
import { ConnectorError } from '../kit/types.ts';
import { find, parseXml, textAt, type XmlElement, XmlError, type XmlNode, xml } from '../kit/xml.ts';
import type { LgspConfig } from './config.ts';
import { accessToken, dropToken } from './token.ts';

export const soapNamespace = 'http://schemas.xmlsoap.org/soap/envelope/';

export interface SoapCall {
  readonly operation: string;
  /** Below the gateway's address. */
  readonly path: string;
  readonly action: string;
  readonly body: XmlNode;
}

/** A whole SOAP 1.1 message around one body element. */
export function soapEnvelope(body: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${xml('soapenv:Envelope', [xml('soapenv:Body', [body])], { 'xmlns:soapenv': soapNamespace })}`;
}

/**
 * Calls a service and gives the element inside the SOAP body.
 * @throws ConnectorError; a fault of ours (Client) is permanent, one of theirs (Server) transient, a reply that is no SOAP permanent
 */
export async function soapCall(call: SoapCall, context: ConnectorContext<LgspConfig>): Promise<XmlElement> {
  const text = soapEnvelope(call.body);
  let token = await accessToken(context);
  let response = await send(call, text, token, context);
  if (response.status === 401) {
    await response.body?.cancel();
    dropToken(context.config, token);
    token = await accessToken(context);
    response = await send(call, text, token, context);
    if (response.status === 401) {
      await response.body?.cancel();
      throw new ConnectorError(
        'LGSP_UNAUTHORIZED',
        `${call.operation}: a fresh token was refused`,
        'permanent',
      );
    }
  }
  const status = response.status;
  const reply = await readText(response, call.operation);
  const body = soapBody(call.operation, reply, status);
  const fault = body.name === 'Fault' ? body : undefined;
  if (fault) {
    const code = textAt(fault, 'faultcode').split(':').at(-1) ?? '';
    const transient = code.startsWith('Server');
    throw new ConnectorError(
      'SOAP_FAULT',
      `${call.operation}: fault ${code || 'without code'}`,
      transient ? 'transient' : 'permanent',
    );
  }
  if (status >= 500)
    throw new ConnectorError(`HTTP_${status}`, `${call.operation}: answered ${status}`, 'transient');
  return body;
}

function send(
  call: SoapCall,
  text: string,
  token: string,
  context: ConnectorContext<LgspConfig>,
): Promise<Response> {
  return httpCall(
    {
      operation: call.operation,
      method: 'POST',
      url: joinUrl(context.config.url, call.path),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'text/xml; charset=utf-8',
        soapaction: `"${call.action}"`,
        accept: 'text/xml',
        'x-request-id': context.idempotencyKey,
      },
      body: text,
      timeoutMs: context.config.timeoutMs,
      accept: [401, 500], // SOAP 1.1 6.2: faults come with 500
    },
    context,
  );
}

function soapBody(operation: string, reply: string, status: number): XmlElement {
  try {
    const envelope = parseXml(reply);
    const body =
      envelope.namespace === soapNamespace && envelope.name === 'Envelope'
        ? find(envelope, 'Body')
        : undefined;
    const content = body?.children[0];
    if (content) return content;
    throw new XmlError('no SOAP envelope');
  } catch (cause) {
    if (!(cause instanceof XmlError)) throw cause;
    // A gateway's error page is no SOAP: its status says what happened.
    if (status >= 500)
      throw new ConnectorError(`HTTP_${status}`, `${operation}: answered ${status}`, 'transient', { cause });
    throw new ConnectorError('BAD_REPLY', `${operation}: ${cause.message}`, 'permanent', { cause });
  }
}
