/** edXML: what is written is what QCVN 102:2016 names, and reading it back gives the same bytes; hostile messages are refused. */

import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseXml } from '../kit/xml.ts';
import { type Edoc, EdxmlError } from './edxml.ts';
import { readEdxml, readLimits } from './read-edxml.ts';
import { guid, writeEdoc, writeStatus } from './write-edxml.ts';

const edoc: Edoc = {
  from: { organId: 'H38.12', organName: 'UBND xã Cốc San', organAdd: '', email: '', telephone: '' },
  to: [{ organId: '000.00.01.H38', organName: 'Quản lý văn bản', organAdd: '', email: '', telephone: '' }],
  documentId: '8c6f8a7e-0000-8000-8000-000000000001',
  code: { number: '123', notation: 'TP-HT' },
  place: 'Lào Cai',
  promulgationDate: '2026-11-20',
  typeName: 'Giấy khai sinh',
  subject: 'Đăng ký khai sinh <& "H\'Mông">',
  content: 'H38.12-261120-0001',
  signer: { position: 'Chủ tịch', fullName: 'Lý A Sử' },
  timestamp: '2026-11-20 09:30:00',
};
const bytes = (size: number) => Uint8Array.from({ length: size }, (_, index) => (index * 7919) % 251);
const text = (pieces: Iterable<Uint8Array>) => Buffer.concat([...pieces]).toString('utf8');
const read = (message: string) => readEdxml([Buffer.from(message, 'utf8')]);

