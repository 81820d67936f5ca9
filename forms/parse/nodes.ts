/** The component tree: sections, rows, notes and fields; unknown component types are refused by name. */
import { safePath } from '../paths.ts';
import type { FormNode } from '../types.ts';
import { parseCondition } from './condition.ts';
import { type Json, list, number, type ParseContext, record, report, text, translated } from './context.ts';
import { isFieldType, parseField } from './field.ts';
import { htmlToText } from './html.ts';
import { reportRefused } from './refused.ts';

/** More would be an export gone wrong, not a form. */
const MAX_COMPONENTS = 2000;
const MAX_DEPTH = 12;
const MAX_ROWS = 50;

interface Place {
  /** Where the element stands, for messages: keys joined by `/`. */
  readonly path: string;
  /** Prefix of data paths, with its dot. */
  readonly prefix: string;
  readonly inRows: boolean;
  readonly depth: number;
}
export const ROOT: Place = { path: '', prefix: '', inRows: false, depth: 0 };

export function parseNodes(ctx: ParseContext, components: unknown, place: Place): FormNode[] {
  if (place.depth > MAX_DEPTH) {
    report(
      ctx,
      place.path,
      'Biểu mẫu lồng quá sâu. Hãy bớt các nhóm lồng nhau.',
      'The form is nested too deeply. Use fewer groups.',
    );
    return [];
  }
  return list(components).flatMap((item, index) => {
    ctx.count += 1;
    if (ctx.count === MAX_COMPONENTS)
      report(ctx, place.path, 'Biểu mẫu có quá nhiều thành phần.', 'The form has too many components.');
    return ctx.count >= MAX_COMPONENTS ? [] : parseNode(ctx, record(item), place, index);
  });
}

function parseNode(ctx: ParseContext, json: Json, place: Place, index: number): FormNode[] {
  const type = typeof json.type === 'string' ? json.type : '';
  const key = text(json, 'key') ?? `${type}${index + 1}`;
  const path = place.path === '' ? key : `${place.path}/${key}`;
  const inner: Place = { ...place, path, depth: place.depth + 1 };
  reportRefused(ctx, json, path);
  if (!safePath(key) || !/^[A-Za-z][\w.-]*$/.test(key)) {
    report(
      ctx,
      `${path}#key`,
      `Khoá “${key}” không dùng được. Khoá bắt đầu bằng chữ cái không dấu, rồi chữ, số, gạch, chấm.`,
      `Key "${key}" cannot be used. Keys start with a letter, then letters, digits, dashes, dots.`,
    );
    return [];
  }
  if (isFieldType(type)) return [parseField(ctx, json, { key, dataPath: place.prefix + key, path })];
  switch (type) {
    case 'panel':
    case 'fieldset':
    case 'well':
      return [section(ctx, json, key, path, parseNodes(ctx, json.components, inner))];
    case 'container':
      return [
        section(
          ctx,
          json,
          key,
          path,
          parseNodes(ctx, json.components, { ...inner, prefix: `${place.prefix}${key}.` }),
        ),
      ];
    case 'tabs':
      return list(json.components).map((tab, at) => {
        const sheet = record(tab);
        const tabKey = text(sheet, 'key') ?? `${key}${at + 1}`;
        return section(
          ctx,
          sheet,
          tabKey,
          `${path}/${tabKey}`,
          parseNodes(ctx, sheet.components, { ...inner, path: `${path}/${tabKey}` }),
        );
      });
    case 'columns':
      return list(json.columns).flatMap((column) => parseNodes(ctx, record(column).components, inner));
    case 'datagrid':
    case 'editgrid':
      return repeat(ctx, json, key, inner);
    case 'content':
    case 'htmlelement':
      return note(ctx, json, key, path);
    case 'button':
      return button(ctx, json, path);
    default:
      report(
        ctx,
        path,
        type === ''
          ? 'Thành phần không có loại (type).'
          : `Loại thành phần “${type}” không được hỗ trợ. Hãy thay bằng loại có trong forms/README.md.`,
        type === ''
          ? 'The component has no type.'
          : `Component type "${type}" is not supported. Replace it by one listed in forms/README.md.`,
      );
      return [];
  }
}

function section(ctx: ParseContext, json: Json, key: string, path: string, children: FormNode[]): FormNode {
  const written = text(json, 'title') ?? text(json, 'legend') ?? text(json, 'label');
  const title = json.hideLabel === true ? undefined : translated(ctx, json, written);
  const hint = translated(ctx, json, text(json, 'description') ?? text(json, 'tooltip'), 'description');
  const condition = parseCondition(ctx, json, path);
  return {
    kind: 'section',
    key,
    title: htmlToText(title ?? ''),
    ...(hint === undefined ? {} : { hint: htmlToText(hint) }),
    children,
    ...(condition === undefined ? {} : { condition }),
  };
}

function repeat(ctx: ParseContext, json: Json, key: string, place: Place): FormNode[] {
  if (place.inRows) {
    report(
      ctx,
      place.path,
      'Lưới nằm trong lưới không được hỗ trợ. Hãy tách thành hai lưới.',
      'Rows inside rows are not supported. Make two grids.',
    );
    return [];
  }
  const dataPath = place.prefix + key;
  const label = translated(ctx, json, text(json, 'label'));
  if (label === undefined) report(ctx, `${place.path}#label`, 'Lưới chưa có nhãn.', 'The grid has no label.');
  const validate = record(json.validate);
  const required = validate.required === true;
  const minRows = Math.max(required ? 1 : 0, number(validate, 'minLength') ?? 0);
  const maxRows = Math.min(MAX_ROWS, number(validate, 'maxLength') ?? MAX_ROWS);
  if (minRows > maxRows || !Number.isInteger(minRows) || !Number.isInteger(maxRows)) {
    report(
      ctx,
      `${place.path}#validate.minLength`,
      `Số dòng ít nhất và nhiều nhất không hợp nhau (nhiều nhất ${MAX_ROWS}).`,
      `Least and most rows do not fit together (at most ${MAX_ROWS}).`,
    );
    return [];
  }
  const hint = translated(ctx, json, text(json, 'description') ?? text(json, 'tooltip'), 'description');
  const condition = parseCondition(ctx, json, place.path);
  return [
    {
      kind: 'repeat',
      key,
      path: dataPath,
      label: htmlToText(label ?? key),
      ...(hint === undefined ? {} : { hint: htmlToText(hint) }),
      children: parseNodes(ctx, json.components, { ...place, prefix: `${dataPath}.`, inRows: true }),
      minRows,
      maxRows,
      ...(condition === undefined ? {} : { condition }),
    },
  ];
}

function note(ctx: ParseContext, json: Json, key: string, path: string): FormNode[] {
  const written = htmlToText(text(json, 'html') ?? text(json, 'content') ?? '');
  const words = translated(ctx, json, written === '' ? undefined : written);
  if (words === undefined) return [];
  const condition = parseCondition(ctx, json, path);
  return [{ kind: 'note', key, text: htmlToText(words), ...(condition === undefined ? {} : { condition }) }];
}

/** The pages bring their own buttons; a button that would do something of its own is refused. */
function button(ctx: ParseContext, json: Json, path: string): FormNode[] {
  const action = text(json, 'action') ?? 'submit';
  if (!['submit', 'reset', 'saveState'].includes(action)) {
    report(
      ctx,
      path,
      `Nút có hành động “${action}” không dùng được. Hãy xoá nút.`,
      `A button with action "${action}" cannot be used. Delete it.`,
    );
  }
  return [];
}
