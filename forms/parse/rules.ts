/** `validate`, masks and date limits of a component as our rules. */
import type { FieldRules } from '../types.ts';
import { type Json, number, type ParseContext, record, report, text, translated } from './context.ts';

export function parseRules(ctx: ParseContext, json: Json, path: string): FieldRules {
  const validate = record(json.validate);
  const pattern = parsePattern(ctx, json, path);
  const minDate = parseDateLimit(ctx, json, 'minDate', path);
  const maxDate = parseDateLimit(ctx, json, 'maxDate', path);
  const patternMessage = translated(
    ctx,
    json,
    text(validate, 'customMessage') ?? text(validate, 'patternMessage'),
    'customMessage',
  );
  const rules: FieldRules = {
    required: validate.required === true || validate.required === 'true',
    minLength: number(validate, 'minLength'),
    maxLength: number(validate, 'maxLength'),
    pattern,
    patternMessage,
    min: number(validate, 'min'),
    max: number(validate, 'max'),
    minDate,
    maxDate,
    integer: validate.integer === true || number(json, 'decimalLimit') === 0 ? true : undefined,
    case: json.case === 'uppercase' ? 'upper' : json.case === 'lowercase' ? 'lower' : undefined,
  };
  const pairs = [
    ['minLength', 'maxLength'],
    ['min', 'max'],
  ] as const;
  for (const [low, high] of pairs) {
    const [least, most] = [rules[low], rules[high]];
    if (least !== undefined && most !== undefined && least > most) {
      report(
        ctx,
        `${path}#validate.${low}`,
        `${low} (${least}) lớn hơn ${high} (${most}); không giá trị nào đạt. Hãy sửa một trong hai.`,
        `${low} (${least}) exceeds ${high} (${most}); nothing can pass. Correct one of them.`,
      );
    }
  }
  return Object.fromEntries(
    Object.entries(rules).filter(([, value]) => value !== undefined),
  ) as unknown as FieldRules;
}

function parsePattern(ctx: ParseContext, json: Json, path: string): string | undefined {
  const written = text(record(json.validate), 'pattern');
  const mask = text(json, 'inputMask');
  const pattern = written ?? (mask === undefined ? undefined : maskToPattern(mask));
  if (pattern === undefined) return undefined;
  if (compilePattern(pattern) === undefined) {
    report(
      ctx,
      `${path}#validate.pattern`,
      `Mẫu (pattern) “${pattern}” không phải biểu thức chính quy hợp lệ. Hãy sửa lại.`,
      `Pattern "${pattern}" is not a valid regular expression. Correct it.`,
    );
    return undefined;
  }
  // A repeated group that repeats inside itself, e.g. (a+)+, can run for minutes on a short text.
  if (/\([^()]*[+*}][^()]*\)[+*{]/.test(pattern.replace(/\\./g, '_').replace(/\[[^\]]*\]/g, '_'))) {
    report(
      ctx,
      `${path}#validate.pattern`,
      `Mẫu (pattern) “${pattern}” lặp lồng nhau, có thể làm máy chủ chạy rất lâu. Hãy viết lại không lặp nhóm đã lặp.`,
      `Pattern "${pattern}" repeats a repetition and could run for very long. Rewrite it.`,
    );
    return undefined;
  }
  return pattern;
}

/** The whole text must match, as in Form.io. Undefined if the pattern cannot be compiled. */
export function compilePattern(pattern: string): RegExp | undefined {
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${pattern})$`, flags);
    } catch {
      // Older exports carry escapes that are only legal without the u flag: tried next.
    }
  }
  return undefined;
}

/** Form.io masks: 9 digit, a letter, * either; everything else is itself. */
const maskToPattern = (mask: string): string =>
  [...mask]
    .map((sign) =>
      sign === '9'
        ? '\\d'
        : sign === 'a'
          ? '[A-Za-z]'
          : sign === '*'
            ? '[A-Za-z0-9]'
            : sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'),
    )
    .join('');

function parseDateLimit(
  ctx: ParseContext,
  json: Json,
  name: 'minDate' | 'maxDate',
  path: string,
): string | undefined {
  const raw = text(record(json.validate), name) ?? text(record(json.datePicker), name) ?? text(json, name);
  if (raw === undefined) return undefined;
  if (raw === 'today' || /^moment\(\s*\)$/.test(raw)) return 'today';
  const day = /^(\d{4}-\d{2}-\d{2})/.exec(raw)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(day))) {
    report(
      ctx,
      `${path}#${name}`,
      `Giới hạn ngày “${raw}” không đọc được. Hãy viết yyyy-MM-dd hoặc today.`,
      `Date limit "${raw}" cannot be read. Write yyyy-MM-dd or today.`,
    );
    return undefined;
  }
  return day;
}
