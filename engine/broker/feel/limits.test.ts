/** Expressions that would take for ever end with a failure instead. */
import { describe, expect, it } from 'vitest';
import { compile } from './index.ts';

function run(source: string): string {
  const compiled = compile(source);
  if (!compiled.ok) return compiled.failure;
  const result = compiled.expression.evaluate(
    () => undefined,
    () => new Date(0),
  );
  return result.ok ? 'ok' : result.failure;
}

describe('limits', () => {
  it.each([
    ['a loop', 'for i in 1..1000000000 return i', 'takes more than'],
    ['nested loops', 'for a in 1..1000, b in 1..1000, c in 1..1000 return 1', 'takes more than'],
    [
      'growing texts',
      'for i in 1..60 return if i = 1 then "aaaaaaaaaa" else partial[-1] + partial[-1]',
      'is longer than',
    ],
    [
      'a large value again and again',
      'for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]',
      'is longer than',
    ],
    ['comparing lists', 'count(distinct values(for i in 1..20000 return [i]))', 'takes more than'],
    ['a regular expression', `matches("${'a'.repeat(50)}!", "^(a+)+$")`, 'takes longer than'],
    ['a power', '10**999999999', 'Overflow'],
    ['brackets', '('.repeat(5000), 'nested deeper than'],
    ['a long chain', `1${'+1'.repeat(20_000)}`, 'failed to parse expression'],
    ['a huge text', `"${'a'.repeat(200_000)}"`, 'longer than'],
  ])('%s', (_name, source, failure) => {
    expect(run(source)).toContain(failure);
  });

  it.each([
    ['('.repeat(300), '1', ')'.repeat(300)],
    ['f(('.repeat(150), '1', '))'.repeat(150)],
    ['x in ('.repeat(150), '1', ')'.repeat(150)],
    ['if a then '.repeat(200), '1', ' else 2'.repeat(200)],
  ])('reads deep nesting in linear time: %s…', (open, inner, close) => {
    const started = performance.now();
    run(`${open}${inner}${close}`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
