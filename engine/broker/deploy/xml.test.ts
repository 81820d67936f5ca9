/** Reading hostile and broken XML. */
import { describe, expect, it } from 'vitest';
import { parseBpmn } from './index.ts';
import { readXml, XmlFailure } from './xml.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const failure = (input: Uint8Array): string => {
  try {
    readXml(input);
  } catch (error) {
    if (error instanceof XmlFailure) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('readXml', () => {
  it('keeps namespaces, attributes, text and lines', () => {
    const root = readXml(
      bytes('<a xmlns="urn:x" xmlns:z="urn:z" q="1"\n z:r="2">\n<z:b>t<![CDATA[<u>]]>&amp;</z:b></a>'),
    );
    expect(root).toMatchObject({ namespace: 'urn:x', name: 'a', line: 1 });
    expect([...root.attributes]).toEqual([
      ['q', '1'],
      ['{urn:z}r', '2'],
    ]);
    expect(root.children[0]).toMatchObject({ namespace: 'urn:z', name: 'b', text: 't<u>&', line: 3 });
  });

  it.each([
    ['hello', 'Content is not allowed in prolog.'],
    ['', 'Premature end of file.'],
    ['<a><b></a>', 'unexpected close tag'],
    ['<a>', 'must start and end within the same entity'],
    ['<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'DOCTYPE is disallowed'],
    ['<a>&x;</a>', 'undefined entity'],
    ['<x:a/>', 'unbound namespace prefix'],
    ['<a b="1" b="2"/>', 'duplicate attribute'],
    ['<a>'.repeat(5000), 'nested deeper than'],
    [`<a>${'<b/>'.repeat(300_000)}</a>`, 'has more than'],
  ])('refuses %.40s', (text, reason) => {
    expect(failure(bytes(text))).toContain(reason);
  });

  it('refuses files above 4 MB and broken encodings', () => {
    expect(failure(new Uint8Array(5 * 1024 * 1024).fill(32))).toContain('larger than');
    expect(failure(Uint8Array.of(0x3c, 0x61, 0xff, 0x2f, 0x3e))).toContain('Invalid byte');
  });

  it('turns every failure into a refusal', () => {
    expect(parseBpmn('x.bpmn', bytes('hello'))).toEqual({
      ok: false,
      message: 'Fatal Error: URI=null Line=1: Content is not allowed in prolog.',
    });
  });
});
