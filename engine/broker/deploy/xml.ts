/** Reads an XML file into a small element tree, with bounds that keep a hostile file harmless. */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** Namespace URI. */
  readonly namespace: string;
  /** Local name. */
  readonly name: string;
  /** Attributes without a namespace, by name; those with one as `{uri}name`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | undefined;
  /** Character data directly inside, CDATA included. */
  readonly text: string;
  /** Prefix → namespace bindings declared here. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly line: number;
}

/** The file cannot be read as XML; `message` follows the form of Zeebe's XML reader. */
export class XmlFailure extends Error {}

/** Largest file in bytes; the gateway's message limit is the same. */
const MAX_BYTES = 4 * 1024 * 1024;
const MAX_DEPTH = 200;
const MAX_ELEMENTS = 200_000;
const MAX_ATTRIBUTES = 1_000;

interface Building {
  namespace: string;
  name: string;
  attributes: Map<string, string>;
  children: Building[];
  parent: Building | undefined;
  text: string;
  prefixes: Record<string, string>;
  line: number;
}

const fatal = (line: number, reason: string): never => {
  throw new XmlFailure(`Fatal Error: URI=null Line=${line}: ${reason}`);
};

function decode(bytes: Uint8Array): string {
  if (bytes.byteLength > MAX_BYTES)
    throw new XmlFailure(`Fatal Error: the file is larger than ${MAX_BYTES} bytes`);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  try {
    return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlFailure('Fatal Error: URI=null Line=1: Invalid byte in UTF-8 sequence.');
  }
}

/** The parser's complaint in the words of Zeebe's XML reader, where they are simple. */
function reason(message: string): string {
  const text = message.replace(/^\S*?\d+:\d+: /, '');
  if (text.startsWith('unclosed tag'))
    return 'XML document structures must start and end within the same entity.';
  return text;
}

/** Root element of an XML file (UTF-8). @throws XmlFailure when it is not well-formed, too large, too deep or has a DOCTYPE */
export function readXml(bytes: Uint8Array): XmlElement {
  const source = decode(bytes);
  if (source.trim() === '') fatal(1, 'Premature end of file.');
  if (!source.trimStart().startsWith('<')) fatal(1, 'Content is not allowed in prolog.');
  const parser = new SaxesParser({ xmlns: true });
  let root: Building | undefined;
  let open: Building | undefined;
  let depth = 0;
  let count = 0;
  let startLine = 1;
  let attributesHere = 0;

  parser.on('error', (error) => fatal(parser.line, reason(error.message)));
  parser.on('doctype', () =>
    fatal(
      parser.line,
      'DOCTYPE is disallowed when the feature "http://apache.org/xml/features/disallow-doctype-decl" set to true.',
    ),
  );
  parser.on('opentagstart', () => {
    startLine = parser.line;
    attributesHere = 0;
  });
  parser.on('attribute', () => {
    attributesHere += 1;
    if (attributesHere > MAX_ATTRIBUTES)
      fatal(parser.line, `An element has more than ${MAX_ATTRIBUTES} attributes.`);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    count += 1;
    if (depth > MAX_DEPTH) fatal(parser.line, `Elements are nested deeper than ${MAX_DEPTH} levels.`);
    if (count > MAX_ELEMENTS) fatal(parser.line, `The file has more than ${MAX_ELEMENTS} elements.`);
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.prefix === 'xmlns' || attribute.name === 'xmlns') continue;
      attributes.set(
        attribute.uri === '' ? attribute.local : `{${attribute.uri}}${attribute.local}`,
        attribute.value,
      );
    }
    const element: Building = {
      namespace: tag.uri,
      name: tag.local,
      attributes,
      children: [],
      parent: open,
      text: '',
      prefixes: tag.ns,
      line: startLine,
    };
    if (open) open.children.push(element);
    else root = element;
    open = element;
  });
  const addText = (text: string): void => {
    if (open) open.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    open = open?.parent;
  });
  parser.write(source).close();
  return root ?? fatal(1, 'Premature end of file.');
}
