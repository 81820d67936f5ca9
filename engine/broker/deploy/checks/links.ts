/** Rules on link events: each throw finds its catch in the same scope. */
import { attribute, bpmnChildren, eventDefinitions, isBpmn } from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';

const linkNames = (scope: XmlElement, kind: string): string[] =>
  bpmnChildren(scope, kind).flatMap((event) =>
    eventDefinitions(event)
      .filter((definition) => isBpmn(definition, 'linkEventDefinition'))
      .map((definition) => attribute(definition, 'name') ?? ''),
  );

export function checkLinkDefinition(report: Report, definition: XmlElement): void {
  if ((attribute(definition, 'name') ?? '') === '')
    report.add(definition, 'Link name must be present and not empty.');
}

export function checkLinks(report: Report, scope: XmlElement): void {
  const caught = linkNames(scope, 'intermediateCatchEvent').filter((name) => name !== '');
  for (const name of new Set(caught.filter((text, index) => caught.indexOf(text) !== index))) {
    report.add(
      scope,
      `Multiple intermediate catch link event definitions with the same name '${name}' are not allowed.`,
    );
  }
  for (const name of new Set(linkNames(scope, 'intermediateThrowEvent'))) {
    if (name !== '' && !caught.includes(name)) {
      report.add(scope, `Can't find an catch link event for the throw link event with the name '${name}'.`);
    }
  }
}
