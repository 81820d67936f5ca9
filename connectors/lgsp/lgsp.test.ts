/** The LGSP connectors against the real sandbox over real HTTP. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createConnectors } from '../index.ts';
import type { BoundConnector } from '../kit/define.ts';
import { outcome, type TestSandbox, testContext, testSandbox } from '../testing/sandbox.ts';

const assign = 'motcua.lgsp.population.assignPersonalId';
const lookup = 'motcua.lgsp.population.lookup';
const child = {
  childFullName: 'Giàng Thị <Mỷ> & "Em"',
  childSex: 'Nữ',
  childBirthDate: '05/03/2026',
  childEthnicity: "H'Mông",
  motherFullName: 'Sùng Thị Dí',
  motherPersonalId: '015190001234',
  fatherFullName: 'Giàng A Páo',
  fatherPersonalId: '123456789',
  serviceCode: '1.001193.01',
  officialId: 'tp.coc-san',
  dossierCode: 'H38.12-261120-0001',
};

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox({ slowMs: 2_000 });
});
afterAll(() => sandbox.close());
beforeEach(async () => {
  for (const system of ['token', 'population'] as const) await sandbox.fault(system, 'ok');
});

function connector(type: string, more: Readonly<Record<string, string>> = {}): BoundConnector {
  const found = createConnectors({ ...sandbox.environment, ...more }).get(type);
  if (!found) throw new Error(`no connector ${type}`);
  return found;
}
const calls = async (operation: string) =>
  (await sandbox.api<{ operation: string; status: number }[]>('calls')).filter(
    (call) => call.operation === operation,
  );
const tokens = async () => (await calls('token')).length;

describe('assignPersonalId', () => {
  it('gets a number that says province, century, sex and year of birth', async () => {
    const output = await connector(assign).call(child, testContext());
    expect(output).toMatchObject({ personalId: expect.stringMatching(/^015326\d{6}$/) });
  });

  it('gives the same number to the same request, also after the sandbox was started again, and another to another', async () => {
    const context = testContext();
    const first = await connector(assign).call(child, context);
    const repeats = await Promise.all([1, 2, 3].map(() => connector(assign).call(child, context)));
    await sandbox.restart();
    const later = await connector(assign).call(child, { ...context, attempt: 5 });
    const other = await connector(assign).call(child, testContext());
    const number = (output: unknown) => (output as { personalId: string }).personalId;
    expect([...repeats, later].map(number)).toEqual(Array(4).fill(number(first)));
    expect(number(other)).not.toBe(number(first));
    const issued = await sandbox.api<{ requestKey: string; times: number }[]>('citizens');
    expect(issued.find((row) => row.requestKey === context.idempotencyKey)?.times).toBe(5);
  });

  it('writes names so that the register reads them as they were', async () => {
    const context = testContext();
    const { personalId } = (await connector(assign).call(child, context)) as { personalId: string };
    const found = await connector(lookup).call(
      {
        personalId,
        fullName: child.childFullName,
        birthDate: '2026-03-05',
        serviceCode: 'x',
        officialId: 'y',
        dossierCode: 'z',
      },
      testContext(),
    );
    expect(found).toMatchObject({
      found: true,
      fullName: child.childFullName,
      sex: 'female',
      ethnicity: "H'Mông",
    });
  });

  it('refuses input it cannot send, naming the field and not the value', async () => {
    const call = connector(assign).call({ ...child, childBirthDate: '31/02/2026' }, testContext());
    await expect(call).rejects.toMatchObject({ code: 'INVALID_INPUT', retry: 'permanent' });
    await expect(call).rejects.not.toThrow(/31\/02/);
  });
});

describe('lookup', () => {
  const person = {
    fullName: 'Lý Văn Nam',
    birthDate: '1990-01-02',
    serviceCode: 'x',
    officialId: 'y',
    dossierCode: 'z',
  };
  it('confirms a fitting person and does not know another', async () => {
    expect(
      await connector(lookup).call({ ...person, personalId: '015090123456' }, testContext()),
    ).toMatchObject({ found: true, sex: 'male' });
    expect(
      await connector(lookup).call({ ...person, personalId: '015091123456' }, testContext()),
    ).toMatchObject({ found: false });
  });
});

describe('token', () => {
  it('is fetched once for many calls at once and kept', async () => {
    const before = await tokens();
    const one = connector(assign);
    await Promise.all(Array.from({ length: 8 }, () => one.call(child, testContext())));
    await one.call(child, testContext());
    expect((await tokens()) - before).toBe(1);
  });

  it('is renewed before it ends', async () => {
    const before = await tokens();
    const one = connector(assign);
    let now = Date.now();
    const context = () => testContext({ now: () => new Date(now) });
    await one.call(child, context());
    now += 3_530_000;
    await one.call(child, context());
    expect((await tokens()) - before).toBe(1);
    now += 15_000;
    await one.call(child, context());
    expect((await tokens()) - before).toBe(2);
  });

  it('is renewed once when the gateway has forgotten it', async () => {
    const short = await testSandbox({ tokenSeconds: 3600, now: () => new Date(Date.now() + skew) });
    let skew = 0;
    try {
      const one = createConnectors(short.environment).get(assign);
      await one?.call(child, testContext());
      skew = 2 * 3_600_000; // the gateway's clock runs ahead: the kept token is over there
      expect(await outcome(one?.call(child, testContext()) ?? Promise.resolve())).toBe('ok');
      const statuses = (await short.api<{ status: number; system: string }[]>('calls')).map(
        (call) => `${call.system} ${call.status}`,
      );
      expect(statuses.reverse()).toEqual([
        'token 200',
        'population 200',
        'population 401',
        'token 200',
        'population 200',
      ]);
    } finally {
      await short.close();
    }
  });

  it('a wrong secret is permanent and says which variables', async () => {
    const wrong = connector(assign, {
      LGSP_URL: `${sandbox.url}/lgsp/`,
      LGSP_CLIENT_ID: 'motcua',
      LGSP_CLIENT_SECRET: 'nein',
    });
    const call = wrong.call(child, testContext());
    await expect(call).rejects.toMatchObject({ code: 'LGSP_CREDENTIALS', retry: 'permanent' });
    await expect(call).rejects.toThrow(/LGSP_CLIENT_SECRET/);
    await expect(call).rejects.not.toThrow(/nein/);
  });

  it('a fresh token that is refused too ends permanently after one renewal', async () => {
    let asked = 0;
    const gateway = createServer((request, response) => {
      const token = request.url?.endsWith('/token');
      if (!token) asked++;
      response.writeHead(token ? 200 : 401, { 'content-type': 'application/json' });
      response.end(token ? '{"access_token":"a","token_type":"Bearer","expires_in":3600}' : '{}');
    });
    await new Promise<void>((done) => gateway.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
    const one = connector(assign, { LGSP_URL: url, LGSP_CLIENT_ID: 'a', LGSP_CLIENT_SECRET: 'b' });
    expect(await outcome(one.call(child, testContext()))).toBe('LGSP_UNAUTHORIZED permanent');
    expect(asked).toBe(2);
    gateway.close();
  });
});

describe('when the outside fails', () => {
  it.each([
    ['population', 'down', 'NETWORK transient'],
    ['population', 'error', 'HTTP_500 transient'],
    ['population', 'wrong', 'BAD_REPLY permanent'],
    ['token', 'down', 'NETWORK transient'],
    ['token', 'error', 'HTTP_500 transient'],
    ['token', 'wrong', 'BAD_REPLY permanent'],
  ] as const)('%s %s → %s, and afterwards it works again', async (system, mode, expected) => {
    await sandbox.fault(system, mode);
    const one = connector(assign);
    const context = testContext();
    expect(await outcome(one.call(child, context))).toBe(expected);
    await sandbox.fault(system, 'ok');
    expect(await outcome(one.call(child, context))).toBe('ok');
  });

  it('slow → time-out, transient', async () => {
    await sandbox.fault('population', 'slow');
    const one = connector(assign, { LGSP_TIMEOUT_MS: '200' });
    expect(await outcome(one.call(child, testContext()))).toBe('TIMEOUT transient');
  });

  it('nobody listens → transient', async () => {
    const one = connector(assign, {
      LGSP_URL: 'http://127.0.0.1:9',
      LGSP_CLIENT_ID: 'a',
      LGSP_CLIENT_SECRET: 'b',
    });
    expect(await outcome(one.call(child, testContext()))).toBe('NETWORK transient');
  });

  it('stopped by us → transient', async () => {
    await sandbox.fault('population', 'slow');
    const stop = new AbortController();
    const call = connector(assign).call(child, testContext({ signal: stop.signal }));
    setTimeout(() => stop.abort(), 100);
    expect(await outcome(call)).toBe('ABORTED transient');
  });
});

describe('a reply that is not what was asked for', () => {
  const soap = (inner: string, prolog = '') =>
    `${prolog}<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${inner}</e:Body></e:Envelope>`;
  const reply = (key: string, number: string) =>
    soap(
      `<CapSoDinhDanhResponse xmlns="urn:lgsp:csdldc:1.0"><MaYeuCau>${key}</MaYeuCau><MaKetQua>00</MaKetQua><CongdanCollection><CongDan><SoDinhDanh>${number}</SoDinhDanh></CongDan></CongdanCollection></CapSoDinhDanhResponse>`,
    );
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
  const outside = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
  it.each([
    ['another request’s', reply('other', '015326000001'), 'BAD_REPLY permanent'],
    ['a number of another sex', reply('k', '015226000001'), 'BAD_REPLY permanent'],
    ['a number too short', reply('k', '01532600001'), 'BAD_REPLY permanent'],
    ['no number', reply('k', ''), 'BAD_REPLY permanent'],
    ['an entity bomb', soap('<a>&b;</a>', bomb), 'BAD_REPLY permanent'],
    ['an outside entity', soap('<a>&x;</a>', outside), 'BAD_REPLY permanent'],
    ['an unknown entity', soap('<a>&nbsp;</a>'), 'BAD_REPLY permanent'],
    ['nested without end', soap(`${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`), 'BAD_REPLY permanent'],
    ['cut off', reply('k', '015326000001').slice(0, -30), 'BAD_REPLY permanent'],
    ['too large', soap(`<a>${'x'.repeat(1_100_000)}</a>`), 'REPLY_TOO_LARGE permanent'],
    [
      'the client’s fault',
      soap('<e:Fault><faultcode>e:Client</faultcode></e:Fault>'),
      'SOAP_FAULT permanent',
    ],
    [
      'the server’s fault',
      soap('<e:Fault><faultcode>e:Server</faultcode></e:Fault>'),
      'SOAP_FAULT transient',
    ],
    ['right', reply('k', '015326000001'), 'ok'],
  ])('%s → %s', async (_, text, expected) => {
    const fake: typeof fetch = async (url) =>
      String(url).endsWith('/token')
        ? Response.json({ access_token: 'a', token_type: 'Bearer', expires_in: 60 })
        : new Response(text, { headers: { 'content-type': 'text/xml' } });
    expect(
      await outcome(connector(assign).call(child, testContext({ fetch: fake, idempotencyKey: 'k' }))),
    ).toBe(expected);
  });
});
