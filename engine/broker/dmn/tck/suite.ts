/** Reads a checkout of the DMN TCK (github.com/dmn-tck/tck): models, inputs and wanted results. The suite itself is not part of this repository. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXml, type XmlElement } from '../../deploy/xml.ts';

/** A value the suite wants: a simple one with its XML schema type, a list, or a context. */
export type Wanted =
  | { readonly kind: 'null' }
  | { readonly kind: 'value'; readonly type: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Wanted[] }
  | { readonly kind: 'context'; readonly entries: ReadonlyMap<string, Wanted> };

export interface WantedResult {
  /** Name of the decision. */
  readonly decision: string;
  readonly wanted: Wanted;
  /** An error is wanted; null counts as one. */
  readonly error: boolean;
}

export interface TestCase {
  readonly id: string;
  /** Variables as JSON text; temporal values are strings. */
  readonly variables: string;
  readonly results: readonly WantedResult[];
}

export interface Model {
  readonly level: 2 | 3;
  /** Folder and model file, e.g. `0004-lending/0004-lending.dmn`. */
  readonly name: string;
  readonly content: Buffer;
  readonly root: XmlElement;
  readonly cases: readonly TestCase[];
}

const XSI = '{http://www.w3.org/2001/XMLSchema-instance}';

const children = (element: XmlElement, ...names: string[]): XmlElement[] =>
  element.children.filter(({ name }) => names.includes(name));

function wantedOf(element: XmlElement): Wanted {
  const list = children(element, 'list')[0];
  if (list && list.attributes.get(`${XSI}nil`) !== 'true') {
    return { kind: 'list', items: children(list, 'item').map(wantedOf) };
  }
  const components = children(element, 'component');
  if (components.length > 0) {
    const entries = components.map((one): [string, Wanted] => [
      one.attributes.get('name') ?? '',
      wantedOf(one),
    ]);
    return { kind: 'context', entries: new Map(entries) };
  }
  const [value] = children(element, 'value');
  if (!value || value.attributes.get(`${XSI}nil`) === 'true') return { kind: 'null' };
  const type = (value.attributes.get(`${XSI}type`) ?? 'xsd:string').replace(/^.*:/, '');
  return { kind: 'value', type, text: type === 'string' ? value.text : value.text.trim() };
}

/** `01.3` and `.5` are numbers of XML schema, not of JSON. */
const jsonNumber = (text: string): string =>
  text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/^(-?)0+(?=\d)/, '$1');

function jsonOf(value: Wanted): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'list':
      return `[${value.items.map(jsonOf).join(',')}]`;
    case 'context':
      return `{${[...value.entries].map(([key, one]) => `${JSON.stringify(key)}:${jsonOf(one)}`).join(',')}}`;
    case 'value':
      if (value.type === 'boolean') return value.text;
      return ['decimal', 'double', 'integer'].includes(value.type)
        ? jsonNumber(value.text)
        : JSON.stringify(value.text);
  }
}

function caseOf(element: XmlElement): TestCase {
  const inputs = children(element, 'inputNode').map(
    (node) => `${JSON.stringify(node.attributes.get('name') ?? '')}:${jsonOf(wantedOf(node))}`,
  );
  return {
    id: element.attributes.get('id') ?? '',
    variables: `{${inputs.join(',')}}`,
    results: children(element, 'resultNode').map((node) => {
      const [expected] = children(node, 'expected');
      return {
        decision: node.attributes.get('name') ?? '',
        wanted: expected ? wantedOf(expected) : { kind: 'null' },
        error: node.attributes.get('errorResult') === 'true',
      };
    }),
  };
}

/** All models of compliance levels 2 and 3 with their cases. */
export function readSuite(checkout: string): Model[] {
  return ([2, 3] as const).flatMap((level) => {
    const base = levelFolder(checkout, level);
    return readdirSync(base, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort()
      .flatMap((folder) => readFolder(join(base, folder), folder, level));
  });
}

function levelFolder(checkout: string, level: number): string {
  const folder = `compliance-level-${level}`;
  const inside = join(checkout, 'TestCases');
  return readdirSync(checkout).includes('TestCases') ? join(inside, folder) : join(checkout, folder);
}

function readFolder(path: string, folder: string, level: 2 | 3): Model[] {
  const files = readdirSync(path);
  const cases = new Map<string, TestCase[]>();
  for (const file of files.filter((name) => name.endsWith('.xml')).sort()) {
    const root = readXml(readFileSync(join(path, file)));
    const model = children(root, 'modelName')[0]?.text.trim() ?? '';
    cases.set(model, [...(cases.get(model) ?? []), ...children(root, 'testCase').map(caseOf)]);
  }
  return [...cases].map(([file, list]) => {
    const content = readFileSync(join(path, file));
    return { level, name: `${folder}/${file}`, content, root: readXml(content), cases: list };
  });
}
