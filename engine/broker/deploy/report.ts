/** Collects what is wrong with a file and words it as Zeebe does. */
import { attribute } from './model.ts';
import type { XmlElement } from './xml.ts';

export interface Report {
  readonly add: (element: XmlElement, message: string) => void;
  readonly failed: () => boolean;
  /** `- Element: a > b\n    - ERROR: …\n` for every element with errors. */
  readonly text: () => string;
}

/** An element's id, or its path from the nearest ancestor with one. */
function pathOf(element: XmlElement): string {
  const names: string[] = [];
  for (let at: XmlElement | undefined = element; at; at = at.parent) {
    const id = attribute(at, 'id');
    if (id !== undefined) return [id, ...names].join(' > ');
    names.unshift(at.name);
  }
  return names.join(' > ');
}

export function createReport(): Report {
  const errors = new Map<XmlElement, Set<string>>();
  return {
    add: (element, message) => {
      const known = errors.get(element);
      if (known) known.add(message);
      else errors.set(element, new Set([message]));
    },
    failed: () => errors.size > 0,
    text: () =>
      [...errors]
        .map(
          ([element, messages]) =>
            `- Element: ${pathOf(element)}\n${[...messages].map((text) => `    - ERROR: ${text}\n`).join('')}`,
        )
        .join(''),
  };
}
