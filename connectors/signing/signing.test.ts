/** Two signatures on one document: both hold, in our eyes and in poppler's; whatever else changes is noticed. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PDF, PdfDict, PdfName, PdfNumber, PdfString } from '@libpdf/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createPdfRenderer, renderResult } from '../pdf/index.ts';
import { birthCertificateSample } from '../pdf/sample-data.ts';
import { openForm } from './form.ts';
import {
  createSigningService,
  SigningError,
  type SigningService,
  signingPreview,
  verifySignatures,
} from './index.ts';
import { sampleDocument } from './sample-document.ts';

const OFFICIAL = { id: 'o-17', name: 'Lê Quang Minh', title: 'Chủ tịch' };
const UNIT = { id: 'H38.12.01', name: 'Ủy ban nhân dân phường Cam Đường' };
const SIGNED_AT = new Date('2026-11-20T02:30:00Z');
const SEALED_AT = new Date('2026-11-20T03:00:00Z');
const NUMBER = { number: '125/2026/KS-Đ', date: '2026-11-20' };

let dir: string;
let service: SigningService;
let prepared: Uint8Array;
let signed: Uint8Array;
let sealed: Uint8Array;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'motcua-signing-'));
  service = createSigningService({ dir: join(dir, 'keys') });
  prepared = await sampleDocument();
  signed = await sign(prepared);
  sealed = await seal(signed);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function sign(pdf: Uint8Array): Promise<Uint8Array> {
  return (await service.signAsPerson({ pdf, official: OFFICIAL, at: SIGNED_AT, reason: 'Ký Giấy khai sinh' }))
    .pdf;
}
async function seal(pdf: Uint8Array): Promise<Uint8Array> {
  return (await service.sealAsAgency({ pdf, unit: UNIT, ...NUMBER, at: SEALED_AT })).pdf;
}
/** Adds an incremental update. */
async function updated(bytes: Uint8Array, change: (pdf: PDF) => void): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes);
  change(pdf);
  return pdf.save({ incremental: true });
}

describe('person, then agency', () => {
  test('both signatures hold and lead to our root; the seal changed only what it may', async () => {
    const { signatures, signedRevisionIsLast } = await service.verify(sealed);
    expect(signatures).toMatchObject([
      {
        field: 'signature.person',
        signer: 'Lê Quang Minh',
        reason: 'Ký Giấy khai sinh',
        at: SIGNED_AT,
        timestamp: SIGNED_AT,
        valid: true,
        problems: [],
        chain: 'trusted',
        coversWholeDocument: false,
        changesAfter: 'allowed',
      },
      {
        field: 'signature.agency',
        signer: UNIT.name,
        at: SEALED_AT,
        timestamp: SEALED_AT,
        valid: true,
        problems: [],
        chain: 'trusted',
        coversWholeDocument: true,
        changesAfter: 'none',
      },
    ]);
    expect(signedRevisionIsLast).toBe(true);
  });

  test('the seal is an incremental update: the signed bytes stand untouched before it', () => {
    expect(Buffer.compare(sealed.subarray(0, signed.length), signed)).toBe(0);
  });

  test('number and date stand in their places as text', async () => {
    const form = (await PDF.load(sealed)).getForm();
    const values = ['number', 'day', 'month', 'year'].map((name) =>
      form?.getTextField(`result.${name}`)?.getValue(),
    );
    expect(values).toEqual(['125/2026/KS-Đ', '20', '11', '2026']);
  });

  test('without time stamps it is B-B, and the stated time counts', async () => {
    const plain = createSigningService({ dir: join(dir, 'keys'), timestamp: false });
    const result = await plain.signAsPerson({
      pdf: prepared,
      official: OFFICIAL,
      at: SIGNED_AT,
      reason: 'Ký',
    });
    expect(result.level).toBe('B-B');
    const { signatures } = await plain.verify(result.pdf);
    expect(signatures).toMatchObject([{ valid: true, at: SIGNED_AT, timestamp: null }]);
  });

  test('another installation does not trust them, though they hold', async () => {
    const stranger = createSigningService({ dir: join(dir, 'stranger') });
    const { signatures } = await verifySignatures(sealed, { roots: await stranger.roots() });
    expect(signatures.map(({ valid, chain }) => [valid, chain])).toEqual([
      [true, 'untrusted'],
      [true, 'untrusted'],
    ]);
  });
});

