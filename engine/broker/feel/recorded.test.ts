/** Compares with what Zeebe 8.5.8's own expression language answered (recorded with the clock at 2024-03-10T04:05:06.789Z). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson, compile, parseDocument, toJson, typeOf } from './index.ts';

interface Recorded {
  readonly e: string;
  readonly parse?: false;
  readonly fail?: string;
  readonly type?: string;
  readonly json?: string;
  readonly warnings?: readonly string[];
}

const read = (name: string): string => readFileSync(new URL(`./recorded/${name}`, import.meta.url), 'utf8');
const cases = read('expressions.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);
const variables = parseDocument(read('variables.json'));
const now = (): Date => new Date('2024-03-10T04:05:06.789Z');

/** Key order of computed contexts with more than four entries is not defined. */
const sorted = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

describe('expressions as Zeebe evaluates them', () => {
  it.each(cases.map((recorded): [string, Recorded] => [recorded.e, recorded]))('%s', (source, recorded) => {
    const compiled = compile(source);
    if (recorded.parse === false) {
      expect(compiled).toMatchObject({
        ok: false,
        failure: expect.stringContaining(`failed to parse expression '${source}': Expected`),
      });
      return;
    }
    if (!compiled.ok) throw new Error(compiled.failure);
    const result = compiled.expression.evaluate((name) => variables.get(name), now);
    expect(result.warnings.map(({ kind, message }) => `[${kind}] ${message}`)).toEqual(
      recorded.warnings ?? [],
    );
    if (recorded.fail !== undefined) {
      expect(result).toMatchObject({ ok: false, failure: recorded.fail });
      return;
    }
    if (!result.ok) throw new Error(result.failure);
    expect(typeOf(result.value)).toBe(recorded.type);
    const text = toJson(result.value);
    expect(sorted(text)).toEqual(sorted(recorded.json));
    expect(text?.replace(/[{}]/g, '').length).toBe(recorded.json?.replace(/[{}]/g, '').length);
  });

  it('keeps the text of stored values canonical', () => {
    for (const text of variables.values()) expect(canonicalJson(text)).toBe(text);
  });
});
