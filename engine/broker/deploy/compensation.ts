/** Which handler undoes an activity: that of its compensation boundary event, by association. */
import { SchemaFailure } from './checks/document.ts';
import {
  attribute,
  bpmnChildren,
  eventDefinitions,
  idOf,
  isActivity,
  isBpmn,
  isFlowNode,
  type Model,
  resolve,
} from './model.ts';
import type { XmlElement } from './xml.ts';

const isCompensation = (event: XmlElement): boolean =>
  eventDefinitions(event).some((definition) => isBpmn(definition, 'compensateEventDefinition'));

/**
 * Of several such events the last in the document counts, of several associations the first, as in Zeebe.
 * @param boundaries the boundary events of the activity, document order
 * @throws SchemaFailure when the handler is no activity
 */
export function compensationHandler(model: Model, boundaries: readonly XmlElement[]): XmlElement | undefined {
  const event = boundaries.findLast(isCompensation);
  if (!event?.parent) return undefined;
  for (const association of bpmnChildren(event.parent, 'association')) {
    if (attribute(association, 'sourceRef')?.trim() !== idOf(event)) continue;
    const target = resolve(model, attribute(association, 'targetRef'));
    if (!target || !isFlowNode(target)) continue;
    if (isActivity(target)) return target;
    const name = `Executable${target.name.replace(/^./, (letter) => letter.toUpperCase())}`;
    throw new SchemaFailure(
      `Expected element with id '${idOf(target)}' to be instance of class 'ExecutableActivity', but it is an instance of '${name}'`,
    );
  }
  return undefined;
}
