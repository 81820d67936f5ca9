/** The pictures of signature and seal: size, place, colour and wording that NĐ 30/2020 asks for. No browser needed. */
import { PDF, PdfDict, PdfStream } from '@libpdf/core';
import { describe, expect, test } from 'vitest';
import { AGENCY_FIELD, getPlace, openForm, PERSON_FIELD, resolverOf } from '../form.ts';
import { signingPreview } from '../preview.ts';
import { SAMPLE_SIGNATURE, sampleDocument } from '../sample-document.ts';
import { outlines, runsOf } from './lettering.ts';
import { drawSeal, SEAL_SIZE } from './seal.ts';
import { drawSignature } from './signature-image.ts';

const POINTS_PER_MM = 72 / 25.4;
const OFFICIAL = { name: 'Lê Quang Minh' };
const AGENCY = {
  as: 'agency',
  unit: { name: 'Ủy ban nhân dân phường Cam Đường' },
  number: '125/2026',
  date: '2026-02-05',
} as const;

/** All x and all y of points in a content stream. */
function extent(content: string) {
  const points = [...content.matchAll(/(-?[\d.]+) (-?[\d.]+) [mlc]\b/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
}

describe('seal', () => {
  test('is red, 36 mm across, and fills its size', () => {
    const { content, width } = drawSeal(AGENCY.unit.name);
    expect(width / POINTS_PER_MM).toBeCloseTo(36, 5);
    expect(content).toMatch(/^0\.84 0\.09 0\.13 RG/);
    const { left, right } = extent(content);
    expect((right - left) / POINTS_PER_MM).toBeGreaterThan(35);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(SEAL_SIZE);
  });

  test.each([
    'UBND xã Y',
    AGENCY.unit.name,
    'Trung tâm Phục vụ hành chính công và Kiểm soát thủ tục hành chính tỉnh Lào Cai',
  ])('the name «%s» stays between the rings', (name) => {
    const glyphs = drawSeal(name).content.split('\nf').slice(0, outlines(name, 700).length);
    const centre = SEAL_SIZE / 2;
    for (const glyph of glyphs.slice(1)) {
      for (const [, x, y] of glyph.matchAll(/(-?[\d.]+) (-?[\d.]+) [mlc]\b/g)) {
        const radius = Math.hypot(Number(x) - centre, Number(y) - centre);
        expect(radius).toBeLessThan(centre - 3.5);
        expect(radius).toBeGreaterThan(centre - 18.5);
      }
    }
  });

  test('overlaps the left third of the signature, at half its height', async () => {
    const form = await openForm(await sampleDocument());
    const seal = getPlace(form, AGENCY_FIELD).rect;
    const signature = getPlace(form, PERSON_FIELD).rect;
    expect(signature).toMatchObject(SAMPLE_SIGNATURE);
    expect(seal.width / POINTS_PER_MM).toBeCloseTo(36, 1);
    expect(seal.height).toBeCloseTo(seal.width, 2);
    expect((seal.x + seal.width - signature.x) / signature.width).toBeCloseTo(1 / 3, 2);
    expect(seal.y + seal.height / 2).toBeCloseTo(signature.y + signature.height / 2, 1);
  });
});

describe('signature', () => {
  test.each(['Lê Quang Minh', 'Nguyễn Thị Hồng Nhung', 'Đỗ Thị Phượng', 'Y Bích', 'Páo'])(
    'of %s is blue, inside its place and centred',
    (name) => {
      const place = { width: 142, height: 68 };
      const { content } = drawSignature(name, place);
      expect(content).toMatch(/^0\.05 0\.2 0\.62 RG/);
      const { left, right, bottom, top } = extent(content);
      expect(Math.min(left, bottom)).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(place.width);
      expect(top).toBeLessThanOrEqual(place.height);
      expect((left + right) / 2).toBeCloseTo(place.width / 2, 0);
    },
  );

  test('is the same for the same name and another for another', () => {
    const of = (name: string) => drawSignature(name, { width: 142, height: 68 }).content;
    expect(of('Lê Quang Minh')).toBe(of('Lê Quang Minh'.normalize('NFD')));
    expect(of('Lê Quang Minh')).not.toBe(of('Lê Quốc Minh'));
  });
});

describe('on the page', () => {
  test('pictures are vector forms without a ground of their own; number and date carry embedded fonts', async () => {
    const { pdf: bytes } = await signingPreview({
      ...AGENCY,
      pdf: (await signingPreview({ pdf: await sampleDocument(), as: 'person', official: OFFICIAL })).pdf,
    });
    const form = await openForm(bytes);
    const resolve = resolverOf(form.pdf);
    const look = (name: string): PdfStream => {
      const stream = getPlace(form, name).dict.getDict('AP', resolve)?.get('N', resolve);
      if (!(stream instanceof PdfStream)) throw new Error(`${name} has no look`);
      return stream;
    };
    for (const name of [PERSON_FIELD, AGENCY_FIELD]) {
      const resources = look(name).getDict('Resources', resolve);
      expect(resources?.has('XObject')).toBe(false);
      expect(Buffer.from(look(name).getDecodedData()).toString('latin1')).not.toMatch(/\bre\b/);
    }
    expect(look('result.number').getDict('Resources', resolve)?.getDict('Font', resolve)).toBeInstanceOf(
      PdfDict,
    );
    const values = ['day', 'month', 'year'].map((name) =>
      getPlace(form, `result.${name}`).dict.getString('V')?.asString(),
    );
    expect(values).toEqual(['05', '02', '2026']);
    expect((await PDF.load(bytes)).getPageCount()).toBe(1);
  });

  test('a number with Đ is set from two subsets, an unknown letter is refused', () => {
    expect(runsOf('12/QĐ-UBND', 400).map(({ text }) => text)).toEqual(['12/Q', 'Đ', '-UBND']);
    expect(() => runsOf('一', 400)).toThrow(/no letter «一»/);
  });
});
