/** Conditions without script: Form.io's `conditional` in its old (`when`/`eq`) and its list form. */
import type { FormCondition } from '../types.ts';
import { type Json, list, type ParseContext, record, report, text } from './context.ts';

const OPERATORS = ['isEqual', 'isNotEqual', 'isEmpty', 'isNotEmpty'] as const;
type Operator = (typeof OPERATORS)[number];
const isOperator = (value: string): value is Operator => (OPERATORS as readonly string[]).includes(value);

/** The component's condition, or undefined; unusable ones are reported. Referenced paths are noted for a later check. */
export function parseCondition(ctx: ParseContext, json: Json, path: string): FormCondition | undefined {
  const raw = record(json.conditional);
  // Old exports write booleans as text, and `show: null` where there is no condition.
  const show = !(raw.show === false || raw.show === 'false');
  const rows = list(raw.conditions);
  if (rows.length > 0) {
    const conditions = rows.flatMap((row, index) =>
      parseRow(ctx, record(row), `${path}#conditional.conditions[${index}]`),
    );
    return { show, conjunction: raw.conjunction === 'any' ? 'any' : 'all', conditions };
  }
  const when = text(raw, 'when');
  if (when === undefined || raw.show === null) return undefined;
  ctx.references.push({ path: `${path}#conditional.when`, component: when });
  return {
    show,
    conjunction: 'all',
    conditions: [{ component: when, operator: 'isEqual', value: raw.eq ?? '' }],
  };
}

function parseRow(ctx: ParseContext, row: Json, path: string): FormCondition['conditions'] {
  const component = text(row, 'component');
  const operator = text(row, 'operator') ?? 'isEqual';
  if (component === undefined || !isOperator(operator)) {
    report(
      ctx,
      path,
      `Điều kiện không hợp lệ: cần “component” và toán tử ${OPERATORS.join(', ')} (đang là “${operator}”).`,
      `Bad condition: it needs "component" and one of the operators ${OPERATORS.join(', ')} (found "${operator}").`,
    );
    return [];
  }
  ctx.references.push({ path, component });
  return [
    {
      component,
      operator,
      ...(operator === 'isEqual' || operator === 'isNotEqual' ? { value: row.value ?? '' } : {}),
    },
  ];
}
