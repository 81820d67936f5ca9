/** BPMN that Zeebe 8.5 executes and this broker does not yet: refused at deployment, never half executed. Shrinks with each issue. */
import { extension, isActivity } from './model.ts';
import type { XmlElement } from './xml.ts';

const COVERAGE = 'https://docs.camunda.io/docs/components/modeler/bpmn/bpmn-coverage/';

/** Zeebe's words for an element that it does not execute; `type` is the element's name, e.g. `ComplexGateway`. */
export const unsupportedElement = (type: string): string =>
  `Elements of type '${type}' are currently not supported. Please refer to the documentation for a list of supported elements: ${COVERAGE}`;

/** Why an element cannot be deployed yet; undefined when it can. */
export function notYet(element: XmlElement): { element: XmlElement; message: string } | undefined {
  return isActivity(element) ? activityNotYet(element) : undefined;
}

function activityNotYet(element: XmlElement): { element: XmlElement; message: string } | undefined {
  const unsupported = (
    [
      ['userTask', 'ZeebeUserTask'],
      ['publishMessage', 'PublishMessage'],
    ] as const
  ).find(([name]) => extension(element, name));
  if (!unsupported) return undefined;
  const [name, label] = unsupported;
  return { element: extension(element, name) ?? element, message: unsupportedElement(label) };
}
