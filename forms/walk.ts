/** Walking a form over its data: which fields there are, row by row, and which of them are visible. */
import { getPath, isRecord, setPath } from './paths.ts';
import type { Field, Form, FormCondition, FormData, FormNode, FormPage, Repeat } from './types.ts';

/** The row a walk is in: schema path of the repeat and its concrete path with index. */
export interface Row {
  readonly repeat: string;
  readonly at: string;
  readonly index: number;
  readonly label: string;
}
/** A field at its place in the data; inside rows the path carries the index. */
export interface FieldInstance {
  readonly field: Field;
  readonly path: string;
  readonly row: Row | undefined;
  readonly visible: boolean;
}

/** Every data-carrying field of the form, hidden ones too. */
export function allFields(form: Form): Field[] {
  const inside = (nodes: readonly FormNode[]): Field[] =>
    nodes.flatMap((node) =>
      node.kind === 'field' ? [node] : node.kind === 'note' ? [] : inside(node.children),
    );
  return form.pages.flatMap((page) => inside(page.nodes));
}

/** Schema path → path in the data for the row at hand. */
export const concretePath = (path: string, row: Row | undefined): string =>
  row !== undefined && path.startsWith(`${row.repeat}.`) ? `${row.at}${path.slice(row.repeat.length)}` : path;

/** Rows as stored; anything that is not a list counts as none. */
export const rowsAt = (data: FormData, repeat: Repeat): readonly unknown[] => {
  const rows = getPath(data, repeat.path);
  return Array.isArray(rows) ? rows : [];
};

const isBlank = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isRecord(value) && Object.values(value).every(isBlank));

/** Form.io's comparison: as text; a list or a set of boxes is equal when it holds the value. */
function equals(value: unknown, wanted: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => equals(item, wanted));
  if (isRecord(value)) return Object.hasOwn(value, String(wanted)) && value[String(wanted)] === true;
  if (value === undefined || value === null) return wanted === '' || wanted === undefined || wanted === null;
  return String(value) === String(wanted);
}

function meets(part: FormCondition['conditions'][number], value: unknown): boolean {
  switch (part.operator) {
    case 'isEqual':
      return equals(value, part.value);
    case 'isNotEqual':
      return !equals(value, part.value);
    case 'isEmpty':
      return isBlank(value);
    case 'isNotEmpty':
      return !isBlank(value);
  }
}

function holds(condition: FormCondition, data: FormData, row: Row | undefined): boolean {
  const met = (part: FormCondition['conditions'][number]): boolean =>
    meets(part, getPath(data, concretePath(part.component, row)));
  return condition.conjunction === 'any' ? condition.conditions.some(met) : condition.conditions.every(met);
}

/**
 * True if the node's own condition is met by the data. Values of hidden fields still in `data` count:
 * give data through `pruneHidden` where conditions build on one another.
 */
export function isVisible(node: FormNode | FormPage, data: FormData, row?: Row): boolean {
  return node.condition === undefined || holds(node.condition, data, row) === node.condition.show;
}

/** Fields of these nodes over the data, in order, one per row inside repeats (at least `minRows`). */
export function* instances(
  nodes: readonly FormNode[],
  data: FormData,
  shown = true,
  row?: Row,
): Generator<FieldInstance> {
  for (const node of nodes) {
    const visible = shown && isVisible(node, data, row);
    if (node.kind === 'field') yield { field: node, path: concretePath(node.path, row), row, visible };
    else if (node.kind === 'section') yield* instances(node.children, data, visible, row);
    else if (node.kind === 'repeat') {
      const count = Math.min(Math.max(rowsAt(data, node).length, node.minRows), node.maxRows);
      for (let index = 0; index < count; index += 1) {
        yield* instances(node.children, data, visible, {
          repeat: node.path,
          at: `${node.path}.${index}`,
          index,
          label: node.label,
        });
      }
    }
  }
}

/** Fields of one page or of all. */
function* pageInstances(form: Form, data: FormData, page?: FormPage): Generator<FieldInstance> {
  for (const one of page === undefined ? form.pages : [page])
    yield* instances(one.nodes, data, isVisible(one, data));
}

/** Data without the values of hidden fields, also where hiding one field hides the next. */
export function pruneHidden(form: Form, data: FormData): FormData {
  let current = data;
  // Conditions have no cycles (checked at load), so each round settles at least one more level.
  for (let round = 0; round <= allFields(form).length; round += 1) {
    let next = current;
    for (const { path, visible } of pageInstances(form, current)) {
      if (!visible && getPath(next, path) !== undefined) next = setPath(next, path, undefined);
    }
    if (next === current) return current;
    current = next;
  }
  return current;
}

/** Pages whose condition is met. */
export function visiblePages(form: Form, data: FormData): readonly FormPage[] {
  const pruned = pruneHidden(form, data);
  return form.pages.filter((page) => isVisible(page, pruned));
}

/** Paths of fields that the new data shows and the old data did not: without JavaScript the page is shown again for them. */
export function newlyVisible(
  form: Form,
  before: FormData,
  after: FormData,
  page?: FormPage,
): readonly string[] {
  const shown = (data: FormData): string[] =>
    [...pageInstances(form, pruneHidden(form, data), page)]
      .filter((instance) => instance.visible)
      .map((instance) => instance.path);
  const old = new Set(shown(before));
  return shown(after).filter((path) => !old.has(path));
}

/** The field at a data path (row indexes allowed), or undefined. */
export function findField(form: Form, path: string): Field | undefined {
  const schemaPath = path
    .split('.')
    .filter((step) => !/^\d+$/.test(step))
    .join('.');
  return allFields(form).find((field) => field.path === schemaPath);
}

/** Data a fresh form starts with: the schema's default values. */
export function initialData(form: Form): FormData {
  let data: FormData = {};
  for (const { field, path } of pageInstances(form, {})) {
    if (field.defaultValue !== undefined && field.type !== 'file')
      data = setPath(data, path, field.defaultValue);
  }
  return data;
}
