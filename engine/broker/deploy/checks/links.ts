/** Rules on link events: each throw finds its catch in the same scope. */
import { attribute, eventDefinitions, isBpmn, walk } from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';

const linkNames = (events: Iterable<XmlElement>, kind: string): string[] =>
  [...events].flatMap((event) =>
    isBpmn(event, kind)
      ? eventDefinitions(event)
          .filter((definition) => isBpmn(definition, 'linkEventDefinition'))
          .map((definition) => attribute(definition, 'name') ?? '')
      : [],
  );

export function checkLinkDefinition(report: Report, definition: XmlElement): void {
  if ((attribute(definition, 'name') ?? '') === '')
    report.add(definition, 'Link name must be present and not empty.');
}

/** A name is caught once in a scope and all scopes inside it; a throw event finds its catch event in its own scope. */
export function checkLinks(report: Report, scope: XmlElement): void {
  const inside = linkNames(walk(scope), 'intermediateCatchEvent').filter((name) => name !== '');
  for (const name of new Set(inside.filter((text, index) => inside.indexOf(text) !== index))) {
    report.add(
      scope,
      `Multiple intermediate catch link event definitions with the same name '${name}' are not allowed.`,
    );
  }
  const caught = linkNames(scope.children, 'intermediateCatchEvent');
  for (const name of new Set(linkNames(scope.children, 'intermediateThrowEvent'))) {
    if (name !== '' && !caught.includes(name)) {
      report.add(scope, `Can't find an catch link event for the throw link event with the name '${name}'.`);
    }
  }
}
