/** Properties of a component that would run a script or silently mean something else here: refused with reason and fix. */

import { type Json, list, type ParseContext, record, report, text } from './context.ts';
import { hasScript } from './html.ts';

const SCRIPTS: readonly { readonly name: string; readonly vi: string; readonly en: string }[] = [
  { name: 'calculateValue', vi: 'tính giá trị bằng script', en: 'computes its value with a script' },
  {
    name: 'customDefaultValue',
    vi: 'giá trị mặc định bằng script',
    en: 'takes its default value from a script',
  },
  { name: 'customConditional', vi: 'điều kiện hiển thị bằng script', en: 'is shown by a script' },
  { name: 'onChange', vi: 'script khi thay đổi', en: 'runs a script on change' },
];

/** Reports every script and unsupported switch of one component (all kinds of components). */
export function reportRefused(ctx: ParseContext, json: Json, path: string): void {
  for (const script of SCRIPTS) {
    if (isSet(json[script.name])) {
      report(
        ctx,
        `${path}#${script.name}`,
        `Thành phần này dùng ${script.vi}; biểu mẫu không chạy script. Hãy bỏ đi và dùng điều kiện đơn giản (conditional) hoặc quy tắc kiểm tra có sẵn.`,
        `This component ${script.en}; forms run no scripts. Remove it and use a simple condition or a built-in rule.`,
      );
    }
  }
  if (list(json.logic).length > 0) {
    report(
      ctx,
      `${path}#logic`,
      'Thành phần này có logic nâng cao; chỉ dùng được điều kiện hiển thị đơn giản (conditional). Hãy bỏ logic.',
      'This component has advanced logic; only simple conditions are supported. Remove the logic.',
    );
  }
  reportValidation(ctx, record(json.validate), path);
  reportSwitches(ctx, json, path);
  for (const name of ['html', 'content', 'description', 'tooltip', 'label', 'title', 'legend']) {
    const markup = text(json, name);
    if (markup === undefined) continue;
    if (hasScript(markup)) {
      report(
        ctx,
        `${path}#${name}`,
        'Nội dung có mã chạy được (script, on…=, javascript:). Hãy chỉ để lại chữ.',
        'The text contains runnable code (script, on…=, javascript:). Leave words only.',
      );
    } else if (markup.includes('{{')) {
      report(
        ctx,
        `${path}#${name}`,
        'Nội dung có biểu thức {{ }}; biểu mẫu không chạy biểu thức. Hãy viết chữ cố định.',
        'The text contains a {{ }} expression, which is not evaluated. Write fixed words.',
      );
    }
  }
}

function reportValidation(ctx: ParseContext, validate: Json, path: string): void {
  if (isSet(validate.custom) || isSet(validate.json)) {
    report(
      ctx,
      `${path}#validate.${isSet(validate.custom) ? 'custom' : 'json'}`,
      'Quy tắc kiểm tra viết bằng script hoặc JSON logic không được chạy. Hãy dùng required, minLength, maxLength, pattern, min, max.',
      'Validation by script or JSON logic is not run. Use required, minLength, maxLength, pattern, min, max.',
    );
  }
  for (const name of [
    'minWords',
    'maxWords',
    'minSelectedCount',
    'maxSelectedCount',
    'unique',
    'step',
  ] as const) {
    if (isSet(validate[name]) && validate[name] !== 'any') {
      report(
        ctx,
        `${path}#validate.${name}`,
        `Quy tắc “${name}” chưa được hỗ trợ. Hãy bỏ đi hoặc dùng pattern.`,
        `The rule "${name}" is not supported. Remove it or use a pattern.`,
      );
    }
  }
}

function reportSwitches(ctx: ParseContext, json: Json, path: string): void {
  const say = (name: string, vi: string, en: string): void => report(ctx, `${path}#${name}`, vi, en);
  if (json.hidden === true) {
    say(
      'hidden',
      'Thành phần ẩn không chứa được dữ liệu. Hãy xoá hoặc đặt điều kiện hiển thị.',
      'A hidden component carries no data. Delete it or give it a condition.',
    );
  }
  if (json.unique === true) {
    say(
      'unique',
      'Không kiểm tra được giá trị duy nhất trong biểu mẫu. Hãy bỏ “unique”.',
      'Uniqueness cannot be checked in a form. Remove "unique".',
    );
  }
  if (json.clearOnHide === false) {
    say(
      'clearOnHide',
      'Giá trị của thành phần bị ẩn luôn được bỏ. Hãy bỏ “clearOnHide: false”.',
      'Values of hidden components are always dropped. Remove "clearOnHide: false".',
    );
  }
  if (isSet(record(json.conditional).json)) {
    say(
      'conditional.json',
      'Điều kiện JSON logic không được hỗ trợ. Hãy dùng điều kiện đơn giản.',
      'JSON-logic conditions are not supported. Use a simple condition.',
    );
  }
  const source = text(json, 'dataSrc');
  if (
    json.type === 'select' &&
    source !== undefined &&
    source !== 'values' &&
    !isSet(record(json.properties).catalogue)
  ) {
    say(
      'dataSrc',
      `Danh sách chọn lấy từ “${source}” không dùng được. Hãy nhập các lựa chọn hoặc dùng properties.catalogue.`,
      `Options from "${source}" cannot be used. List the options or use properties.catalogue.`,
    );
  }
}

/** True for anything an author has really filled in (exports carry many empty strings and objects). */
function isSet(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === false) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' ? Object.keys(value).length > 0 : true;
}
