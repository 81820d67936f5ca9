/** Client JSON to canonical text, zeebe.md 1.8. */
import { describe, expect, it } from 'vitest';
import { canonicalJson, JsonError, joinEntries, normalizeJson, parseDocument } from './index.ts';

const message = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof JsonError) return error.message;
    throw error;
  }
  return 'accepted';
};
const at = (text: string, line: number, column: number): string =>
  `Invalid JSON value: ${text}\n at [Source: REDACTED (\`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION\` disabled); line: ${line}, column: ${column}]`;

describe('normalizeJson', () => {
  it.each([
    ['', '{}'],
    ['  \n', '{}'],
    ['null', '{}'],
    ['{"a":1}x', '{"a":1}'],
    ['{"a":1}}', '{"a":1}'],
    [`{'a':'b"c'}`, '{"a":"b\\"c"}'],
    ['{ "a" : [ 1 , 2 ] , "b" : { } , "c" : [ ] }', '{"a":[1,2],"b":{},"c":[]}'],
    ['{"a":1,"b":2,"a":3}', '{"a":3,"b":2}'],
    ['{"a":-0}', '{"a":0}'],
    ['{"a":-0.0}', '{"a":-0.0}'],
    ['{"a":1e3}', '{"a":1000.0}'],
    ['{"a":100.0}', '{"a":100.0}'],
    ['{"a":1E20}', '{"a":1.0E20}'],
    ['{"a":12345678.9}', '{"a":1.23456789E7}'],
    ['{"a":9999999.5}', '{"a":9999999.5}'],
    ['{"a":0.001}', '{"a":0.001}'],
    ['{"a":0.0001}', '{"a":1.0E-4}'],
    ['{"a":5e-324}', '{"a":4.9E-324}'],
    ['{"a":1E400}', '{"a":"Infinity"}'],
    ['{"a":9007199254740993}', '{"a":9007199254740993}'],
    ['{"a":18446744073709551615}', '{"a":18446744073709551615}'],
    ['{"a":-9223372036854775808}', '{"a":-9223372036854775808}'],
    ['{"a":"\\u00e9 é \\/ \\u001f"}', '{"a":"é é / \\u001F"}'],
    ['{"a":"\\ud83d\\ude00"}', '{"a":"\\uD83D\\uDE00"}'],
    ['{"a":"\\ud83d"}', '{"a":"?"}'],
    ['{"":true,"x y":false,"n":null}', '{"":true,"x y":false,"n":null}'],
  ])('%s', (text, canonical) => {
    expect(normalizeJson(text)).toBe(canonical);
  });

  it.each([
    ['{"a":}', 1, 6],
    ['{a:1}', 1, 2],
    ['{"a":01}', 1, 7],
    ['{"a":1.}', 1, 8],
    ['{"a":[1,2,]}', 1, 11],
    ['{"a":1/*c*/}', 1, 7],
    ['{"a" 1}', 1, 6],
    ['{"a":1 "b":2}', 1, 8],
    ['{"a":1,}', 1, 8],
    ['{"a":"x', 1, 8],
    ['{"a":"\\x"}', 1, 8],
    ['{"a":"tab\there"}', 1, 10],
    ['{\n "a": -}', 2, 8],
  ])('refuses %s', (text, line, column) => {
    expect(message(() => normalizeJson(text))).toBe(at(text, line, column));
  });

  it.each(['{"a":NaN}', '{"a":+1}', '{"a":.5}', '{"a":tru}', '{"a":1', 'x'])('refuses %s', (text) => {
    expect(message(() => normalizeJson(text))).toContain(`Invalid JSON value: ${text}\n at [Source`);
  });

  it('refuses integers that do not fit in 64 bits', () => {
    for (const number of ['18446744073709551616', '-9223372036854775809']) {
      expect(message(() => normalizeJson(`{"a":${number}}`))).toBe(
        'MessagePack cannot serialize BigInteger larger than 2^64-1',
      );
    }
  });

  it.each([
    ['[1]', 'ARRAY'],
    ['5', 'INTEGER'],
    ['"s"', 'STRING'],
    ['true', 'BOOLEAN'],
  ])('refuses the root %s', (text, type) => {
    expect(message(() => normalizeJson(text))).toBe(
      `Property 'variables' is invalid: Expected document to be a root level object, but was '${type}'`,
    );
  });

  it('refuses documents nested too deeply instead of overflowing', () => {
    expect(message(() => normalizeJson(`{"a":${'['.repeat(100_000)}`))).toContain('Invalid JSON value');
  });

  it('splits a document into its variables and joins them again', () => {
    const variables = parseDocument('{"b": {"x": 1.0}, "a": "q"}');
    expect([...variables]).toEqual([
      ['b', '{"x":1.0}'],
      ['a', '"q"'],
    ]);
    expect(joinEntries(variables)).toBe('{"b":{"x":1.0},"a":"q"}');
    expect(canonicalJson(' [1.50, "a"] ')).toBe('[1.5,"a"]');
  });
});
