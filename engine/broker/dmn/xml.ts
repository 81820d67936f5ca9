/** Reading a DMN file's element tree, the versions of the standard that Zeebe 8.5 takes. */
import type { XmlElement } from '../deploy/xml.ts';

/** Namespaces of DMN 1.1 (two spellings), 1.2, 1.3, 1.4 and 1.5. */
const NAMESPACES: ReadonlySet<string> = new Set([
  'http://www.omg.org/spec/DMN/20151101/dmn.xsd',
  'http://www.omg.org/spec/DMN/20151101/dmn11.xsd',
  'http://www.omg.org/spec/DMN/20180521/MODEL/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/',
  'https://www.omg.org/spec/DMN/20230324/MODEL/',
]);

export const isDmn = (element: XmlElement): boolean => NAMESPACES.has(element.namespace);

export const children = (element: XmlElement, ...names: readonly string[]): XmlElement[] =>
  element.children.filter((child) => names.includes(child.name) && isDmn(child));
export const child = (element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined =>
  element?.children.find((one) => names.includes(one.name) && isDmn(one));

export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name);

/** Trimmed text of the `<text>` child; undefined where there is no such child. */
export const textOf = (element: XmlElement | undefined): string | undefined =>
  child(element, 'text')?.text.trim();

/** Elements that hold decision logic. */
const EXPRESSIONS = [
  'literalExpression',
  'decisionTable',
  'context',
  'list',
  'relation',
  'invocation',
  'functionDefinition',
  'conditional',
  'filter',
  'for',
  'some',
  'every',
] as const;
export type ExpressionName = (typeof EXPRESSIONS)[number];

/** The decision logic directly inside an element. */
export const expressionIn = (element: XmlElement | undefined): XmlElement | undefined =>
  child(element, ...EXPRESSIONS);
export const expressionsIn = (element: XmlElement): XmlElement[] => children(element, ...EXPRESSIONS);

/** The id behind `href="#id"`. */
export const hrefId = (element: XmlElement): string => (attribute(element, 'href') ?? '').replace(/^.*#/, '');
