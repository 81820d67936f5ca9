/** Simulated document exchange (VXP adapter): checks signatures, takes envelopes, and a recipient that answers 01 → 03 → 06. */
import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { type HttpHandler, HttpResponse } from 'msw';
import { type Edoc, EdxmlError, isStatusCode } from '../../documents/edxml.ts';
import { readEdxml } from '../../documents/read-edxml.ts';
import { writeStatus } from '../../documents/write-edxml.ts';
import { sandboxCredentials } from '../../kit/config.ts';
import { vietnameseTime } from '../../kit/values.ts';
import { type Answer, type HandlerOptions, simulated } from './simulated.ts';

export interface DocumentsOptions extends HandlerOptions {
  /** After how many milliseconds the recipient reports 01, 03 and 06. */
  readonly recipientDelaysMs: readonly [number, number, number];
}
type Headers = Readonly<Record<string, string>>;
type Service = (values: Headers, request: Request, options: DocumentsOptions) => Promise<Answer>;

const services: Readonly<Record<string, Service>> = {
  sendEdoc,
  getReceivedEdocList,
  getEdoc,
  updateStatus,
  getAgenciesList,
};

export function documentsHandlers(options: DocumentsOptions): HttpHandler[] {
  return Object.entries(services).map(([operation, serve]) =>
    simulated(
      {
        system: 'documents',
        operation,
        path: `/vxp/${operation}`,
        nonsense: () => HttpResponse.json({ status: 'OK', ErrorCode: '0', data: 'không có', DocId: null }),
        async answer(request) {
          const values = verifiedHeaders(request.headers, options.now());
          if (typeof values === 'string') return { response: failed('15', values), request: operation };
          return serve(values, request, options);
        },
      },
      options,
    ),
  );
}

/** The signed headers, or why they are not believed: every one must equal its copy in the signed JSON, and be recent. */
function verifiedHeaders(headers: globalThis.Headers, now: Date): Headers | string {
  const text = headers.get('xroadvnpt-sign-header') ?? '';
  const given = Buffer.from(headers.get('xroadvnpt-hash-header') ?? '', 'hex');
  const expected = createHmac('sha256', sandboxCredentials.systemSecret).update(text).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    return 'sai chữ ký (hash-header)';
  const signed = JSON.parse(text) as Headers;
  for (const [key, value] of Object.entries(signed))
    if (headers.get(`xroadvnpt-${key}`) !== value) return `header ${key} khác với nội dung đã ký`;
  if (signed.systemid !== sandboxCredentials.systemId) return 'không có hệ thống này (systemid)';
  const at = /^(\d\d)(\d\d)(\d{4})T(\d\d)(\d\d)(\d\d)\+0700$/.exec(signed.timestamp ?? '');
  const sentAt = at ? Date.parse(`${at[3]}-${at[2]}-${at[1]}T${at[4]}:${at[5]}:${at[6]}+07:00`) : Number.NaN;
  if (!(Math.abs(now.getTime() - sentAt) < 15 * 60_000)) return 'timestamp quá xa giờ máy chủ';
  return signed;
}

async function sendEdoc(values: Headers, request: Request, options: DocumentsOptions): Promise<Answer> {
  const shown = `from: ${values.from}\nto: ${values.to}\nhash-file: ${values['hash-file']}`;
  const file = (await request.formData()).get('file_doc');
  if (!(file instanceof File)) return { response: failed('2', 'thiếu file_doc'), request: shown };
  const bytes = Buffer.from(await file.arrayBuffer());
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== values['hash-file'])
    return { response: failed('3', 'hash-file không khớp'), request: shown };
  try {
    const message = await readEdxml([bytes]);
    if (message.kind !== 'edoc') return { response: failed('4', 'không phải văn bản'), request: shown };
    if (message.edoc.from.organId !== values.from)
      return { response: failed('5', 'nơi gửi khác với gói tin'), request: shown };
    const docId = await keepEdoc(message.edoc, { bytes, sha256 }, options);
    return { key: message.edoc.documentId, request: shown, response: success({ DocId: docId }) };
  } catch (error) {
    if (!(error instanceof EdxmlError)) throw error;
    return { response: failed('4', `gói tin edXML sai: ${error.message}`), request: shown };
  }
}