describe('writing', () => {
  it('uses the names, order and dates of the standard', () => {
    const written = text(writeEdoc(edoc, [{ name: 'a.pdf', mime: 'application/pdf', bytes: bytes(10) }]));
    const root = parseXml(written);
    expect([root.name, root.namespace]).toEqual(['edXML', 'http://www.mic.gov.vn/TBT/QCVN_102_2016']);
    const path = (element: typeof root, depth: number): string[] =>
      depth === 0
        ? []
        : element.children.flatMap((each) => [
            each.name,
            ...path(each, depth - 1).map((name) => `${each.name}/${name}`),
          ]);
    expect(path(root, 2)).toEqual([
      'edXMLEnvelope',
      'edXMLEnvelope/edXMLHeader',
      'edXMLEnvelope/edXMLBody',
      'AttachmentEncoded',
      'AttachmentEncoded/Attachment',
    ]);
    const header = root.children[0]?.children[0]?.children[0];
    expect(header?.children.map((each) => each.name)).toEqual([
      'From',
      'To',
      'DocumentId',
      'Code',
      'PromulgationInfo',
      'DocumentType',
      'Subject',
      'Content',
      'SignerInfo',
      'OtherInfo',
      'SteeringType',
      'ApplicationType',
    ]);
    expect(written).toContain('<edXML:PromulgationDate>2026/11/20</edXML:PromulgationDate>');
    expect(written).toContain('<edXML:Timestamp>2026/11/20 09:30:00</edXML:Timestamp>');
    expect(written).toContain('<edXML:Bussiness><edXML:DocumentId>8c6f');
    expect(written).toContain('<edXML:BussinessDocType>0</edXML:BussinessDocType>');
    expect(written).toContain('<edXML:edXMLManifest version="1.0"><edXML:Reference><edXML:ContentId>cid:');
  });

  it('packs a paper as base64 of a ZIP that any unzip opens', () => {
    const written = text(
      writeEdoc(edoc, [{ name: 'kết quả.pdf', mime: 'application/pdf', bytes: bytes(500_000) }]),
    );
    const base64 = /<edXML:ContentTransferEncoded[^>]*>([^<]*)</.exec(written)?.[1] ?? '';
    expect(base64.startsWith('UEsDB')).toBe(true);
    expect(
      Buffer.from(Object.values(unzipSync(Buffer.from(base64, 'base64')))[0] ?? []).equals(bytes(500_000)),
    ).toBe(true);
  });

  it('is the same message for the same call', () => {
    const paper = { name: 'a.pdf', mime: 'application/pdf', bytes: bytes(1000) };
    expect(text(writeEdoc(edoc, [paper]))).toBe(text(writeEdoc(edoc, [paper])));
    expect(guid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(guid('a')).not.toBe(guid('b'));
  });
});

describe('reading what was written', () => {
  it('gives header and papers back, however it is cut into pieces', async () => {
    const paper = fc.record({
      name: fc.constantFrom('kết quả.pdf', 'a.docx', 'đơn & <tờ khai>.pdf'),
      mime: fc.constant('application/pdf'),
      bytes: fc.uint8Array({ maxLength: 5000 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(paper, { maxLength: 3 }),
        fc.integer({ min: 1, max: 700 }),
        async (papers, step) => {
          const whole = Buffer.concat([...writeEdoc(edoc, papers)]);
          const pieces = Array.from({ length: Math.ceil(whole.length / step) }, (_, at) =>
            whole.subarray(at * step, (at + 1) * step),
          );
          const message = await readEdxml(pieces);
          expect(message.kind === 'edoc' && message.edoc).toEqual(edoc);
          const found = message.kind === 'edoc' ? message.attachments : [];
          expect(found.map(({ name, mime }) => ({ name, mime }))).toEqual(
            papers.map(({ name, mime }) => ({ name, mime })),
          );
          for (const [index, each] of found.entries())
            expect(Buffer.from(each.bytes).equals(papers[index]?.bytes ?? bytes(1))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives a status message back', async () => {
    const status = {
      from: {
        organId: '000.00.01.H38',
        organName: 'Quản lý văn bản',
        organAdd: '',
        email: '',
        telephone: '',
      },
      responseFor: {
        organId: 'H38.12',
        documentId: edoc.documentId,
        code: '123/TP-HT',
        promulgationDate: '2026-11-20',
      },
      code: '03' as const,
      description: 'Văn thư đã tiếp nhận',
      timestamp: '2026-11-20 10:00:00',
      staff: { department: 'Văn thư', name: 'Nguyễn Thị Én' },
    };
    expect(await readEdxml([writeStatus(status)])).toEqual({ kind: 'status', status });
  });
});

describe('a message that is not right is refused', () => {
  const good = text(writeEdoc(edoc, [{ name: 'a.pdf', mime: 'application/pdf', bytes: bytes(100) }]));
  const paper = (base64: string) => good.replace(/(<edXML:ContentTransferEncoded[^>]*>)[^<]*/, `$1${base64}`);
  const zip = (files: Record<string, Uint8Array>) => Buffer.from(zipSync(files)).toString('base64');
  it.each([
    ['not XML', 'xin chào'],
    ['nothing', ''],
    ['another root', '<a/>'],
    ['a document type', good.replace('?>', '?><!DOCTYPE edXML [<!ENTITY a "b">]>')],
    ['an entity', good.replace('Giấy khai sinh', '&xxe;')],
    ['another namespace', good.replaceAll('QCVN_102_2016', 'other')],
    ['cut off', good.slice(0, -40)],
    ['no DocumentId', good.replace(/<edXML:DocumentId>[^<]*<\/edXML:DocumentId>/, '')],
    ['no receiver', good.replace(/<edXML:To>.*?<\/edXML:To>/, '')],
    [
      'a date in another writing',
      good.replace('2026/11/20</edXML:PromulgationDate>', '20-11-2026</edXML:PromulgationDate>'),
    ],
    ['a paper that is no base64', paper('***')],
    ['a paper that is no ZIP', paper(Buffer.from('hello world').toString('base64'))],
    ['a paper cut off', paper(zip({ a: bytes(5000) }).slice(0, 400))],
    ['a paper with a rest', paper(`${zip({ a: bytes(10) })}A`)],
    ['two files in one paper', paper(zip({ a: bytes(10), b: bytes(10) }))],
    ['a paper nobody announced', good.replace(/<edXML:Reference>.*?<\/edXML:Reference>/, '')],
  ])('%s', async (_, message) => {
    await expect(read(message)).rejects.toBeInstanceOf(EdxmlError);
  });

  it('whatever is changed in it, the answer is a message or an EdxmlError, nothing else', async () => {
    const whole = Buffer.from(good);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ at: fc.nat(whole.length - 1), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 8 }) }),
          { minLength: 1, maxLength: 4 },
        ),
        async (changes) => {
          let changed = whole;
          for (const { at, cut, put } of changes)
            changed = Buffer.concat([changed.subarray(0, at), put, changed.subarray(at + cut)]);
          const error = await readEdxml([changed]).then(
            () => undefined,
            (reason: unknown) => reason,
          );
          if (error !== undefined) expect(error).toBeInstanceOf(EdxmlError);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('not UTF-8', async () => {
    await expect(
      readEdxml([Buffer.concat([Buffer.from(good.slice(0, 60)), Buffer.from([0xff, 0xfe])])]),
    ).rejects.toBeInstanceOf(EdxmlError);
  });

  it('a ZIP bomb, before it is unpacked whole', async () => {
    const bomb = paper(zip({ a: new Uint8Array(30_000_000) }));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(
      readEdxml([Buffer.from(bomb)], { ...readLimits, maxUnpackedBytes: 1_000_000 }),
    ).rejects.toThrow(/too large/);
  });

  it('a character XML cannot carry is refused when writing', () => {
    expect(() => [...writeEdoc({ ...edoc, subject: 'a\u0000b' }, [])]).toThrow(/XML 1.0/);
  });
});
