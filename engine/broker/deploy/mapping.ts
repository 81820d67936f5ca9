/** Builds the one FEEL context that a list of mappings stands for (zeebe.md 3.4); incident texts quote it. */
import type { IoMapping } from './graph.ts';
import { attribute, extension, zeebeChildren } from './model.ts';
import { expressionOf, isExpression } from './source.ts';
import type { XmlElement } from './xml.ts';

/** Target name → source text, or the tree below it. */
type Tree = Map<string, string | Tree>;

function plant(tree: Tree, [name = '', ...rest]: readonly string[], source: string): void {
  if (rest.length === 0) {
    tree.set(name, source);
    return;
  }
  const known = tree.get(name);
  const branch: Tree = known instanceof Map ? known : new Map();
  tree.set(name, branch);
  plant(branch, rest, source);
}

const literal = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;

function treeOf(mappings: readonly XmlElement[]): Tree {
  const tree: Tree = new Map();
  for (const mapping of mappings) {
    const source = attribute(mapping, 'source') ?? '';
    const path = (attribute(mapping, 'target') ?? '').split('.');
    plant(tree, path, isExpression(source) ? source.slice(1) : literal(source));
  }
  return tree;
}

/** `{a:x,b:{c:y}}`; with `merge`, a nested context is merged into what the variable holds already. */
function contextText(tree: Tree, merge: boolean, path: readonly string[] = []): string {
  const entries = [...tree].map(([name, branch]) => {
    if (typeof branch === 'string') return `${name}:${branch}`;
    const at = [...path, name];
    const inner = contextText(branch, merge, at);
    const variable = at.join('.');
    return merge
      ? `${name}:if (${variable} != null) then context merge(${variable},${inner}) else ${inner}`
      : `${name}:${inner}`;
  });
  return `{${entries.join(',')}}`;
}

/** Mappings of one direction; undefined when there are none. @throws UncheckedSource when the joined text is no expression */
export function mappingOf(element: XmlElement, direction: 'input' | 'output'): IoMapping | undefined {
  const mappings = zeebeChildren(extension(element, 'ioMapping'), direction);
  if (mappings.length === 0) return undefined;
  return { context: expressionOf(`=${contextText(treeOf(mappings), direction === 'output')}`) };
}
