/** Syntax tree of FEEL expressions and unary tests. */
import type { FeelNumber } from './number.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**';
export type ComparisonOperator = '=' | '<' | '<=' | '>' | '>=';
export interface RangeNode {
  readonly type: 'range';
  /** A value of the DMN standard, with ends of any ordered type or open ones (`null`). */
  readonly standard?: true;
  /** Of `(< 10)`: what it was written with. */
  readonly operator?: string;
  readonly start: Node;
  readonly startClosed: boolean;
  readonly end: Node;
  readonly endClosed: boolean;
}
export interface Iterator {
  readonly name: string;
  readonly list: Node;
}
export type Arguments =
  | { readonly style: 'positional'; readonly values: readonly Node[] }
  | { readonly style: 'named'; readonly values: ReadonlyMap<string, Node> };

/** A type of the DMN standard: `list<number>`, `context<a: string>`, `range<date>`, `function<number> -> string`. */
export interface TypeNode {
  readonly name: string;
  readonly of?: readonly TypeNode[];
  readonly entries?: ReadonlyMap<string, TypeNode>;
}

export type Node =
  | { readonly type: 'null' }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'number'; readonly value: FeelNumber }
  | { readonly type: 'string'; readonly value: string }
  | {
      readonly type: 'temporal';
      readonly form: '@' | 'date' | 'time' | 'date and time' | 'duration';
      readonly text: string;
    }
  | { readonly type: 'input' }
  | { readonly type: 'list'; readonly items: readonly Node[] }
  | { readonly type: 'context'; readonly entries: readonly { readonly key: string; readonly value: Node }[] }
  | { readonly type: 'variable'; readonly names: readonly string[] }
  | { readonly type: 'path'; readonly target: Node; readonly key: string }
  | { readonly type: 'filter'; readonly list: Node; readonly filter: Node }
  | { readonly type: 'call'; readonly name: string; readonly args: Arguments }
  | {
      readonly type: 'method';
      readonly path: readonly string[];
      readonly name: string;
      readonly args: Arguments;
    }
  | {
      readonly type: 'function';
      readonly parameters: readonly string[];
      /** Types of the parameters where some are stated. */
      readonly types?: readonly (TypeNode | undefined)[];
      readonly body: Node;
    }
  | { readonly type: 'call value'; readonly target: Node; readonly args: Arguments }
  | { readonly type: 'instance of type'; readonly value: Node; readonly test: TypeNode }
  | { readonly type: 'negate'; readonly operand: Node }
  | {
      readonly type: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | {
      readonly type: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Node;
      readonly right: Node;
    }
  | { readonly type: 'not'; readonly operand: Node }
  | { readonly type: 'and'; readonly operands: readonly [Node, Node] }
  | { readonly type: 'or'; readonly operands: readonly Node[] }
  | { readonly type: 'if'; readonly condition: Node; readonly consequent: Node; readonly alternative: Node }
  | { readonly type: 'for'; readonly iterators: readonly Iterator[]; readonly body: Node }
  | {
      readonly type: 'quantified';
      readonly every: boolean;
      readonly iterators: readonly Iterator[];
      readonly condition: Node;
    }
  /** `a..b` counts up or down; a range `[a..b]` of the standard up only. */
  | { readonly type: 'steps'; readonly start: Node; readonly end: Node; readonly range?: true }
  | { readonly type: 'in'; readonly value: Node; readonly test: Node }
  | { readonly type: 'instance of'; readonly value: Node; readonly typeName: string }
  | { readonly type: 'input comparison'; readonly operator: ComparisonOperator; readonly operand: Node }
  | { readonly type: 'input range'; readonly range: RangeNode }
  | { readonly type: 'unary test'; readonly expression: Node }
  | RangeNode;
