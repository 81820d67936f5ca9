/** Everything a batch changed as ONE statement of data-modifying CTEs, committed by itself: a single round trip. */
import type { ElementInstance, Key, Row } from '../state/model.ts';
import type { Changes } from '../state/state.ts';
import { columnArray, keyArray, type Value } from './arrays.ts';
import type { HistoryPart } from './history.ts';
import { type Table, type TableKind, tables } from './tables.ts';

export interface Flush {
  readonly text: string;
  readonly parameters: readonly (number | Buffer)[];
}

interface Parts {
  /** What the statement is made of, as a name for its text. */
  readonly names: string[];
  /** Makes the text of each part, given the number of its first parameter. */
  readonly texts: ((first: number) => string)[];
  readonly counts: number[];
  readonly parameters: (number | Buffer)[];
}

type Columns = readonly (readonly [name: string, type: string])[];

function part(
  parts: Parts,
  name: string,
  parameters: readonly Buffer[],
  text: (first: number) => string,
): void {
  parts.names.push(name);
  parts.texts.push(text);
  parts.counts.push(parameters.length);
  parts.parameters.push(...parameters);
}
const arraysOf = (columns: Columns, rows: readonly Value[][]): Buffer[] =>
  columns.map(([, type], index) => columnArray(type, rows, index));
const source = (columns: Columns, first: number): string =>
  `unnest(${columns.map(([, type], index) => `$${first + index}::${type}[]`).join(', ')}) as t(${namesOf(columns)})`;
const namesOf = (columns: Columns): string => columns.map(([name]) => name).join(', ');

function insertion(
  parts: Parts,
  table: string,
  columns: Columns,
  rows: readonly Value[][],
  conflict = '',
): void {
  if (rows.length === 0) return;
  const mark = conflict ? 'u' : 'i';
  part(parts, `${mark}_${table}`, arraysOf(columns, rows), (first) => {
    const names = namesOf(columns);
    return `${mark}_${table} as (insert into zeebe.${table} (${names}) select ${names} from ${source(columns, first)}${conflict})`;
  });
}

/** `columns` begin with the key. */
function update(parts: Parts, table: string, columns: Columns, rows: readonly Value[][], mark = 'c'): void {
  if (rows.length === 0) return;
  part(parts, `${mark}_${table}`, arraysOf(columns, rows), (first) => {
    const [[key], ...changing] = columns as [Columns[number], ...Columns];
    const set = changing.map(([name]) => `${name} = t.${name}`).join(', ');
    return `${mark}_${table} as (update zeebe.${table} w set ${set} from ${source(columns, first)} where w.${key} = t.${key})`;
  });
}

function deletion(parts: Parts, table: string, column: string, keys: readonly Key[]): void {
  if (keys.length === 0) return;
  part(
    parts,
    `d_${table}`,
    [keyArray(keys)],
    (first) => `d_${table} as (delete from zeebe.${table} where ${column} = any ($${first}::bigint[]))`,
  );
}

/** A row that Postgres has is updated, another inserted: cheaper than finding out there. */
function writeTable<R extends Row>(parts: Parts, table: Table<R>, rows: Iterable<R>): void {
  const created: Value[][] = [];
  const changed: Value[][] = [];
  const moved: Value[][] = [];
  const deleted: Key[] = [];
  for (const row of rows) {
    if (!row.removed) {
      if (!row.persisted) created.push(table.values(row));
      else if (row.moved) moved.push(movedValues(table, row));
      else if (table.changing.length > 0) changed.push(changingValues(table, row));
      row.persisted = true;
    } else if (row.persisted) {
      deleted.push(table.key(row));
      row.persisted = false;
    }
  }
  const [key] = table.columns;
  if (!key) return;
  insertion(parts, table.name, table.columns, created);
  const changing = new Set(table.changing);
  if (changed.length > 0)
    update(parts, table.name, [key, ...table.columns.filter(([name]) => changing.has(name))], changed);
  if (moved.length > 0) {
    update(parts, table.name, [key, ...movingColumns(table)], moved, 'm');
  }
  deletion(parts, table.name, key[0], deleted);
}

