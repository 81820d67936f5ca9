/** Validation and cleaning of a whole form or one page of it. */
import { todayInVietnam } from '../dates.ts';
import { getPath, isRecord, setPath } from '../paths.ts';
import type {
  Field,
  FieldError,
  Form,
  FormData,
  FormNode,
  FormPage,
  Locale,
  Places,
  Repeat,
} from '../types.ts';
import { concretePath, instances, isVisible, pruneHidden, type Row, rowsAt } from '../walk.ts';
import { checkAddress } from './address.ts';
import type { Check, Outcome } from './check.ts';
import { checkBoxes, checkChoice, checkTick } from './choice.ts';
import { checkCitizenId } from './citizen-id.ts';
import { checkDate } from './date.ts';
import { checkFiles } from './file.ts';
import { message } from './messages.ts';
import { checkEmail, checkNumber, checkPhone, checkText } from './text.ts';

const CHECKS: Readonly<Record<Field['type'], (check: Check) => Outcome>> = {
  textfield: checkText,
  textarea: checkText,
  number: checkNumber,
  email: checkEmail,
  phoneNumber: checkPhone,
  date: checkDate,
  select: checkChoice,
  radio: checkChoice,
  checkbox: checkTick,
  selectboxes: checkBoxes,
  file: checkFiles,
  address: checkAddress,
  citizenId: checkCitizenId,
};

export interface ValidateOptions {
  readonly locale: Locale;
  readonly now: Date;
  /** Report errors of this page only: its key or its place in `form.pages`. The data is cleaned as a whole either way. */
  readonly page?: string | number;
  readonly places?: Places;
}
export interface Validation {
  /** Known and visible fields only, trimmed and canonical. Wrong values stay as entered, so that the page can show them again. */
  readonly data: FormData;
  readonly errors: FieldError[];
}

/** Cleans `data` and says what is wrong with it. Never throws, whatever `data` is. Cleaning clean data changes nothing. */
export function validateForm(form: Form, data: unknown, options: ValidateOptions): Validation {
  const wanted = options.page;
  const page = typeof wanted === 'number' ? form.pages[wanted] : form.pages.find((one) => one.key === wanted);
  const given: FormData = isRecord(data) ? data : {};
  // Cleaning can hide a field (a choice that does not exist, say), so conditions are settled on cleaned data.
  let settled = cleanOnce(form, pruneHidden(form, given), options, page);
  for (let round = 0; round < form.pages.length + 2; round += 1) {
    const next = cleanOnce(form, pruneHidden(form, settled.data), options, page);
    const stable = JSON.stringify(next.data) === JSON.stringify(settled.data);
    settled = next;
    if (stable) break;
  }
  return settled;
}

function cleanOnce(
  form: Form,
  source: FormData,
  options: ValidateOptions,
  only: FormPage | undefined,
): Validation {
  const data = dropBlankRows(form, source);
  const run: Run = { source: data, options, today: todayInVietnam(options.now), data: {}, errors: [] };
  for (const page of form.pages) {
    if (!isVisible(page, data)) continue;
    const before = run.errors.length;
    cleanNodes(run, page.nodes, undefined);
    if (only !== undefined && only !== page) run.errors.length = before;
  }
  return { data: run.data, errors: run.errors };
}

interface Run {
  readonly source: FormData;
  readonly options: ValidateOptions;
  readonly today: string;
  data: FormData;
  readonly errors: FieldError[];
}

function cleanNodes(run: Run, nodes: readonly FormNode[], row: Row | undefined): void {
  for (const node of nodes) {
    if (node.kind === 'note' || !isVisible(node, run.source, row)) continue;
    if (node.kind === 'section') cleanNodes(run, node.children, row);
    else if (node.kind === 'repeat') cleanRows(run, node);
    else cleanField(run, node, row);
  }
}

function cleanRows(run: Run, repeat: Repeat): void {
  const { locale } = run.options;
  const found = rowsAt(run.source, repeat).length;
  if (found > repeat.maxRows)
    run.errors.push({
      path: repeat.path,
      label: repeat.label,
      message: message(locale, 'rowsMax', repeat.label, String(repeat.maxRows)),
    });
  const count = Math.max(Math.min(found, repeat.maxRows), repeat.minRows);
  if (count > 0)
    run.data = setPath(
      run.data,
      repeat.path,
      Array.from({ length: count }, () => ({})),
    );
  for (let index = 0; index < count; index += 1) {
    cleanNodes(run, repeat.children, {
      repeat: repeat.path,
      at: `${repeat.path}.${index}`,
      index,
      label: repeat.label,
    });
  }
}

function cleanField(run: Run, field: Field, row: Row | undefined): void {
  const path = concretePath(field.path, row);
  const label = row === undefined ? field.label : `${row.label} ${row.index + 1}: ${field.label}`;
  const outcome = CHECKS[field.type]({
    field,
    label,
    raw: getPath(run.source, path),
    locale: run.options.locale,
    today: run.today,
    places: run.options.places,
    other: (schemaPath) => getPath(run.source, concretePath(schemaPath, row)),
    data: run.source,
  });
  if (outcome.value !== undefined) run.data = setPath(run.data, path, outcome.value);
  if (outcome.error !== undefined) run.errors.push({ path, label, message: outcome.error });
}

/** Rows nobody filled in go, except the least number the form asks for. */
function dropBlankRows(form: Form, data: FormData): FormData {
  let kept = data;
  const visit = (nodes: readonly FormNode[]): void => {
    for (const node of nodes) {
      if (node.kind === 'section') visit(node.children);
      if (node.kind !== 'repeat') continue;
      const rows = rowsAt(kept, node);
      const filled = rows.filter((_, index) => isFilled(node, kept, index));
      const next = [
        ...filled,
        ...Array.from(
          { length: Math.max(0, Math.min(node.minRows, rows.length) - filled.length) },
          () => ({}),
        ),
      ];
      if (next.length !== rows.length) kept = setPath(kept, node.path, next);
    }
  };
  for (const page of form.pages) visit(page.nodes);
  return kept;
}

function isFilled(repeat: Repeat, data: FormData, index: number): boolean {
  const row: Row = { repeat: repeat.path, at: `${repeat.path}.${index}`, index, label: repeat.label };
  return [...instances(repeat.children, data, true, row)].some(({ field, path }) => {
    if (field.readOnly) return false;
    const raw = getPath(data, path);
    const outcome = CHECKS[field.type]({
      field: { ...field, rules: { required: false } },
      label: '',
      raw,
      locale: 'vi',
      today: '9999-12-31',
      places: undefined,
      other: () => undefined,
      data,
    });
    return outcome.value !== undefined && outcome.value !== false;
  });
}
