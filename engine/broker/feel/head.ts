/** The variable that an expression is, or is a path into. */
import { parseExpression, SyntaxFailure } from './parser.ts';
import type { Node } from './syntax.ts';

/** `order` for `order`, `order.total` and `(order)`; undefined for what is computed, and for texts that do not parse. */
export function headVariable(source: string): string | undefined {
  try {
    return headOf(parseExpression(source));
  } catch (error) {
    if (error instanceof SyntaxFailure || error instanceof RangeError) return undefined;
    throw error;
  }
}

function headOf(node: Node): string | undefined {
  if (node.type === 'path') return headOf(node.target);
  return node.type === 'variable' ? node.names[0] : undefined;
}
