/** XML at the edge: written with escaping only, read without document types or entities and within limits. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Local name. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside, concatenated. */
  readonly text: string;
}
export interface XmlLimits {
  readonly maxDepth: number;
  readonly maxElements: number;
  readonly maxCharacters: number;
}
const xmlLimits: XmlLimits = { maxDepth: 64, maxElements: 20_000, maxCharacters: 8_000_000 };

/** Not well-formed, forbidden (DOCTYPE) or beyond the limits. Carries line and column, never content. */
export class XmlError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'XmlError';
  }
}

export type XmlNode = string;
type Content = string | number | null | undefined | readonly XmlNode[];

// Char of XML 1.0 (fifth edition) 2.2; lone surrogates are no characters either.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\r': '&#13;',
};

/** Text for element content or attribute value. @throws XmlError on a character XML 1.0 cannot carry */
export function escapeXml(text: string): string {
  if (forbidden.test(text) || !text.isWellFormed())
    throw new XmlError('text holds a character that XML 1.0 cannot carry');
  return text.replace(/[&<>"'\r]/g, (character) => escapes[character] ?? character);
}

/**
 * One element; a string is escaped, an array holds elements made by this function, null and undefined leave the element out.
 * `name` and attribute names are the program's own, never data.
 */
export function xml(
  name: string,
  content: Content | readonly XmlNode[],
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  if (content === null || content === undefined) return '';
  const head = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('');
  const inner = typeof content === 'object' ? content.join('') : escapeXml(String(content));
  return inner === '' ? `<${name}${head}/>` : `<${name}${head}>${inner}</${name}>`;
}

/** What a streaming reader may do with text instead of keeping it in the tree (e.g. decode a large base64 block). */
export interface XmlSink {
  readonly element: (path: readonly string[]) => ((text: string) => void) | undefined;
}
export interface XmlReader {
  write(text: string): void;
  /** The root element. @throws XmlError */
  end(): XmlElement;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  readonly sink: ((text: string) => void) | undefined;
}

/** Incremental reader: `write` as text comes, then `end`. All methods throw XmlError. */
export function xmlReader(limits: XmlLimits = xmlLimits, sink?: XmlSink): XmlReader {
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  let characters = 0;
  const fail = (reason: string): never => {
    throw new XmlError(`${reason} (line ${parser.line}, column ${parser.column})`);
  };
  parser.on('error', () => fail('not well-formed XML'));
  parser.on('doctype', () => fail('a document type is not allowed'));
  parser.on('opentag', (tag) => {
    if (++elements > limits.maxElements) fail('too many elements');
    if (open.length >= limits.maxDepth) fail('nested too deeply');
    const path = [...open.map((each) => each.name), tag.local];
    const attributes = Object.fromEntries(
      Object.values(tag.attributes).map((each) => [each.local, each.value]),
    );
    open.push({
      name: tag.local,
      namespace: tag.uri,
      attributes,
      children: [],
      text: '',
      sink: sink?.element(path),
    });
  });
  const text = (value: string) => {
    const element = open.at(-1);
    if (!element) return;
    if (element.sink) return element.sink(value);
    characters += value.length;
    if (characters > limits.maxCharacters) fail('too much text');
    element.text += value;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    const done = open.pop();
    if (!done) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(done);
    else root = done;
  });
  return {
    write: (chunk) => void parser.write(chunk),
    end() {
      parser.close();
      return root ?? fail('no element at all');
    },
  };
}

/** Whole text at once. @throws XmlError */
export function parseXml(text: string, limits: XmlLimits = xmlLimits): XmlElement {
  if (text.length > limits.maxCharacters) throw new XmlError('too much text');
  const reader = xmlReader(limits);
  reader.write(text);
  return reader.end();
}

/** First child on this path of local names, e.g. `find(root, 'Body', 'Fault')`. */
export function find(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let at = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

/** Trimmed text on this path; empty string when there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  return find(element, ...path)?.text.trim() ?? '';
}