/** What a migration of the process instance changes besides. */
const MOVING = ['process_definition_key', 'element_id'];
const movingColumns = <R extends Row>(table: Table<R>): Columns =>
  table.columns.filter(([name]) => MOVING.includes(name) || table.changing.includes(name));

function movedValues<R extends Row>(table: Table<R>, row: R): Value[] {
  row.moved = undefined;
  const values = table.values(row);
  const moving = new Set(movingColumns(table).map(([name]) => name));
  return values.filter((_value, index) => index === 0 || moving.has(table.columns[index]?.[0] ?? ''));
}

function changingValues<R extends Row>(table: Table<R>, row: R): Value[] {
  const values = table.values(row);
  return table.columns.flatMap(([name], index) =>
    index === 0 || table.changing.includes(name) ? [values[index] ?? null] : [],
  );
}

const variableColumns = [
  ['scope_key', 'bigint'],
  ['name', 'text'],
  ['value', 'text'],
] as const;

const variableConflict = ' on conflict (scope_key, name) do update set value = excluded.value';

function writeVariables(parts: Parts, changes: Changes): void {
  const created: Value[][] = [];
  const written: Value[][] = [];
  const deleted: Key[] = [];
  for (const element of changes.variables) {
    // names that Postgres has may be among those of a scope it knows
    const rows = element.variablesPersisted ? written : created;
    for (const name of element.dirtyVariables ?? []) {
      const value = element.variables?.get(name);
      if (value !== undefined && !element.removed) rows.push([element.key, name, value]);
    }
    element.dirtyVariables = undefined;
    if (!element.removed && element.variables?.size) element.variablesPersisted = true;
  }
  for (const element of changes.elements) {
    if (element.removed && element.variablesPersisted) deleted.push(scopeGone(element));
  }
  insertion(parts, 'variable', variableColumns, created);
  insertion(parts, 'variable', variableColumns, written, variableConflict);
  deletion(parts, 'variable', 'scope_key', deleted);
}

function scopeGone(element: ElementInstance): Key {
  element.variablesPersisted = false;
  return element.key;
}

/** Keys below `upTo` may be given out before the next flush; `needed` when that alone is a reason to write. */
export interface KeyReserve {
  readonly upTo: Key;
  readonly needed: boolean;
}

/** Texts by what they are made of: few, and each is prepared once. */
const texts = new Map<string, string>();
const MAX_TEXTS = 2_000;

function textOf(parts: Parts): string {
  const name = parts.names.join();
  const known = texts.get(name);
  if (known !== undefined) return known;
  const fence =
    'fence as (update zeebe.writer set next_key = greatest(next_key, $2::bigint) where id = 1 and epoch = $1::int returning id)';
  let first = 3;
  const ctes = parts.texts.map((text, index) => {
    const cte = text(first);
    first += parts.counts[index] ?? 0;
    return cte;
  });
  const whole = `with ${[fence, ...ctes].join(', ')} select 1 / (select count(*)::int from fence) as ok`;
  if (texts.size >= MAX_TEXTS) texts.clear();
  texts.set(name, whole);
  return whole;
}

/**
 * Builds the statement for a batch, or undefined when there is nothing to write. From here on the rows count as persisted: should the
 * statement fail, the whole memory is thrown away.
 */
export function buildFlush(
  changes: Changes,
  epoch: number,
  reserve: KeyReserve,
  history: readonly HistoryPart[] = [],
): Flush | undefined {
  const parts: Parts = { names: [], texts: [], counts: [], parameters: [epoch, reserve.upTo] };
  writeVariables(parts, changes);
  for (const kind of Object.keys(tables) as TableKind[]) {
    if (changes[kind].size > 0) writeTable(parts, tables[kind] as Table<Row>, changes[kind] as Set<Row>);
  }
  for (const one of history) part(parts, one.name, one.parameters, one.text);
  if (parts.names.length === 0 && !reserve.needed) return undefined;
  return { text: textOf(parts), parameters: parts.parameters };
}
