/** Multipart bodies, however the network cuts them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundaryOf, MultipartError, multipartParts, partText } from './multipart.server.ts';

const limits = { maxBytes: 1_000_000, maxParts: 50 };

function streamOf(bytes: Uint8Array, cuts: readonly number[]): ReadableStream<Uint8Array> {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const pieces = [...ends, bytes.length].map((end, i) => bytes.slice(i === 0 ? 0 : ends[i - 1], end));
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) if (piece.length > 0) controller.enqueue(piece);
      controller.close();
    },
  });
}

interface Given {
  readonly name: string;
  readonly filename?: string;
  readonly content: Uint8Array;
}

function encode(parts: readonly Given[], boundary: string): Buffer {
  return Buffer.concat([
    ...parts.flatMap(({ name, filename, content }) => [
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

async function read(
  stream: ReadableStream<Uint8Array>,
  boundary: string,
  options = limits,
): Promise<Given[]> {
  const found: Given[] = [];
  for await (const part of multipartParts(stream, boundary, options)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of part.body) chunks.push(Buffer.from(chunk));
    found.push({
      name: part.name,
      ...(part.filename === undefined ? {} : { filename: part.filename }),
      content: Buffer.concat(chunks),
    });
  }
  return found;
}

const plain = (parts: readonly Given[]) =>
  parts.map((part) => ({ ...part, content: Buffer.from(part.content).toString('hex') }));

test('every cutting of the body gives the same parts, also with boundary-like bytes inside', async () => {
  const part = fc.record({
    name: fc.stringMatching(/^[a-zA-Z0-9._]{1,12}$/),
    filename: fc.option(fc.stringMatching(/^[a-z ]{0,10}$/), { nil: undefined }),
    content: fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom(
        ...['\r\n--', '\r\n--xy', '--xyz', '\r\n\r\n', '\r', '\r\n--xyZ--'].map(
          (text) => new Uint8Array(Buffer.from(text)),
        ),
      ),
    ),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 5 }),
      fc.array(fc.nat(3000), { maxLength: 12 }),
      async (parts, cuts) => {
        const given = parts.map(({ filename, ...rest }) =>
          filename === undefined ? rest : { ...rest, filename },
        );
        const body = new Uint8Array(encode(given, 'xyz'));
        expect(plain(await read(streamOf(body, cuts), 'xyz'))).toEqual(plain(given));
      },
    ),
    { numRuns: 150 },
  );
});

test('a part that nobody reads is skipped', async () => {
  const body = new Uint8Array(
    encode(
      [
        { name: 'file', filename: 'a.pdf', content: Buffer.alloc(5000, 1) },
        { name: 'after', content: Buffer.from('here') },
      ],
      'b',
    ),
  );
  const seen: string[] = [];
  for await (const part of multipartParts(streamOf(body, [100, 1000]), 'b', limits))
    seen.push(part.filename === undefined ? await partText(part, 100) : part.name);
  expect(seen).toEqual(['file', 'here']);
});

test('names in Vietnamese and with quotes arrive as written', async () => {
  const body = new Uint8Array(
    encode([{ name: 'giấy', filename: 'Giấy chứng sinh %22A%22.pdf', content: Buffer.from('x') }], 'b'),
  );
  const [part] = await read(streamOf(body, []), 'b');
  expect(part).toMatchObject({ name: 'giấy', filename: 'Giấy chứng sinh "A".pdf' });
});

describe('what is not well formed is refused', () => {
  const whole = encode([{ name: 'a', content: Buffer.from('hello') }], 'b').toString();
  test.each([
    ['cut off in the content', whole.slice(0, 60)],
    ['without closing boundary', whole.replace('--b--', '--b')],
    ['part without name', whole.replace('; name="a"', '')],
    ['rubbish after the boundary', whole.replace('--b\r\n', '--b??')],
    ['empty', ''],
  ])('%s', async (_, text) => {
    await expect(read(streamOf(new Uint8Array(Buffer.from(text)), [7]), 'b')).rejects.toMatchObject({
      reason: 'MALFORMED',
    });
  });

  test('too many bytes, too many parts', async () => {
    const body = new Uint8Array(
      encode(
        [
          { name: 'a', content: Buffer.alloc(2000) },
          { name: 'b', content: Buffer.alloc(1) },
        ],
        'b',
      ),
    );
    await expect(read(streamOf(body, [500]), 'b', { maxBytes: 1000, maxParts: 9 })).rejects.toBeInstanceOf(
      MultipartError,
    );
    await expect(read(streamOf(body, []), 'b', { maxBytes: 9000, maxParts: 1 })).rejects.toMatchObject({
      reason: 'TOO_LARGE',
    });
  });
});

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['application/x-www-form-urlencoded', undefined],
  [null, undefined],
])('boundary of %s', (type, boundary) => expect(boundaryOf(type)).toBe(boundary));