describe('poppler agrees', () => {
  const PDFSIG = 'pdfsig';
  const found = spawnSync(PDFSIG, ['-v']).error === undefined;
  if (!found) console.warn('pdfsig NOT FOUND (poppler-utils): the second opinion on signatures is skipped.');

  test.skipIf(!found)('pdfsig calls both signatures valid, on a paper printed by Chromium', async () => {
    const renderer = createPdfRenderer();
    const template = await readFile(
      join(import.meta.dirname, '../../procedures/1.001193/slips/giay-khai-sinh.html'),
      'utf8',
    );
    const rendered = await renderer.renderPdf(renderResult(template, birthCertificateSample), {
      at: SIGNED_AT,
    });
    await renderer.close();
    const file = join(dir, 'giay-khai-sinh.pdf');
    await writeFile(file, await seal(await sign(rendered)));
    const { stdout } = await promisify(execFile)(PDFSIG, [file]);
    expect(stdout.match(/Signature Validation: Signature is Valid\./g)).toHaveLength(2);
    expect(stdout).toContain('Signer Certificate Common Name: Lê Quang Minh');
    expect(stdout).toContain(`Signer Certificate Common Name: ${UNIT.name}`);
    expect(stdout.match(/Signature Type: ETSI.CAdES.detached/g)).toHaveLength(2);
    expect(stdout).toContain('Total document signed');
  });
});

describe('changes are noticed', () => {
  test.each([
    ['in the page', () => Math.floor(prepared.length / 2)],
    ['in what the seal added', () => signed.length + 200],
  ])('one byte %s', async (_, at) => {
    const tampered = Uint8Array.from(sealed);
    const index = at();
    tampered[index] = (tampered[index] ?? 0) ^ 1;
    const { signatures } = await service.verify(tampered).catch(() => ({ signatures: [] }));
    expect(
      signatures.filter(({ valid, changesAfter }) => valid && changesAfter !== 'forbidden'),
    ).not.toHaveLength(2);
  });

  test('one byte in the signature itself', async () => {
    const tampered = Buffer.from(sealed);
    const at = tampered.indexOf('/Contents <3082', 0, 'latin1') + 600;
    tampered.write(tampered.toString('latin1', at, at + 1) === 'A' ? 'B' : 'A', at, 'latin1');
    const [person] = (await service.verify(tampered)).signatures;
    expect(person?.valid).toBe(false);
  });

  test.each<[string, (pdf: PDF) => void]>([
    ['text on the page', (pdf) => pdf.getPages()[0]?.drawText('200/2026', { x: 90, y: 600 })],
    [
      'an annotation over it',
      (pdf) =>
        pdf
          .getPages()[0]
          ?.addLinkAnnotation({ rect: { x: 0, y: 0, width: 90, height: 90 }, uri: 'https://example.vn' }),
    ],
    ['the title', (pdf) => pdf.setTitle('Khác')],
    [
      'the number in its field',
      (pdf) => {
        const field = pdf.getForm()?.getTextField('result.number')?.acroField();
        field?.set('V', PdfString.fromString('200/2026'));
      },
    ],
    [
      'another look of the signature',
      (pdf) => {
        const field = pdf.getForm()?.getSignatureField('signature.person')?.acroField();
        field?.set(
          'AP',
          PdfDict.of({ N: pdf.context.register(PdfDict.of({ Type: PdfName.of('XObject') })) }),
        );
      },
    ],
    [
      'the place of the seal',
      (pdf) => {
        const field = pdf.getForm()?.getSignatureField('signature.agency')?.acroField();
        field?.set('F', PdfNumber.of(2));
      },
    ],
  ])('a third update: %s', async (_, change) => {
    const { signatures, signedRevisionIsLast } = await service.verify(await updated(sealed, change));
    expect(signatures.map(({ valid, changesAfter }) => [valid, changesAfter])).toEqual([
      [true, 'forbidden'],
      [true, 'forbidden'],
    ]);
    expect(signedRevisionIsLast).toBe(false);
  });

  test('what was signed by the person and changed before the seal cannot be sealed', async () => {
    const changed = await updated(signed, (pdf) => pdf.getPages()[0]?.drawText('thêm', { x: 90, y: 600 }));
    await expect(seal(changed)).rejects.toMatchObject({ code: 'NOT_SIGNED' });
  });

  test('a byte range that leaves out more than the signature is refused', async () => {
    const file = Buffer.from(signed);
    const range = /\/ByteRange \[0 (\d+) (\d+) (\d+)\s*\]/.exec(file.toString('latin1'));
    const [all = '', start = '', resume = '', length = ''] = range ?? [];
    const wider = `/ByteRange [0 ${Number(start) - 40} ${resume} ${length}`.padEnd(all.length - 1);
    file.write(`${wider}]`, range?.index ?? 0, 'latin1');
    const [person] = (await service.verify(file)).signatures;
    expect(person).toMatchObject({
      valid: false,
      problems: ['The byte range leaves out more than the signature.'],
    });
  });
});