/** One row per DocumentId and sender; the recipient's three reports are decided in the same transaction. */
async function keepEdoc(
  edoc: Edoc,
  file: { readonly bytes: Buffer; readonly sha256: string },
  { sql, now, recipientDelaysMs }: DocumentsOptions,
): Promise<string> {
  return sql.begin(async (tx) => {
    const to = edoc.to[0];
    const [row] = await tx<{ doc_id: string; times: number }[]>`insert into sandbox.edoc
      (doc_id, document_id, from_organ, from_name, to_organ, to_name, code, promulgation_date, type_name, subject, sha256, envelope, at)
      values (${randomUUID()}, ${edoc.documentId}, ${edoc.from.organId}, ${edoc.from.organName}, ${to?.organId ?? ''}, ${to?.organName ?? ''},
        ${[edoc.code.number, edoc.code.notation].filter(Boolean).join('/')}, ${edoc.promulgationDate}, ${edoc.typeName}, ${edoc.subject},
        ${file.sha256}, ${file.bytes}, ${now()})
      on conflict (from_organ, document_id) do update set times = sandbox.edoc.times + 1
      returning doc_id, times`;
    if (!row) throw new Error('insert returned no row');
    if (row.times === 1)
      for (const [index, code] of (['01', '03', '06'] as const).entries()) {
        const visibleAt = new Date(now().getTime() + (recipientDelaysMs[index] ?? 0));
        await tx`insert into sandbox.edoc_status (doc_id, about, code, description, visible_at)
          values (${randomUUID()}, ${row.doc_id}, ${code}, ${descriptions[code]}, ${visibleAt})`;
      }
    return row.doc_id;
  });
}

const descriptions = {
  '01': 'Văn bản đã đến hệ thống nhận',
  '03': 'Văn thư đã tiếp nhận',
  '06': 'Đã xử lý xong',
} as const;

async function getReceivedEdocList(
  values: Headers,
  _request: Request,
  { sql, now }: DocumentsOptions,
): Promise<Answer> {
  const size = Math.min(Math.max(Number(values.pageSize) || 20, 1), 500);
  const index = Math.max(Number(values.pageIndex) || 1, 1);
  const rows =
    values.messagetype === 'status'
      ? await sql<
          { doc_id: string; to_organ: string }[]
        >`select s.doc_id, e.to_organ from sandbox.edoc_status s
          join sandbox.edoc e on e.doc_id = s.about where s.acknowledged_at is null and s.visible_at <= ${now()}
          order by s.visible_at, s.doc_id limit ${size} offset ${(index - 1) * size}`
      : [];
  const data = rows.map((row) => ({
    docId: row.doc_id,
    from: row.to_organ,
    serviceType: 'eDoc',
    messageType: 'status',
  }));
  return { request: JSON.stringify(values), response: success({ data }) };
}

interface StatusRow {
  readonly code: string;
  readonly description: string;
  readonly visible_at: Date;
  readonly to_organ: string;
  readonly to_name: string;
  readonly from_organ: string;
  readonly document_id: string;
  readonly document_code: string;
  readonly promulgation_date: string;
}

async function getEdoc(values: Headers, _request: Request, { sql, now }: DocumentsOptions): Promise<Answer> {
  const docId = values.docid ?? '';
  const [row] = await sql<
    StatusRow[]
  >`select s.code, s.description, s.visible_at, e.to_organ, e.to_name, e.from_organ,
      e.document_id, e.code as document_code, to_char(e.promulgation_date, 'YYYY-MM-DD') as promulgation_date
    from sandbox.edoc_status s join sandbox.edoc e on e.doc_id = s.about where s.doc_id = ${docId} and s.visible_at <= ${now()}`;
  const shown = { key: docId, request: JSON.stringify(values) };
  if (!row || !isStatusCode(row.code)) return { ...shown, response: failed('6', 'không có gói tin này') };
  const envelope = writeStatus({
    from: { organId: row.to_organ, organName: row.to_name },
    responseFor: {
      organId: row.from_organ,
      documentId: row.document_id,
      code: row.document_code,
      promulgationDate: row.promulgation_date,
    },
    code: row.code,
    description: row.description,
    timestamp: vietnameseTime(row.visible_at),
    staff: { department: 'Văn thư', name: 'Hệ thống mô phỏng' },
  });
  return {
    ...shown,
    response: new Response(envelope as BodyInit, {
      headers: { 'content-type': 'application/xml; charset=utf-8' },
    }),
  };
}

async function updateStatus(
  values: Headers,
  _request: Request,
  { sql, now }: DocumentsOptions,
): Promise<Answer> {
  const rows = await sql`update sandbox.edoc_status set acknowledged_at = coalesce(acknowledged_at, ${now()})
    where doc_id = ${values.docid ?? ''} returning 1`;
  const shown = { key: values.docid ?? '', request: JSON.stringify(values) };
  return { ...shown, response: rows.length > 0 ? success({}) : failed('6', 'không có gói tin này') };
}

async function getAgenciesList(values: Headers): Promise<Answer> {
  const data = [{ id: '000.00.01.H38', name: 'Hệ thống quản lý văn bản và điều hành tỉnh Lào Cai' }];
  return { request: JSON.stringify(values), response: success({ data }) };
}

function success(more: Readonly<Record<string, unknown>>): Response {
  return HttpResponse.json({ status: 'OK', ErrorCode: '0', ErrorDesc: '', ...more });
}
function failed(code: string, reason: string): Response {
  return HttpResponse.json({ status: 'FAIL', ErrorCode: code, ErrorDesc: reason });
}
