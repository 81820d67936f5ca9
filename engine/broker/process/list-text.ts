/** Lists kept as JSON text: taking one apart into its items' texts and putting it together again. */
import type { ElementInstance } from '../state/model.ts';

/** Behind the string literal that begins at `from`. */
function afterString(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text[at - 1 - escapes] === '\\') escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return text.length;
}

/** Texts of the items of a minified JSON list; undefined for what is no list. */
function splitList(text: string): string[] | undefined {
  if (!text.startsWith('[')) return undefined;
  const items: string[] = [];
  let depth = 0;
  let begin = 1;
  for (let at = 1; at < text.length; ) {
    const char = text[at];
    if (char === '"') {
      at = afterString(text, at);
      continue;
    }
    if (char === '[' || char === '{') depth++;
    else if (depth > 0 && (char === ']' || char === '}')) depth--;
    else if (depth === 0 && (char === ',' || char === ']')) {
      if (at > begin) items.push(text.slice(begin, at));
      begin = at + 1;
    }
    at++;
  }
  return items;
}

/** Items are joined in blocks, so that one new item does not mean joining thousands. */
const BLOCK = 128;
interface Known {
  text: string;
  readonly length: number;
  readonly blocks: { readonly items: string[]; text: string }[];
}
/** The last list of each scope: a loop over thousands of items changes one of them at a time. */
const known = new WeakMap<ElementInstance, Known>();

/** Number of items of a list that belongs to a scope; undefined for what is no list. */
export function listLength(scope: ElementInstance, text: string): number | undefined {
  return listOf(scope, text)?.length;
}

function listOf(scope: ElementInstance, text: string): Known | undefined {
  const before = known.get(scope);
  if (before?.text === text) return before;
  const items = splitList(text);
  if (!items) return undefined;
  const blocks: Known['blocks'] = [];
  for (let from = 0; from < items.length; from += BLOCK) {
    const block = items.slice(from, from + BLOCK);
    blocks.push({ items: block, text: block.join(',') });
  }
  const list = { text, length: items.length, blocks };
  known.set(scope, list);
  return list;
}

/** The list with another item at an index that it has. */
export function withItem(scope: ElementInstance, text: string, index: number, item: string): string {
  const list = listOf(scope, text);
  const block = list?.blocks[Math.floor(index / BLOCK)];
  if (!list || !block || index >= list.length)
    throw new Error(`no item ${index} in a list of scope ${scope.key}`);
  block.items[index % BLOCK] = item;
  block.text = block.items.join(',');
  list.text = `[${list.blocks.map((one) => one.text).join(',')}]`;
  return list.text;
}

const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^n/, 'NIL'],
  [/^[tf]/, 'BOOLEAN'],
  [/^"/, 'STRING'],
  [/^\{/, 'MAP'],
  [/^\[/, 'ARRAY'],
  [/[.eE]/, 'FLOAT'],
];

/** The type of a JSON text as Zeebe's storage format names it. */
export const storedType = (text: string): string =>
  TYPES.find(([pattern]) => pattern.test(text))?.[1] ?? 'INTEGER';
