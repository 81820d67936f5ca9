/** Collects what is wrong with a file and words it as Zeebe does. */
import { attribute, isBpmn } from './model.ts';
import type { XmlElement } from './xml.ts';

export interface Report {
  /** A rule on the model's structure is broken. */
  readonly add: (element: XmlElement, message: string) => void;
  /** An expression or static value is wrong; Zeebe then shows only such errors of the element. */
  readonly addValue: (element: XmlElement, message: string) => void;
  readonly failed: () => boolean;
  /** `- Element: a > b\n    - ERROR: …\n` for every element with errors. */
  readonly text: () => string;
}

/** An element's id, or its path from the nearest ancestor with one. */
function pathOf(element: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const named = isBpmn(at) && !isBpmn(at, 'definitions');
    const id = named ? attribute(at, 'id') : undefined;
    if (id !== undefined) return [id, ...names].join(' > ');
    names.unshift(at.name);
  }
  return names.join(' > ');
}

export function createReport(): Report {
  const structure = new Map<XmlElement, string[]>();
  const values = new Map<XmlElement, string[]>();
  const addTo =
    (errors: Map<XmlElement, string[]>) =>
    (element: XmlElement, message: string): void => {
      errors.set(element, [...(errors.get(element) ?? []), message]);
    };
  return {
    add: addTo(structure),
    addValue: addTo(values),
    failed: () => structure.size + values.size > 0,
    text: () =>
      [...new Map([...structure, ...values])]
        .map(([element, messages]) => {
          const lines = messages.map((message) => `    - ERROR: ${message}\n`).join('');
          return `- Element: ${pathOf(element)}\n${lines}`;
        })
        .join(''),
  };
}
