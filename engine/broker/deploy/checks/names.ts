/** Names of messages and signals at start events are read at deployment, without variables. */
import { compile, typeOf } from '../../feel/index.ts';
import { attribute, eventDefinitions, isBpmn, type Model, resolve } from '../model.ts';
import type { Report } from '../report.ts';
import { isDecimal, isExpression } from '../source.ts';
import type { XmlElement } from '../xml.ts';

/** The name as text, or the type of what its expression results in. */
export function constantName(name: string): { text: string } | { type: string } {
  if (!isExpression(name)) return isDecimal(name) ? { type: 'NUMBER' } : { text: name };
  const compiled = compile(name.slice(1));
  if (!compiled.ok) return { type: 'NULL' };
  const result = compiled.expression.evaluate(
    () => undefined,
    () => new Date(0),
  );
  if (!result.ok) return { type: 'NULL' };
  return typeof result.value === 'string' ? { text: result.value } : { type: typeOf(result.value) };
}

const NAMED = {
  messageEventDefinition: ['messageRef', 'message'],
  signalEventDefinition: ['signalRef', 'signal'],
} as const;

export function checkStartName(report: Report, model: Model, start: XmlElement): void {
  for (const definition of eventDefinitions(start)) {
    if (!isBpmn(definition, ...Object.keys(NAMED))) continue;
    const [reference, kind] = NAMED[definition.name as keyof typeof NAMED];
    const referred = resolve(model, attribute(definition, reference));
    const name = (referred && attribute(referred, 'name')) ?? '';
    const constant = constantName(name);
    if ('text' in constant) continue;
    report.addValue(
      start,
      `Expected constant expression of type String for ${kind} name '${name}', but was ${constant.type}`,
    );
  }
}
