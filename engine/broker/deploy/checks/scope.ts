/** Catching events that share a scope must differ in what they catch. */
import { attribute, isBpmn, type Model, resolve } from '../model.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml.ts';

const NAMES = {
  message: ['messageEventDefinition', 'messageRef'],
  signal: ['signalEventDefinition', 'signalRef'],
} as const;

const repeated = (names: readonly string[]): Set<string> =>
  new Set(names.filter((name, index) => names.indexOf(name) !== index));

/** @param holder the element that the report names: the activity, gateway, process or sub-process */
export function checkSharedScope(
  report: Report,
  model: Model,
  holder: XmlElement,
  definitions: readonly XmlElement[],
): void {
  for (const [kind, [definitionName, reference]] of Object.entries(NAMES)) {
    const names = definitions
      .filter((definition) => isBpmn(definition, definitionName))
      .flatMap((definition) => {
        const referred = resolve(model, attribute(definition, reference));
        return (referred && attribute(referred, 'name')) ?? [];
      });
    for (const name of repeated(names)) {
      report.add(holder, `Multiple ${kind} event definitions with the same name '${name}' are not allowed.`);
    }
  }
  checkCodes(report, model, holder, definitions, 'error', 'error');
  checkCodes(report, model, holder, definitions, 'escalation', 'escalation');
}

function checkCodes(
  report: Report,
  model: Model,
  holder: XmlElement,
  definitions: readonly XmlElement[],
  kind: 'error' | 'escalation',
  words: string,
): void {
  const own = definitions.filter((definition) => isBpmn(definition, `${kind}EventDefinition`));
  const referred = own.map((definition) => resolve(model, attribute(definition, `${kind}Ref`)));
  const codes = referred.flatMap((element) => (element ? [attribute(element, `${kind}Code`)] : []));
  const unreferred = referred.filter((element) => element === undefined);
  if (unreferred.length > 1 || codes.filter((code) => code === undefined).length > 1) {
    report.add(
      holder,
      `The same scope can not contain more than one ${words} catch event without ${words} code. An ${words} catch event without ${words} code catches all ${words}s.`,
    );
  }
  for (const code of repeated(codes.filter((text) => text !== undefined))) {
    report.add(
      holder,
      `Multiple ${words} catch events with the same ${words} code '${code}' are not supported on the same scope.`,
    );
  }
}
