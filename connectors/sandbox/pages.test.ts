/** The sandbox's pages: everything sent is shown, nothing sent can do anything there. */
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConnectors } from '../index.ts';
import { createMailer } from '../notification/mailer.ts';
import { type TestSandbox, testContext, testSandbox } from '../testing/sandbox.ts';

const hostile = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox({ recipientDelaysMs: [0, 0, 0] });
  const connectors = createConnectors(sandbox.environment);
  await connectors.get('motcua.lgsp.population.assignPersonalId')?.call(
    {
      childFullName: `Lý ${hostile}`,
      childSex: 'nam',
      childBirthDate: '2026-01-02',
      serviceCode: 'a',
      officialId: hostile.slice(0, 20),
      dossierCode: 'c',
    },
    testContext(),
  );
  await connectors.get('motcua.documents.register')?.call(
    {
      documentId: 'x',
      number: '1',
      promulgationDate: '2026-01-02',
      typeName: 'Giấy khai sinh',
      subject: hostile,
      fromOrganId: 'H38.12',
      fromOrganName: hostile,
    },
    testContext({
      readDocument: async () => ({ bytes: Buffer.from(hostile), name: 'a".html', mime: 'text/html' }),
    }),
  );
  const mailer = createMailer(sandbox.environment);
  await mailer.sendMail({
    to: 'a@example.vn',
    subject: hostile,
    text: hostile,
    html: hostile,
    idempotencyKey: 'k',
  });
  mailer.close();
});
afterAll(() => sandbox.close());
const get = (path: string, init?: RequestInit) =>
  fetch(`${sandbox.url}${path}`, { redirect: 'manual', ...init });

describe('pages', () => {
  it('every page and every link on it answers, escapes what was sent and runs no script', async () => {
    const todo = ['/'];
    const seen = new Set<string>();
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      const type = response.headers.get('content-type') ?? '';
      const text = await response.text();
      if (!type.startsWith('text/html')) continue;
      expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
      if (!path.endsWith('/html')) expect(text).not.toMatch(/<script|<img/);
      todo.push(
        ...[...text.matchAll(/(?:href|src)="(\/[^"#]*)"/g)].map((match) =>
          (match[1] ?? '').replaceAll('&amp;', '&'),
        ),
      );
    }
    expect([...seen].filter((path) => /^\/(mails|documents|calls)\/./.test(path)).length).toBeGreaterThan(6);
  });

  it('a mail’s HTML is shown where scripts, forms and pictures from elsewhere are off', async () => {
    const [mail] = await sandbox.api<{ id: string }[]>('mails');
    const response = await get(`/mails/${mail?.id}/html`);
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox;/);
    expect(await (await get(`/mails/${mail?.id}`)).text()).toContain('<iframe sandbox="" src=');
  });

  it('a paper that is no PDF is only downloaded', async () => {
    const [document] = await sandbox.api<{ docId: string }[]>('documents');
    const response = await get(`/documents/${document?.docId}/papers/0`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''a%22\.html$/);
  });

  it.each([
    '/mails/0',
    '/mails/x',
    '/mails/99999999999999999999',
    '/calls/-1',
    '/documents/x',
    '/documents/x/papers/0',
    '/nowhere',
  ])('%s is not found, politely', async (path) => {
    expect((await get(path)).status).toBe(404);
  });
});

describe('switches', () => {
  const set = (system: string, mode: string, headers: Record<string, string> = {}) =>
    get('/faults', { method: 'POST', headers, body: new URLSearchParams({ system, mode }) });
  it('show on the first page and refuse what is unknown or comes from another site', async () => {
    expect((await set('population', 'down')).status).toBe(303);
    expect(await (await get('/')).text()).toContain('<span class="bad">Ngừng</span>');
    expect((await set('population', 'gone')).status).toBe(400);
    expect((await set('__proto__', 'down')).status).toBe(400);
    expect((await set('mail', 'down', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await set('population', 'ok')).status).toBe(303);
    expect(await sandbox.api('faults')).toEqual([]);
  });
});

describe('the HTTP bridge', () => {
  it('a request line with another origin stays here', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(sandbox.url);
      request({ host: '127.0.0.1', port, path: '//example.com/healthz' }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });
  it('too large a body is refused', async () => {
    const response = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(sandbox.url);
      const headers = { 'content-length': String(100 * 1024 * 1024) };
      const asked = request(
        { host: '127.0.0.1', port, path: '/vxp/sendEdoc', method: 'POST', headers },
        (reply) => {
          resolve(reply.resume().statusCode);
          asked.destroy();
        },
      );
      asked.on('error', reject).flushHeaders();
    });
    expect(response).toBe(413);
  });
});
