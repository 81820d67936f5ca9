/** Rules on a user task's assignment, schedule and form. */
import { parseDateTime } from '../../timers/date-time.ts';
import { attribute, extensions, type Model } from '../model.ts';
import type { Report } from '../report.ts';
import { checkSource, isExpression } from '../source.ts';
import type { XmlElement } from '../xml.ts';

export function checkUserTask(report: Report, _model: Model, task: XmlElement): void {
  for (const assignment of extensions(task, 'assignmentDefinition')) {
    checkSource(report, assignment, attribute(assignment, 'assignee'), false);
    checkList(report, assignment, attribute(assignment, 'candidateGroups'));
    checkList(report, assignment, attribute(assignment, 'candidateUsers'));
  }
  for (const schedule of extensions(task, 'taskSchedule')) {
    checkDate(report, schedule, attribute(schedule, 'dueDate'));
    checkDate(report, schedule, attribute(schedule, 'followUpDate'));
  }
  const native = extensions(task, 'userTask').length > 0;
  for (const form of extensions(task, 'formDefinition')) checkForm(report, form, native);
}

/** Items of static comma-separated text, undefined when one is blank. */
export function listItems(text: string): string[] | undefined {
  const items = text.split(',').map((item) => item.trim());
  return items.includes('') ? undefined : items;
}

function checkList(report: Report, element: XmlElement, text: string | undefined): void {
  if (text === undefined || text === '') return;
  if (isExpression(text)) checkSource(report, element, text, false);
  else if (!listItems(text)) {
    report.addValue(
      element,
      `Expected static value to be a list of comma-separated values, e.g. 'a,b,c', but found '${text}'.`,
    );
  }
}

function checkDate(report: Report, element: XmlElement, text: string | undefined): void {
  if (text === undefined || text === '') return;
  if (isExpression(text)) checkSource(report, element, text, false);
  else if (parseDateTime(text) === undefined) {
    report.addValue(
      element,
      `Expected static value to be a valid DateTime String, e.g. '2023-03-02T15:35+02:00', but found '${text}'.`,
    );
  }
}

function checkForm(report: Report, form: XmlElement, native: boolean): void {
  const names = native ? ['formId', 'externalReference'] : ['formId', 'formKey'];
  const given = names.filter((name) => (attribute(form, name) ?? '').trim() !== '');
  if (given.length === 1) return;
  const suffix = native ? ' for native user tasks' : '';
  report.add(
    form,
    `Exactly one of the attributes '${names.join(', ')}' must be present and not blank${suffix}`,
  );
}
