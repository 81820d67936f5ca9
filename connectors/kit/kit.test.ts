/** The kit: binding, configuration, HTTP sorting, XML writing, values, templates. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { connectors, createConnectors } from '../index.ts';
import { outcome, testContext } from '../testing/sandbox.ts';
import { bindInput, checkHeaders } from './binding.ts';
import { secret, withSandbox } from './config.ts';
import { defineConnector } from './define.ts';
import { elementTemplate, printTemplate, templatePath } from './element-template.ts';
import { httpCall, joinUrl, retryAfter } from './http.ts';
import { calendarDate, sex } from './values.ts';
import { escapeXml, parseXml, xml } from './xml.ts';

const schema = z.object({
  name: z.string().min(3),
  count: z.coerce.number().optional(),
  note: z.string().optional(),
});
const scope = {
  data: { child: { fullName: 'Lý A Sử', none: null, list: [{ x: '5' }] }, 'họ-tên': 'Én' },
  facts: { a: { b: 1 } },
  dossier: { code: 'H38-1' },
};

describe('binding', () => {
  it('takes paths, list places, Vietnamese names and literals', () => {
    expect(
      bindInput(
        { 'input:name': 'data.child.fullName', 'input:count': 'data.child.list[0].x', other: 'x' },
        scope,
        schema,
      ),
    ).toEqual({
      name: 'Lý A Sử',
      count: 5,
    });
    expect(
      bindInput({ 'input:name': '=Lào Cai = quê', 'input:note': 'data.child.none' }, scope, schema),
    ).toEqual({ name: 'Lào Cai = quê' });
    expect(bindInput({ 'input:name': 'dossier.code', 'input:note': 'data.họ-tên' }, scope, schema)).toEqual({
      name: 'H38-1',
      note: 'Én',
    });
  });
  it.each([
    [{}, /name: required, but the task has no header input:name/],
    [{ 'input:name': 'data.child.absent' }, /name \(from data.child.absent\): there is nothing at this path/],
    [{ 'input:name': 'process.env.PATH' }, /neither a path/],
    [{ 'input:name': 'data.__proto__.toString' }, /nothing at this path/],
    [{ 'input:name': 'data.constructor.name' }, /nothing at this path/],
    [{ 'input:name': 'dossier.code', 'input:count': '=x' }, /count \(from a literal\)/],
  ])('%j says what is wrong', (headers, message) => {
    expect(() => bindInput(headers as Record<string, string>, scope, schema)).toThrow(message);
  });
  it('never puts a value into a message', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4 }).map((text) => `§${text}§`),
        (value) => {
          try {
            bindInput(
              { 'input:name': 'data.v', 'input:count': 'data.v' },
              { ...scope, data: { v: value } },
              schema,
            );
          } catch (error) {
            expect(String(error)).not.toContain(value);
          }
        },
      ),
    );
  });
  it('checks headers before anything runs', () => {
    expect(checkHeaders({ 'input:name': 'dossier.code' }, schema)).toEqual([]);
    expect(checkHeaders({ 'input:nmae': 'dossier.code', 'input:count': 'x.y' }, schema)).toHaveLength(3);
  });
});

describe('configuration', () => {
  it('is the sandbox where nothing is said, moved by its variables', () => {
    expect(withSandbox({})).toMatchObject({
      LGSP_URL: 'http://127.0.0.1:3100/lgsp',
      SMTP_URL: 'smtp://127.0.0.1:2525',
    });
    expect(withSandbox({ HOST: '0.0.0.0', SANDBOX_PORT: '9', SMTP_PORT: '8' })).toMatchObject({
      DMS_URL: 'http://127.0.0.1:9/vxp',
      SMTP_URL: 'smtp://127.0.0.1:8',
    });
    expect(withSandbox({ HOST: '::1' })).toMatchObject({ LGSP_URL: 'http://[::1]:3100/lgsp' });
  });
  it('never lends sandbox credentials to a real address', () => {
    expect(() => createConnectors({ LGSP_URL: 'https://lgsp.example.vn' })).toThrow(
      'LGSP_CLIENT_ID: is missing',
    );
    expect(() => createConnectors({ DMS_URL: 'https://vxp.example.vn', DMS_SYSTEM_ID: 'a' })).toThrow(
      'DMS_SECRET: is missing',
    );
    expect(withSandbox({ LGSP_CLIENT_SECRET: 'real' }).LGSP_CLIENT_SECRET).not.toBe('real');
  });
  it('names every mistake and no value', () => {
    const call = () =>
      createConnectors({
        LGSP_URL: 'file:///x',
        LGSP_CLIENT_ID: 'a',
        LGSP_CLIENT_SECRET: 'geheim',
        DMS_TIMEOUT_MS: '-1',
      });
    expect(call).toThrow(/LGSP_URL/);
    expect(call).toThrow(/DMS_TIMEOUT_MS/);
    expect(call).not.toThrow(/geheim/);
  });
  it('a secret does not print', () => {
    const one = secret('geheim');
    expect(`${one}${JSON.stringify({ one })}${String(Object.values(one))}`).not.toContain('geheim');
  });
});

describe('calling', () => {
  const connector = (handle: () => Promise<unknown>, timeoutMs = 5_000) =>
    defineConnector({
      type: 't',
      name: { vi: 't', en: 't' },
      description: { vi: 't', en: 't' },
      config: z.object({}),
      input: schema,
      output: z.object({ n: z.number() }) as z.ZodType<unknown>,
      resultName: 'r',
      backoff: [],
      timeoutMs,
      handle,
    }).open({});
  it.each([
    ['a defect', async () => Promise.reject(new TypeError('x is not a function')), 'UNEXPECTED permanent'],
    ['an output of another shape', async () => ({ n: '1' }), 'INVALID_OUTPUT permanent'],
    ['right', async () => ({ n: 1 }), 'ok'],
  ])('%s → %s', async (_, handle, expected) => {
    expect(await outcome(connector(handle).call({ name: 'abc' }, testContext()))).toBe(expected);
  });
  it('a handler that never ends is left behind', async () => {
    expect(
      await outcome(connector(() => new Promise(() => {}), 50).call({ name: 'abc' }, testContext())),
    ).toBe('TIMEOUT transient');
    expect(
      await outcome(
        connector(() => new Promise(() => {})).call(
          { name: 'abc' },
          testContext({ signal: AbortSignal.abort() }),
        ),
      ),
    ).toBe('ABORTED transient');
  });
});

describe('http', () => {
  let status = 200;
  const server = createServer((_, response) => {
    response.writeHead(status, { 'retry-after': '7', location: 'http://127.0.0.1:1/' }).end('x');
  });
  beforeAll(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
  afterAll(() => void server.close());
  const call = () => {
    const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return httpCall({ operation: 'test', method: 'GET', url, timeoutMs: 2_000 }, testContext());
  };
  it.each([
    [200, 'ok'],
    [302, 'HTTP_302 permanent'],
    [400, 'HTTP_400 permanent'],
    [404, 'HTTP_404 permanent'],
    [408, 'HTTP_408 transient'],
    [422, 'HTTP_422 permanent'],
    [429, 'HTTP_429 transient'],
    [500, 'HTTP_500 transient'],
    [503, 'HTTP_503 transient'],
  ])('%i → %s', async (given, expected) => {
    status = given;
    expect(await outcome(call())).toBe(expected);
    if (given === 429) await expect(call()).rejects.toMatchObject({ retryAfterMs: 7000 });
  });
  it('reads Retry-After as seconds or date', () => {
    const now = new Date('2026-11-20T00:00:00Z');
    expect(['3', 'Fri, 20 Nov 2026 00:00:30 GMT', 'soon', null].map((each) => retryAfter(each, now))).toEqual(
      [3000, 30_000, undefined, undefined],
    );
  });
  it('joins addresses with one slash', () => {
    for (const base of ['http://a.vn/lgsp', 'http://a.vn/lgsp/', 'http://a.vn/lgsp//'])
      for (const path of ['token', '/token']) expect(joinUrl(base, path).href).toBe('http://a.vn/lgsp/token');
  });
});

describe('values and XML', () => {
  it('understands dates and sexes as people write them', () => {
    const dates = [
      '5/3/2026',
      '05-03-2026',
      '05.03.2026',
      '2026-03-05',
      '2026-03-04T18:00:00Z',
      new Date('2026-03-05T00:00:00Z'),
    ];
    expect(dates.map((date) => calendarDate.parse(date))).toEqual(Array(6).fill('2026-03-05'));
    for (const wrong of ['31/02/2026', '2026-13-01', 'mai', '', '5/3/26'])
      expect(calendarDate.safeParse(wrong).success).toBe(false);
    expect(['Nam', 'NỮ', 'nữ'.normalize('NFD'), 'male'].map((each) => sex.parse(each))).toEqual([
      'male',
      'female',
      'female',
      'male',
    ]);
  });
  it('any text that XML can carry comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let written: string;
        try {
          written = escapeXml(text);
        } catch {
          return;
        }
        expect(parseXml(`<a b="${written.replaceAll(/[\n\t]/g, ' ')}">${written}</a>`).text).toBe(text);
        expect(parseXml(xml('a', text)).text).toBe(text);
      }),
    );
  });
});

describe('element templates', () => {
  it.each(connectors.map((each) => [each.type, each] as const))(
    '%s is current (else run node connectors/kit/write-templates.ts)',
    (type, connector) => {
      const file = new URL(`../../${templatePath(type)}`, import.meta.url);
      expect(readFileSync(file, 'utf8')).toBe(printTemplate(elementTemplate(connector)));
    },
  );
  it('there is no template without a connector', () => {
    const files = readdirSync(new URL('../../designer/element-templates/', import.meta.url)).filter((name) =>
      name.startsWith('motcua.'),
    );
    const known = new Set(connectors.map((each) => `${each.type}.json`));
    expect(files.filter((name) => /^motcua\.(lgsp|documents)\./.test(name) && !known.has(name))).toEqual([]);
  });
  it('its own defaults pass the publish check', () => {
    for (const connector of connectors) {
      const headers = Object.fromEntries(
        elementTemplate(connector).properties.flatMap((each) =>
          each.binding.type === 'zeebe:taskHeader' && each.value !== undefined
            ? [[each.binding.key, each.value]]
            : [],
        ),
      );
      expect(connector.check(headers)).toEqual([]);
    }
  });
});
