/** Form.io JSON → our tree, or every problem with its place, reason and fix. */

import type { Field, Form, FormNode, FormPage, FormProblem, Locale } from '../types.ts';
import { allFields } from '../walk.ts';
import { parseCondition } from './condition.ts';
import { type Json, list, type ParseContext, record, report, text, translated } from './context.ts';
import { htmlToText } from './html.ts';
import { parseNodes, ROOT } from './nodes.ts';
import { reportRefused } from './refused.ts';

export type ParsedForm =
  | { readonly ok: true; readonly form: Form }
  | { readonly ok: false; readonly problems: FormProblem[] };

/**
 * Reads Form.io JSON in the subset of forms/README.md. The tree carries texts of one language.
 * Never throws; anything that would need a script or is unknown is a problem.
 */
export function parseForm(json: unknown, locale: Locale = 'vi'): ParsedForm {
  const root = record(json);
  const ctx: ParseContext = { locale, problems: [], references: [], count: 0 };
  if (!Array.isArray(root.components)) {
    report(
      ctx,
      '',
      'Tệp không phải biểu mẫu Form.io: thiếu “components”.',
      'Not a Form.io form: "components" is missing.',
    );
    return { ok: false, problems: ctx.problems };
  }
  const key = text(root, 'name') ?? text(root, 'path') ?? text(root, 'key') ?? 'form';
  const title = translated(ctx, root, text(root, 'title')) ?? '';
  const pages =
    root.display === 'wizard'
      ? wizardPages(ctx, root)
      : [{ key, title, nodes: parseNodes(ctx, root.components, ROOT) }];
  const form: Form = { key, title, pages };
  checkPaths(ctx, form);
  checkReferences(ctx, form);
  return ctx.problems.length === 0 ? { ok: true, form } : { ok: false, problems: ctx.problems };
}

function wizardPages(ctx: ParseContext, root: Json): FormPage[] {
  return list(root.components).flatMap((item, index) => {
    const panel = record(item);
    if (panel.type === 'button') return [];
    const key = text(panel, 'key') ?? `page${index + 1}`;
    if (panel.type !== 'panel') {
      report(
        ctx,
        key,
        'Biểu mẫu nhiều trang chỉ chứa các trang (panel) ở ngoài cùng. Hãy đặt thành phần này vào một trang.',
        'A wizard holds panels at its top level only. Move this component into a page.',
      );
      return [];
    }
    reportRefused(ctx, panel, key);
    const title = translated(ctx, panel, text(panel, 'title') ?? text(panel, 'label')) ?? '';
    if (title === '') report(ctx, `${key}#title`, 'Trang chưa có tiêu đề.', 'The page has no title.');
    const hint = translated(ctx, panel, text(panel, 'description') ?? text(panel, 'tooltip'), 'description');
    const condition = parseCondition(ctx, panel, key);
    const nodes = parseNodes(ctx, panel.components, { ...ROOT, path: key });
    return [
      {
        key,
        title: htmlToText(title),
        ...(hint === undefined ? {} : { hint: htmlToText(hint) }),
        nodes,
        ...(condition === undefined ? {} : { condition }),
      },
    ];
  });
}

/** No two fields may write the same place, nor one write inside another. */
function checkPaths(ctx: ParseContext, form: Form): void {
  const seen = new Set<string>();
  const paths = [...allFields(form).map((field) => field.path), ...repeats(form).map((node) => node.path)];
  for (const path of paths) {
    if (seen.has(path)) {
      report(
        ctx,
        path,
        `Khoá “${path}” được dùng hai lần. Hãy đặt khoá riêng cho mỗi trường.`,
        `Key "${path}" is used twice. Give each field its own.`,
      );
    }
    seen.add(path);
  }
  for (const field of allFields(form)) {
    const steps = field.path.split('.');
    const outer = steps.slice(1).map((_, at) => steps.slice(0, at + 1).join('.'));
    const owner = outer.find((path) => seen.has(path) && !repeats(form).some((node) => node.path === path));
    if (owner !== undefined) {
      report(
        ctx,
        field.path,
        `Trường này nằm trong dữ liệu của trường “${owner}”. Hãy đổi khoá.`,
        `This field lies inside the data of field "${owner}". Change its key.`,
      );
    }
  }
}

/** Conditions and agreements must name fields, and no condition may depend on itself. */
function checkReferences(ctx: ParseContext, form: Form): void {
  const byPath = new Map<string, Field>(allFields(form).map((field) => [field.path, field]));
  for (const { path, component } of ctx.references) {
    if (!byPath.has(component)) {
      report(
        ctx,
        path,
        `Điều kiện trỏ tới trường “${component}” không có trong biểu mẫu. Hãy ghi đường dẫn đầy đủ, ví dụ mother.known.`,
        `The condition names field "${component}", which is not in the form. Write its full path, e.g. mother.known.`,
      );
    }
  }
  for (const field of byPath.values()) {
    for (const path of Object.values(field.agreesWith ?? {})) {
      if (path !== undefined && !byPath.has(path))
        report(
          ctx,
          field.path,
          `Không có trường “${path}” để đối chiếu.`,
          `There is no field "${path}" to compare with.`,
        );
    }
  }
  const needs = dependencies(form);
  const state = new Map<string, 'open' | 'done'>();
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      report(
        ctx,
        path,
        `Điều kiện hiển thị của “${path}” phụ thuộc vòng tròn. Hãy bỏ một điều kiện.`,
        `The condition of "${path}" depends on itself. Remove one condition.`,
      );
      return;
    }
    state.set(path, 'open');
    for (const next of needs.get(path) ?? []) visit(next);
    state.set(path, 'done');
  };
  for (const path of needs.keys()) visit(path);
}

/** Field path → paths its visibility depends on, through its own and its groups' conditions. */
function dependencies(form: Form): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const names = (node: FormNode | FormPage): string[] =>
    node.condition?.conditions.map((row) => row.component) ?? [];
  const walk = (nodes: readonly FormNode[], outer: readonly string[]): void => {
    for (const node of nodes) {
      const all = [...outer, ...names(node)];
      if (node.kind === 'field') found.set(node.path, all);
      else if (node.kind !== 'note') walk(node.children, all);
    }
  };
  for (const page of form.pages) walk(page.nodes, names(page));
  return found;
}

function repeats(form: Form): Extract<FormNode, { kind: 'repeat' }>[] {
  const inside = (nodes: readonly FormNode[]): Extract<FormNode, { kind: 'repeat' }>[] =>
    nodes.flatMap((node) =>
      node.kind === 'repeat' ? [node] : node.kind === 'section' ? inside(node.children) : [],
    );
  return form.pages.flatMap((page) => inside(page.nodes));
}
