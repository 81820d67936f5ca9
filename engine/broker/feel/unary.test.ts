/** Unary tests compared with what feel-scala 1.17.8 answered (recorded; variables x = 4, l = [1,2,5]). */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileUnaryTests, fromJson } from './index.ts';

interface Recorded {
  readonly e: string;
  /** The input as JSON. */
  readonly i: string;
  readonly parse?: false;
  readonly fail?: string;
  readonly r?: string;
}
const lines = readFileSync(new URL('./recorded/unary-tests.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const variables: Readonly<Record<string, string>> = { x: '4', l: '[1,2,5]' };

function answer({ e, i }: Recorded): Omit<Recorded, 'e' | 'i'> {
  const compiled = compileUnaryTests(e);
  if (!compiled.ok) return { parse: false };
  const result = compiled.tests.evaluate(
    fromJson(i.replaceAll(', ', ',')),
    (name) => variables[name],
    () => new Date(0),
  );
  return result.ok ? { r: String(result.value) } : { fail: result.failure };
}

it('tests inputs as recorded', () => {
  for (const line of lines) {
    const { e, i, ...expected } = JSON.parse(line) as Recorded;
    expect([e, i, answer({ e, i })]).toEqual([e, i, expected]);
  }
});
