import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../scripts/testing/postgres.ts';
import { connect, type Database } from '../store/connect.ts';
import { migrate } from '../store/migrate.ts';
import { readProcess } from './bpmn.ts';
import { loadPackage } from './load.ts';
import { PackageError } from './problems.ts';
import { publishPackage } from './publish.ts';

const original = resolve(import.meta.dirname, '../../../procedures/1.001193');
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A copy of the real package with one file changed. */
async function broken(file: string, change: (text: string) => string): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'motcua-package-'));
  folders.push(parent);
  const folder = join(parent, '1.001193');
  await cp(original, folder, { recursive: true });
  const path = join(folder, file);
  await writeFile(path, change(await readFile(path, 'utf8')));
  return folder;
}

async function problemsOf(folder: string): Promise<PackageError['problems']> {
  try {
    await loadPackage(folder);
  } catch (error) {
    if (error instanceof PackageError) return error.problems;
    throw error;
  }
  return [];
}

describe('loadPackage', () => {
  it('loads the real procedure', async () => {
    const loaded = await loadPackage(original);
    expect(loaded.model.processId).toBe('dang-ky-khai-sinh');
    expect(await loadPackage(original)).toEqual(loaded);
  });

  it.each([
    [
      'a task without an entry',
      'procedure.json',
      (t: string) => t.replace('"registrySeal": {', '"registrySealed": {'),
      'process.bpmn#registrySeal',
    ],
    [
      'an unknown role',
      'process.bpmn',
      (t: string) => t.replace('candidateGroups="leader"', 'candidateGroups="mayor"'),
      'process.bpmn#leaderSignature',
    ],
    [
      'a missing form',
      'procedure.json',
      (t: string) => t.replace('"form": "sealing"', '"form": "seal"'),
      'procedure.json#tasks.registrySeal.form',
    ],
    [
      'an unknown effect',
      'procedure.json',
      (t: string) => t.replace('"effects": ["seal"]', '"effects": ["stamp"]'),
      'procedure.json#tasks.registrySeal.actions.0.effects.0',
    ],
    [
      'a script in a form',
      'forms/sealing.json',
      (t: string) =>
        t.replace('"type": "checkbox"', '"customConditional": "show = true", "type": "checkbox"'),
      'forms/sealing.json#',
    ],
    [
      'an unknown slip',
      'procedure.json',
      (t: string) => t.replace('"key": "06"', '"key": "66"'),
      'procedure.json#slips.66',
    ],
    [
      'an unknown connector',
      'process.bpmn',
      (t: string) => t.replace('type="motcua.documents.register"', 'type="motcua.documents.registr"'),
      'process.bpmn#registerDocument',
    ],
    [
      'a wrong connector input',
      'process.bpmn',
      (t: string) => t.replace('input:childFullName', 'input:childName'),
      'process.bpmn#assignPersonalId',
    ],
    ['a process that is no XML', 'process.bpmn', (t: string) => t.slice(0, 400), 'process.bpmn'],
    [
      'a start nobody can reach',
      'process.bpmn',
      (t: string) => t.replaceAll('dang-ky-khai-sinh.submitted', 'started'),
      'process.bpmn#submitted',
    ],
    [
      'no way to withdraw',
      'process.bpmn',
      (t: string) => t.replaceAll('dang-ky-khai-sinh.withdrawn', 'gone'),
      'process.bpmn#dang-ky-khai-sinh',
    ],
    ['a broken procedure.json', 'procedure.json', (t: string) => t.slice(1), 'procedure.json'],
  ])('refuses %s, named in both languages', async (_what, file, change, element) => {
    const problems = await problemsOf(await broken(file, change));
    const found = problems.find((problem) => problem.element.startsWith(element));
    expect(found, JSON.stringify(problems)).toBeDefined();
    expect(found?.reason.vi && found.reason.en && found.fix.vi && found.fix.en).toBeTruthy();
  });

  it('names all problems at once', async () => {
    const folder = await broken('procedure.json', (t) =>
      t.replace('"form": "sealing"', '"form": "x"').replace('"form": "signing"', '"form": "y"'),
    );
    expect(await problemsOf(folder)).toHaveLength(2);
  });
});

describe('readProcess', () => {
  it('knows what may take a task away', async () => {
    const model = readProcess(await readFile(join(original, 'process.bpmn'), 'utf8'));
    expect(model.elements.draftConfirmation?.interrupters).toEqual([
      { kind: 'timer', variable: 'draftConfirmBy' },
    ]);
    // a reminder that does not interrupt, and the withdrawal which is our own act
    expect(model.elements.verification?.interrupters).toEqual([]);
    expect(model.elements.receptionCheck?.interrupters).toEqual([]);
  });
});

describe('publishPackage', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let sql: Database;
  beforeAll(async () => {
    database = await testDatabase();
    sql = connect(database.url);
    await migrate(sql, [
      resolve(import.meta.dirname, '../../routing/migrations'),
      resolve(import.meta.dirname, '../migrations'),
    ]);
  });
  afterAll(async () => {
    await sql.end();
    await database.drop();
  });

  it('stores a version once and refuses other content under its number', async () => {
    expect((await publishPackage(sql, original)).created).toBe(true);
    expect((await publishPackage(sql, original)).created).toBe(false);
    const changed = await broken('procedure.json', (t) =>
      t.replace('"en": "Birth registration"', '"en": "Registration of births"'),
    );
    await expect(publishPackage(sql, changed)).rejects.toThrow(/phiên bản \d+ đã công bố/);
  });
});
