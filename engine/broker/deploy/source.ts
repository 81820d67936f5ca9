/** Attribute texts of a BPMN file that may be expressions: a leading `=` makes one, everything else is static text (zeebe.md 3.4). */
import { compile } from '../feel/index.ts';
import type { CompiledExpression } from '../feel/types.ts';
import type { ValueSource } from './graph.ts';
import type { Report } from './report.ts';
import type { XmlElement } from './xml.ts';

/** `=` and something behind it; a lone `=` is static text. */
export const isExpression = (text: string): boolean => text.startsWith('=') && text.length > 1;

/** Checks a text that may be static or an expression; missing and empty are refused when `required`. */
export function checkSource(
  report: Report,
  element: XmlElement,
  text: string | undefined,
  required: boolean,
): void {
  if (text === undefined || text === '') {
    if (required) report.addValue(element, 'Expected expression but not found.');
    return;
  }
  if (!isExpression(text)) return;
  const result = compile(text.slice(1));
  if (!result.ok) report.addValue(element, result.failure);
}

/** Checks a text that must be an expression. */
export function checkExpression(
  report: Report,
  element: XmlElement,
  text: string | undefined,
  emptyIsStatic = false,
): void {
  if (text === undefined || (text === '' && !emptyIsStatic)) {
    report.addValue(element, 'Expected expression but not found.');
  } else if (isExpression(text)) {
    checkSource(report, element, text, true);
  } else {
    report.addValue(
      element,
      `Expected expression but found static value '${text}'. An expression must start with '=' (e.g. '=${text}').`,
    );
  }
}

/** A checked text that was refused should never reach the graph builder. */
export class UncheckedSource extends Error {}

/** Compiled expression of a checked text (with its leading `=`). @throws UncheckedSource */
export function expressionOf(text: string): CompiledExpression {
  const result = compile(text.slice(1));
  if (!result.ok) throw new UncheckedSource(result.failure);
  return result.expression;
}

/** Whether Zeebe reads a static text as a number (zeebe.md 3.4). */
export const isDecimal = (text: string): boolean => /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text);

/** Of a text that Zeebe does not check at deployment: one that cannot be read fails when it is evaluated. */
export function uncheckedSource(text: string): ValueSource {
  if (!isExpression(text)) return { text };
  const source = text.slice(1);
  const result = compile(source);
  if (result.ok) return { feel: result.expression };
  const failed = () => ({ ok: false, failure: result.failure, warnings: [] }) as const;
  return { feel: { source, evaluate: failed, evaluateIn: failed } };
}

/** Static text or compiled expression of a checked text. */
export const sourceOf = (text: string): ValueSource =>
  isExpression(text) ? { feel: expressionOf(text) } : { text };