describe('order and repetition', () => {
  test('sealing before signing is refused', async () => {
    await expect(seal(prepared)).rejects.toBeInstanceOf(SigningError);
    await expect(seal(prepared)).rejects.toMatchObject({ code: 'NOT_SIGNED' });
  });

  test('signing or sealing again gives the same document back', async () => {
    const again = await service.signAsPerson({
      pdf: signed,
      official: OFFICIAL,
      at: SEALED_AT,
      reason: 'Ký',
    });
    expect(again).toMatchObject({ alreadySigned: true });
    expect(again.pdf).toBe(signed);
    const resealed = await service.sealAsAgency({ pdf: sealed, unit: UNIT, ...NUMBER, at: SEALED_AT });
    expect(resealed).toMatchObject({ alreadySigned: true });
    expect(resealed.pdf).toBe(sealed);
  });

  test('another person or unit cannot sign over it', async () => {
    const other = { ...OFFICIAL, id: 'o-18', name: 'Trần Văn Quyết' };
    const over = service.signAsPerson({ pdf: signed, official: other, at: SIGNED_AT, reason: 'Ký' });
    await expect(over).rejects.toMatchObject({ code: 'UNEXPECTED_SIGNATURES' });
    const unit = { id: 'H38.12.02', name: 'Ủy ban nhân dân xã Bát Xát' };
    const sealedOver = service.sealAsAgency({ pdf: sealed, unit, ...NUMBER, at: SEALED_AT });
    await expect(sealedOver).rejects.toMatchObject({ code: 'UNEXPECTED_SIGNATURES' });
  });

  test('what cannot be signed is refused with a reason', async () => {
    const bare = await sampleDocument({ places: false });
    await expect(sign(bare)).rejects.toMatchObject({ code: 'NOT_PREPARED' });
    await expect(sign(Buffer.from('không phải PDF'))).rejects.toMatchObject({ code: 'BROKEN_PDF' });
    const noDate = service.sealAsAgency({
      pdf: signed,
      unit: UNIT,
      number: '1',
      date: '20/11/2026',
      at: SEALED_AT,
    });
    await expect(noDate).rejects.toMatchObject({ code: 'BAD_INPUT' });
    const oddNumber = service.sealAsAgency({
      pdf: signed,
      unit: UNIT,
      number: '一二',
      date: '2026-11-20',
      at: SEALED_AT,
    });
    await expect(oddNumber).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});

describe('preview', () => {
  test('shows the pictures where they will be, and signs nothing', async () => {
    const person = await signingPreview({ pdf: prepared, as: 'person', official: OFFICIAL });
    const agency = await signingPreview({ pdf: signed, as: 'agency', unit: UNIT, ...NUMBER });
    expect((await service.verify(person.pdf)).signatures).toEqual([]);
    expect((await service.verify(agency.pdf)).signatures).toHaveLength(1);
    const done = await openForm(sealed);
    expect(done.places.get('signature.person')).toMatchObject({ page: person.page, rect: person.rect });
    expect(done.places.get('signature.agency')).toMatchObject({ page: agency.page, rect: agency.rect });
  });
});
