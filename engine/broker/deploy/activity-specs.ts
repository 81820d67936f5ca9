/** What call activities call and what multi-instance activities loop over. */
import { headVariable } from '../feel/index.ts';
import type { CallActivityNode, MultiInstanceBodyNode } from './graph.ts';
import { attribute, bpmnChild, extension, flag, isActivity, isEventSubProcess } from './model.ts';
import { expressionOf, sourceOf } from './source.ts';
import type { XmlElement } from './xml.ts';

/** Attributes of `zeebe:calledElement`. */
export function callSpec(
  activity: XmlElement,
): Pick<CallActivityNode, 'processId' | 'propagateAllParentVariables' | 'propagateAllChildVariables'> {
  const called = extension(activity, 'calledElement') ?? activity;
  return {
    processId: sourceOf(attribute(called, 'processId') ?? ''),
    propagateAllParentVariables: flag(called, 'propagateAllParentVariables', true),
    propagateAllChildVariables: flag(called, 'propagateAllChildVariables', true),
  };
}

const loopOf = (activity: XmlElement): XmlElement | undefined =>
  bpmnChild(activity, 'multiInstanceLoopCharacteristics');

/** Whether an element runs once per item of a collection. */
export const isMultiInstance = (element: XmlElement): boolean =>
  isActivity(element) && !isEventSubProcess(element) && loopOf(element) !== undefined;

/** Attributes of `bpmn:multiInstanceLoopCharacteristics` and `zeebe:loopCharacteristics`. */
export function loopSpec(
  activity: XmlElement,
): Pick<
  MultiInstanceBodyNode,
  'sequential' | 'inputCollection' | 'inputElement' | 'output' | 'completionCondition'
> {
  const loop = loopOf(activity) ?? activity;
  const spec = extension(loop, 'loopCharacteristics') ?? loop;
  const text = (name: string): string => attribute(spec, name) ?? '';
  const [inputElement, collection, element] = [
    text('inputElement'),
    text('outputCollection'),
    text('outputElement'),
  ];
  const condition = bpmnChild(loop, 'completionCondition')?.text.trim() ?? '';
  const variable = headVariable(element.slice(1));
  return {
    sequential: flag(loop, 'isSequential', false),
    inputCollection: expressionOf(text('inputCollection')),
    ...(inputElement !== '' && { inputElement }),
    ...(collection !== '' && {
      output: { collection, element: expressionOf(element), ...(variable !== undefined && { variable }) },
    }),
    ...(condition !== '' && { completionCondition: sourceOf(condition) }),
  };
}
