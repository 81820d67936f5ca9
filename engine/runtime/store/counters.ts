/** Numbers without gaps: a counter row is taken in the act's own transaction and given back when that fails. */
import { z } from 'zod';
import type { Transaction } from './connect.ts';
import { formatLocal } from './local-time.ts';

const numbering = z.object({
  pattern: z.string().describe('{unit} {procedure} {n:4} and luxon date formats such as {yyMMdd}'),
  counter: z.string().describe('what the counter runs over, e.g. one per unit and day'),
});
type Numbering = z.infer<typeof numbering>;

/** The next value of a counter, from 1; other transactions that want it wait until this one ends. */
async function nextValue(tx: Transaction, name: string): Promise<number> {
  const [row] = await tx<{ value: string }[]>`
    insert into counter (name, value) values (${name}, 1) on conflict (name) do update set value = counter.value + 1 returning value`;
  return Number(row?.value);
}

/**
 * A number after the pattern stored under `setting` (law is data: mã số hồ sơ may get a new rule any day).
 * `{n:4}` widens past 9999 instead of wrapping.
 */
export async function issueNumber(
  tx: Transaction,
  setting: 'dossierCode' | 'registerNumber',
  at: Date,
  parts: Readonly<Record<string, string>>,
): Promise<string> {
  const [row] = await tx<{ value: unknown }[]>`select value from setting where name = ${setting}`;
  const { pattern, counter } = numbering.parse(row?.value) satisfies Numbering;
  const value = await nextValue(tx, `${setting}:${fill(counter, at, parts, 0)}`);
  return fill(pattern, at, parts, value);
}

function fill(pattern: string, at: Date, parts: Readonly<Record<string, string>>, n: number): string {
  return pattern.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const width = /^n:(\d+)$/.exec(name)?.[1];
    if (width) return String(n).padStart(Number(width), '0');
    return parts[name] ?? formatLocal(at, name);
  });
}
