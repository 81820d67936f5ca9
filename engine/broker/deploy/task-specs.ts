/** What tasks tell job workers: job type, headers, assignment, schedule, form. */
import { listItems } from './checks/user-task.ts';
import type { JobSpec, Listeners, ListSource, UserTaskSpec, ValueSource } from './graph.ts';
import { attribute, extension, zeebeChildren } from './model.ts';
import { expressionOf, isExpression, sourceOf, uncheckedSource } from './source.ts';
import type { XmlElement } from './xml.ts';

/** Headers in document order; one with an empty key or value is left out. */
function headersOf(task: XmlElement): (readonly [string, string])[] {
  return zeebeChildren(extension(task, 'taskHeaders'), 'header').flatMap((header) => {
    const [key = '', value = ''] = [attribute(header, 'key'), attribute(header, 'value')];
    return key === '' || value === '' ? [] : [[key, value] as const];
  });
}

/** Job of a task or message event; undefined where there is no `zeebe:taskDefinition`. */
export function jobSpec(task: XmlElement): JobSpec | undefined {
  const definition = extension(task, 'taskDefinition');
  if (!definition) return undefined;
  return {
    type: sourceOf(attribute(definition, 'type') ?? ''),
    retries: sourceOf(attribute(definition, 'retries') || '3'),
    headers: headersOf(task),
  };
}

/** Execution listeners of a service task; undefined when it has none. */
export function listenersOf(task: XmlElement): Listeners | undefined {
  const all = zeebeChildren(extension(task, 'executionListeners'), 'executionListener');
  if (all.length === 0) return undefined;
  const specs = (eventType: string): JobSpec[] =>
    all
      .filter((listener) => attribute(listener, 'eventType') === eventType)
      .map((listener) => ({
        type: uncheckedSource(attribute(listener, 'type') ?? ''),
        retries: uncheckedSource(attribute(listener, 'retries') || '3'),
        headers: [],
      }));
  return { start: specs('start'), end: specs('end') };
}

const optional = (element: XmlElement | undefined, name: string): ValueSource | undefined => {
  const text = element && attribute(element, name);
  return text === undefined || text === '' ? undefined : sourceOf(text);
};

function listOf(element: XmlElement | undefined, name: string): ListSource | undefined {
  const text = element && attribute(element, name);
  if (text === undefined || text === '') return undefined;
  return isExpression(text) ? { feel: expressionOf(text) } : { items: listItems(text) ?? [] };
}

const given = <K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> =>
  value === undefined ? {} : ({ [name]: value } as Record<K, V>);

const nonEmpty = (element: XmlElement | undefined, name: string): string | undefined =>
  (element && attribute(element, name)) || undefined;

export function userTaskSpec(task: XmlElement): UserTaskSpec {
  const assignment = extension(task, 'assignmentDefinition');
  const schedule = extension(task, 'taskSchedule');
  const form = extension(task, 'formDefinition');
  const formId = nonEmpty(form, 'formId');
  return {
    native: extension(task, 'userTask') !== undefined,
    headers: headersOf(task),
    ...given('externalReference', optional(form, 'externalReference')),
    ...given('assignee', optional(assignment, 'assignee')),
    ...given('candidateGroups', listOf(assignment, 'candidateGroups')),
    ...given('candidateUsers', listOf(assignment, 'candidateUsers')),
    ...given('dueDate', optional(schedule, 'dueDate')),
    ...given('followUpDate', optional(schedule, 'followUpDate')),
    ...given('formKey', nonEmpty(form, 'formKey')),
    ...given('formId', formId === undefined ? undefined : uncheckedSource(formId)),
  };
}
