/** Registering a document and reading its statuses, against the real sandbox over real HTTP. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createConnectors } from '../index.ts';
import { readConfig } from '../kit/config.ts';
import type { BoundConnector, CallContext } from '../kit/define.ts';
import { outcome, type TestSandbox, testContext, testSandbox } from '../testing/sandbox.ts';
import { documentsConfig } from './config.ts';
import { pollStatuses } from './mailbox.ts';
import { readEdxml } from './read-edxml.ts';
import { sendEdoc, signedHeaders } from './vxp.ts';

interface Registered {
  readonly docId: string;
  readonly edocDocumentId: string;
}
const pdf = Buffer.concat([
  Buffer.from('%PDF-1.7\n'),
  readFileSync(new URL(import.meta.url)),
  Buffer.alloc(300_000, 'ký số'),
]);
const input = {
  documentId: 'result-1',
  number: '123/2026',
  notation: 'TP-HT',
  promulgationDate: '20/11/2026',
  place: 'Lào Cai',
  typeName: 'Giấy khai sinh',
  subject: 'Đăng ký khai sinh',
  content: 'H38.12-261120-0001',
  fromOrganId: 'H38.12',
  fromOrganName: 'UBND xã Cốc San',
};

let now = Date.parse('2026-11-20T03:00:00Z');
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox({ now: () => new Date(now), recipientDelaysMs: [0, 1000, 3000] });
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.fault('documents', 'ok'));

const context = (more: Partial<CallContext> = {}) =>
  testContext({
    now: () => new Date(now),
    readDocument: async () => ({ bytes: pdf, name: 'giấy khai sinh.pdf', mime: 'application/pdf' }),
    ...more,
  });
function connector(name: 'register' | 'status', more: Readonly<Record<string, string>> = {}): BoundConnector {
  const found = createConnectors({ ...sandbox.environment, ...more }).get(`motcua.documents.${name}`);
  if (!found) throw new Error(`no connector ${name}`);
  return found;
}
const register = (more: Partial<CallContext> = {}) =>
  connector('register').call(input, context(more)) as Promise<Registered>;
const config = () => readConfig('documents', documentsConfig, sandbox.environment);

describe('register', () => {
  it('delivers an envelope whose paper is the original, byte for byte', async () => {
    const { docId, edocDocumentId } = await register();
    const envelope = await fetch(`${sandbox.url}/documents/${docId}/envelope`);
    const message = await readEdxml([new Uint8Array(await envelope.arrayBuffer())]);
    if (message.kind !== 'edoc') throw new Error('not a document');
    expect(message.edoc).toMatchObject({
      documentId: edocDocumentId,
      code: { number: '123/2026', notation: 'TP-HT' },
      promulgationDate: '2026-11-20',
      from: { organId: 'H38.12' },
      to: [{ organId: '000.00.01.H38' }],
      timestamp: '2026-11-20 10:00:00',
    });
    expect(message.attachments[0]?.name).toBe('giấy khai sinh.pdf');
    expect(pdf.equals(message.attachments[0]?.bytes ?? new Uint8Array())).toBe(true);
    const paper = await fetch(`${sandbox.url}/documents/${docId}/papers/0`);
    expect(pdf.equals(new Uint8Array(await paper.arrayBuffer()))).toBe(true);
  });

  it('repeated, is one document with one id and one set of statuses', async () => {
    const { idempotencyKey } = context();
    const first = await register({ idempotencyKey });
    now += 5000;
    const repeats = await Promise.all([2, 3, 4].map((attempt) => register({ idempotencyKey, attempt })));
    await sandbox.restart();
    repeats.push(await register({ idempotencyKey, attempt: 5 }));
    expect(repeats.map((each) => each.docId)).toEqual(Array(4).fill(first.docId));
    const kept = await sandbox.api<{ docId: string; times: number; statuses: string[] }[]>('documents');
    const same = kept.filter((each) => each.docId === first.docId);
    expect(same).toHaveLength(1);
    expect(same[0]?.times).toBe(5);
  });

  it.each([
    ['down', 'NETWORK transient'],
    ['error', 'HTTP_500 transient'],
    ['wrong', 'BAD_REPLY permanent'],
  ] as const)('exchange %s → %s', async (mode, expected) => {
    await sandbox.fault('documents', mode);
    expect(await outcome(register())).toBe(expected);
  });

  it('a wrong secret is refused by the exchange', async () => {
    const wrong = connector('register', {
      DMS_URL: `${sandbox.url}/vxp/`,
      DMS_SYSTEM_ID: 'motcua-h38',
      DMS_SECRET: 'nein',
    });
    expect(await outcome(wrong.call(input, context()))).toBe('VXP_REFUSED permanent');
  });

  it('a file that is gone is permanent, an organ id that cannot travel is refused before', async () => {
    expect(await outcome(connector('register').call(input, testContext()))).toBe('NO_DOCUMENT permanent');
    expect(await outcome(connector('register').call({ ...input, fromOrganId: 'xã Ý' }, context()))).toBe(
      'INVALID_INPUT permanent',
    );
  });
});

describe('the exchange checks what it gets', () => {
  const send = (envelope: string, from = 'H38.12') =>
    outcome(sendEdoc([Buffer.from(envelope)], { from, to: ['x'] }, { ...context(), config: config() }));
  it('hostile or foreign XML is refused', async () => {
    expect(await send('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><edXML>&x;</edXML>')).toBe(
      'VXP_REFUSED permanent',
    );
    expect(await send('không phải XML')).toBe('VXP_REFUSED permanent');
  });
  it('old, changed or unsigned headers are refused', async () => {
    const ask = async (headers: Record<string, string>) =>
      (await (await fetch(`${sandbox.url}/vxp/updateStatus`, { method: 'POST', headers })).json()) as {
        ErrorCode: string;
      };
    const good = signedHeaders({ docid: 'x' }, config(), new Date(now));
    expect(await ask(good)).toMatchObject({ ErrorCode: '6' });
    expect(await ask({ ...good, 'XroadVnpt-docid': 'y' })).toMatchObject({ ErrorCode: '15' });
    expect(await ask(signedHeaders({ docid: 'x' }, config(), new Date(now - 3_600_000)))).toMatchObject({
      ErrorCode: '15',
    });
    expect(await ask({})).toMatchObject({ ErrorCode: '15' });
  });
});

describe('status', () => {
  it('is pending, then received, then completed; two documents do not mix', async () => {
    const mine = await register();
    now += 2000;
    const other = await register();
    const ask = (document: Registered, until: '03' | '06') =>
      connector('status').call({ edocDocumentId: document.edocDocumentId, until }, context());
    expect(await ask(mine, '03')).toMatchObject({
      code: '03',
      name: { vi: 'Đã tiếp nhận' },
      history: [{ code: '01' }, { code: '03' }],
    });
    expect(await outcome(ask(other, '03'))).toBe('PENDING transient');
    expect(await outcome(ask(mine, '06'))).toBe('PENDING transient');
    now += 3000;
    expect(await ask(mine, '06')).toMatchObject({
      code: '06',
      history: [{ code: '01' }, { code: '03' }, { code: '06' }],
    });
    expect(await ask(other, '03')).toMatchObject({ code: '03' });
  });

  it('acknowledges after the result is kept, and then only what belongs to it', async () => {
    const mine = await register();
    now += 10_000;
    const one = connector('status');
    const question = { edocDocumentId: mine.edocDocumentId, until: '06' };
    const answer = await one.call(question, context());
    expect(await one.call(question, context())).toEqual(answer);
    const waiting = async () => {
      const seen: string[] = [];
      await pollStatuses({ ...context(), config: config() }, async (status) => {
        seen.push(status.responseFor.documentId);
        throw new Error('kept nothing');
      }).catch(() => {});
      return seen;
    };
    const before = await waiting();
    await one.settle(question, answer, context());
    await one.settle(question, answer, context());
    expect(await outcome(one.call(question, context()))).toBe('PENDING transient');
    expect((await waiting()).length).toBe(before.length);
  });
});

describe('pollStatuses', () => {
  it('hands over every status, again when keeping it failed, and never again once kept', async () => {
    await register();
    now += 10_000;
    const poll = (store: (docId: string) => void) =>
      pollStatuses({ ...context(), config: config() }, async (status) => store(status.docId));
    const first: string[] = [];
    await expect(
      poll((docId) => {
        first.push(docId);
        if (first.length === 2) throw new Error('database is down');
      }),
    ).rejects.toThrow('database is down');
    const second: string[] = [];
    await poll((docId) => second.push(docId));
    expect(second[0]).toBe(first[1]);
    expect(await poll(() => {})).toBe(0);
  });
});
