/** Every package of procedures/ that the first start publishes loads: schema, process, forms, slips and connector bindings agree. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPackage } from '../engine/runtime/package/load.ts';
import { filledFields, parseForm } from '../forms/index.ts';

const here = join(import.meta.dirname, '../procedures');
const codes = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe.each(codes)('%s', (code) => {
  test('loads without a problem', async () => {
    const loaded = await loadPackage(join(here, code));
    expect(loaded.package.code).toBe(code);
  });

  test('every user task has its role in a lane and its entry, every entry its form', async () => {
    const { package: pkg, model, files } = await loadPackage(join(here, code));
    const tasks = Object.values(model.elements).filter((element) => element.kind === 'userTask');
    expect(tasks.map((task) => task.id).sort()).toEqual(Object.keys(pkg.tasks).sort());
    for (const task of tasks) expect(Object.keys(pkg.roles)).toContain(task.candidateGroups);
    for (const task of Object.values(pkg.tasks)) if (task.form) expect(files.forms).toHaveProperty(task.form);
  });

  test('every component is carried by a file field with the same national code', () => {
    const pkg = JSON.parse(readFileSync(join(here, code, 'procedure.json'), 'utf8'));
    const parsed = parseForm(
      JSON.parse(readFileSync(join(here, code, 'forms', `${pkg.applicationForm}.json`), 'utf8')),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const carried = Object.fromEntries(
      filledFields(parsed.form).flatMap((field) =>
        field.file?.componentCode ? [[field.path, field.file.componentCode]] : [],
      ),
    );
    const declared = Object.fromEntries(
      pkg.components.map((component: { key: string; code: string }) => [component.key, component.code]),
    );
    expect(carried).toEqual(declared);
  });

  test('the applicant’s data paths exist in the application form', () => {
    const pkg = JSON.parse(readFileSync(join(here, code, 'procedure.json'), 'utf8'));
    const parsed = parseForm(
      JSON.parse(readFileSync(join(here, code, 'forms', `${pkg.applicationForm}.json`), 'utf8')),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const paths = filledFields(parsed.form).map((field) => field.path);
    for (const path of Object.values(pkg.applicant)) expect(paths).toContain(path);
  });
});
