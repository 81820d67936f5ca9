/** Statutory slips as data: sets with effective dates (seeds/slips/<set>/), chosen by the date of the act. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { localParts } from './dates.ts';
import { SlipError } from './errors.ts';
import { type ResultData, resultData, type SlipData, slipData } from './slip-data.ts';
import { renderTemplate } from './template.ts';

const localized = z.object({ vi: z.string().min(1), en: z.string().min(1) });

const slipSetManifest = z.object({
  id: z.string().min(1),
  effectiveFrom: z.iso.date(),
  effectiveTo: z.iso.date().nullable().describe('last day in force; null: still in force'),
  source: localized.describe('circular and annex the forms come from'),
  slips: z
    .array(
      z.object({
        key: z
          .string()
          .regex(/^\d\d$/)
          .describe('Mẫu số in this set; the same number may mean another form in another set'),
        kind: z.enum(['receipt', 'supplementRequest', 'refusal', 'control']),
        title: localized,
        template: z.string().regex(/^[\w.-]+\.html$/),
      }),
    )
    .min(1),
});

export interface SlipSet extends Omit<z.infer<typeof slipSetManifest>, 'slips'> {
  readonly slips: readonly (z.infer<typeof slipSetManifest>['slips'][number] & { readonly html: string })[];
}

const SEEDED = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'seeds', 'slips');

/**
 * Reads every set under `dir` (seeds/slips by default).
 * @throws SlipError BROKEN_SET naming the set and what is wrong
 */
export async function loadSlipSets(dir: string = SEEDED): Promise<SlipSet[]> {
  const folders = (await readdir(dir, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const sets = await Promise.all(folders.map((folder) => loadSlipSet(join(dir, folder.name))));
  sets.sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom));
  for (const [index, set] of sets.entries()) {
    const next = sets[index + 1];
    if (next && (set.effectiveTo === null || set.effectiveTo >= next.effectiveFrom))
      throw new SlipError('BROKEN_SET', `Slip sets ${set.id} and ${next.id} are in force at the same time.`);
  }
  return sets;
}

async function loadSlipSet(dir: string): Promise<SlipSet> {
  try {
    const manifest = slipSetManifest.parse(JSON.parse(await readFile(join(dir, 'set.json'), 'utf8')));
    const slips = await Promise.all(
      manifest.slips.map(async (slip) => ({
        ...slip,
        html: await readFile(join(dir, slip.template), 'utf8'),
      })),
    );
    return { ...manifest, slips };
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new SlipError('BROKEN_SET', `The slip set in ${dir} cannot be used: ${reason}`, { cause: error });
  }
}

/**
 * The set in force on a day of Vietnamese time.
 * @throws SlipError NO_SET
 */
export function slipSetOn(sets: readonly SlipSet[], day: Date | string): SlipSet {
  const { year, month, day: dayOfMonth } = localParts(day);
  const date = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(dayOfMonth).padStart(2, '0'),
  ].join('-');
  const set = sets.find(
    (one) => one.effectiveFrom <= date && (one.effectiveTo === null || date <= one.effectiveTo),
  );
  if (!set) throw new SlipError('NO_SET', `No set of slips is in force on ${date}.`);
  return set;
}

/**
 * Fills one slip of a set.
 * @throws SlipError NO_SLIP, BAD_DATA naming the missing fields (never their contents), BAD_TEMPLATE
 */
export function renderSlip(
  set: SlipSet,
  key: string,
  data: SlipData,
): { html: string; title: z.infer<typeof localized> } {
  const slip = set.slips.find((one) => one.key === key);
  if (!slip) throw new SlipError('NO_SLIP', `Set ${set.id} has no slip ${key}.`);
  const checked = check(slipData, data, `slip ${key}`);
  if (checked.kind !== slip.kind)
    throw new SlipError(
      'BAD_DATA',
      `Slip ${key} of set ${set.id} is a ${slip.kind}, the data are of a ${checked.kind}.`,
    );
  return {
    html: renderTemplate(slip.html, {
      ...checked,
      slip: { key, title: slip.title.vi, source: set.source.vi },
    }),
    title: slip.title,
  };
}

/**
 * Fills a procedure's own result paper (giấy chứng nhận, trích lục …).
 * @throws SlipError BAD_DATA, BAD_TEMPLATE
 */
export function renderResult(template: string, data: ResultData): string {
  const checked = check(resultData, data, 'the result paper');
  if (!checked.draft && !checked.signer)
    throw new SlipError('BAD_DATA', 'A result that is no draft needs its signer: chức vụ and họ tên.');
  return renderTemplate(template, checked);
}

function check<Schema extends z.ZodType>(schema: Schema, data: unknown, what: string): z.infer<Schema> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => issue.path.join('.') || 'kind');
  throw new SlipError('BAD_DATA', `Data of ${what} lack or misstate: ${[...new Set(fields)].join(', ')}.`);
}
