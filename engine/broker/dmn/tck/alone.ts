/** One decision of a model as a file of its own: with the decisions and knowledge it requires, without its siblings. */
import type { XmlElement } from '../../deploy/xml.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Text of an element; every namespace is declared where it is used. */
function write(element: XmlElement, keep: (child: XmlElement) => boolean): string {
  const attributes = [...element.attributes].map(([name, value], index) => {
    const match = /^\{(.*)\}(.*)$/.exec(name);
    if (!match) return ` ${name}="${escaped(value)}"`;
    return ` xmlns:a${index}="${escaped(match[1] ?? '')}" a${index}:${match[2]}="${escaped(value)}"`;
  });
  const prefixes = Object.entries(element.prefixes)
    .filter(([prefix]) => prefix !== '' && prefix !== 'xml' && prefix !== 'xmlns')
    .map(([prefix, uri]) => ` xmlns:${prefix}="${escaped(uri)}"`);
  const inner = element.children.filter(keep).map((child) => write(child, () => true));
  const text = element.children.length === 0 ? escaped(element.text) : '';
  return `<${element.name} xmlns="${escaped(element.namespace)}"${prefixes.join('')}${attributes.join('')}>${text}${inner.join('')}</${element.name}>`;
}

const REQUIREMENTS = new Set([
  'requiredDecision',
  'requiredKnowledge',
  'requiredInput',
  'outputDecision',
  'encapsulatedDecision',
  'inputDecision',
]);

function* requirements(element: XmlElement): Generator<string> {
  for (const child of element.children) {
    const data = element.name === 'decisionService' && child.name === 'inputData';
    if (data || REQUIREMENTS.has(child.name)) yield (child.attributes.get('href') ?? '').replace(/^.*#/, '');
    else yield* requirements(child);
  }
}

const isDrgElement = ({ name }: XmlElement): boolean =>
  ['decision', 'businessKnowledgeModel', 'inputData', 'decisionService', 'knowledgeSource'].includes(name);
const isDiagram = ({ name }: XmlElement): boolean => name === 'DMNDI' || name === 'artifact';

/** The model reduced to one decision. */
export function aloneModel(root: XmlElement, decision: XmlElement): Buffer {
  const byId = new Map(root.children.map((child) => [child.attributes.get('id') ?? '', child]));
  const needed = new Set<XmlElement>();
  const visit = (element: XmlElement): void => {
    if (needed.has(element)) return;
    needed.add(element);
    for (const id of requirements(element)) {
      const found = byId.get(id);
      if (found) visit(found);
    }
  };
  visit(decision);
  const keep = (child: XmlElement): boolean =>
    !isDiagram(child) && (!isDrgElement(child) || needed.has(child));
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${write(root, keep)}`);
}
