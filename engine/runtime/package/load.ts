/** Reads a procedure package from its folder and refuses it as a whole when anything in it is wrong. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { connectors, mailTemplates } from '../../../connectors/index.ts';
import { loadSlipSets } from '../../../connectors/pdf/index.ts';
import { parseForm } from '../../../forms/index.ts';
import { BpmnError, type ProcessModel, readProcess } from './bpmn.ts';
import { checkPackage } from './check.ts';
import { PackageError, type PackageProblem } from './problems.ts';
import { type ProcedurePackage, procedurePackage } from './schema.ts';

/** What a package consists of besides procedure.json, as stored with each version. */
export interface PackageFiles {
  readonly bpmn: string;
  /** Form.io JSON by key. */
  readonly forms: Readonly<Record<string, unknown>>;
  /** Mustache templates by key. */
  readonly slips: Readonly<Record<string, string>>;
}
export interface LoadedPackage {
  readonly package: ProcedurePackage;
  readonly files: PackageFiles;
  readonly model: ProcessModel;
  /** sha256 over everything: equal content, equal digest. */
  readonly digest: string;
}

/** @throws PackageError naming every problem with element, reason and fix. */
export async function loadPackage(folder: string): Promise<LoadedPackage> {
  const problems: PackageProblem[] = [];
  const meta = await readJson(join(folder, 'procedure.json'), 'procedure.json', problems);
  const parsed = meta === undefined ? undefined : procedurePackage.safeParse(meta);
  for (const issue of parsed?.error?.issues ?? [])
    problems.push({
      element: `procedure.json#${issue.path.join('.')}`,
      reason: { vi: `giá trị không hợp lệ (${issue.message})`, en: issue.message },
      fix: { vi: 'sửa theo mô tả gói thủ tục', en: 'correct it after engine/runtime/package/schema.ts' },
    });
  const bpmn = await readText(join(folder, 'process.bpmn'), 'process.bpmn', problems);
  const model = bpmn === undefined ? undefined : tryProcess(bpmn, problems);
  const forms = await readForms(join(folder, 'forms'), problems);
  const slips = await readSlips(join(folder, 'slips'));
  if (parsed?.success && basename(folder) !== parsed.data.code)
    problems.push({
      element: 'procedure.json#code',
      reason: {
        vi: `thư mục tên “${basename(folder)}” nhưng mã là “${parsed.data.code}”`,
        en: `the folder is named “${basename(folder)}” but the code is “${parsed.data.code}”`,
      },
      fix: { vi: 'đặt tên thư mục theo mã thủ tục', en: 'name the folder after the code' },
    });
  if (parsed?.success && model)
    problems.push(
      ...checkPackage({
        package: parsed.data,
        model,
        formKeys: new Set(Object.keys(forms)),
        slipKeys: new Set(Object.keys(slips)),
        statutorySlips: await statutorySlips(),
        mailKinds: new Set(Object.keys(mailTemplates)),
        checkConnector: (type, headers) => {
          const connector = connectors.find((c) => c.type === type);
          return connector?.check(headers);
        },
      }),
    );
  if (problems.length > 0 || !parsed?.success || !model || bpmn === undefined)
    throw new PackageError(basename(folder), problems);
  const files = { bpmn, forms, slips };
  const digest = createHash('sha256')
    .update(JSON.stringify([parsed.data, files]))
    .digest('hex');
  return { package: parsed.data, files, model, digest };
}

async function statutorySlips(): Promise<ReadonlySet<string>> {
  const sets = await loadSlipSets();
  return new Set(sets.flatMap((set) => set.slips.map((slip) => slip.key)));
}

function tryProcess(bpmn: string, problems: PackageProblem[]): ProcessModel | undefined {
  try {
    return readProcess(bpmn);
  } catch (error) {
    if (!(error instanceof BpmnError)) throw error;
    problems.push({
      element: 'process.bpmn',
      reason: { vi: `không đọc được BPMN: ${error.message}`, en: `not readable as BPMN: ${error.message}` },
      fix: {
        vi: 'mở và lưu lại bằng trình thiết kế; chỉ một tiến trình được thực thi',
        en: 'open and save it in the designer; one executable process only',
      },
    });
    return undefined;
  }
}

async function readForms(dir: string, problems: PackageProblem[]): Promise<Record<string, unknown>> {
  const forms: Record<string, unknown> = {};
  for (const file of await listFiles(dir, '.json')) {
    const name = `forms/${file}`;
    const json = await readJson(join(dir, file), name, problems);
    if (json === undefined) continue;
    const result = parseForm(json);
    if (!result.ok)
      for (const p of result.problems)
        problems.push({
          element: `${name}#${p.path}`,
          reason: p.message,
          fix: { vi: 'sửa trong trình thiết kế biểu mẫu', en: 'correct it in the form builder' },
        });
    forms[parse(file).name] = json;
  }
  return forms;
}

async function readSlips(dir: string): Promise<Record<string, string>> {
  const files = await listFiles(dir, '.html');
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [parse(file).name, await readFile(join(dir, file), 'utf8')])),
  );
}

async function listFiles(dir: string, extension: string): Promise<string[]> {
  const all = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return all.filter((file) => file.endsWith(extension)).sort();
}

async function readText(path: string, name: string, problems: PackageProblem[]): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    problems.push({
      element: name,
      reason: { vi: 'không có tệp này', en: 'the file is missing' },
      fix: { vi: 'thêm tệp vào gói', en: 'add it to the package' },
    });
    return undefined;
  }
}

async function readJson(path: string, name: string, problems: PackageProblem[]): Promise<unknown> {
  const text = await readText(path, name, problems);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({
      element: name,
      reason: { vi: `không phải JSON: ${message}`, en: `not JSON: ${message}` },
      fix: { vi: 'sửa cú pháp', en: 'correct the syntax' },
    });
    return undefined;
  }
}
