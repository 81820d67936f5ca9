/** Everything a batch changed as ONE statement of data-modifying CTEs, committed by itself: a single round trip. */
import type { ElementInstance, Key, Row } from '../state/model.ts';
import type { Changes } from '../state/state.ts';
import { type Table, type TableKind, tables, type Value } from './tables.ts';

export interface Flush {
  readonly text: string;
  readonly parameters: readonly (string | number)[];
}

/** PostgreSQL text takes neither NUL nor lone surrogates. */
const storable = (value: Value): Value =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;

interface Parts {
  readonly ctes: string[];
  readonly parameters: (string | number)[];
}
const keyList = (keys: readonly Key[]): string => `{${keys.join(',')}}`;

function upsert(
  parts: Parts,
  table: string,
  columns: readonly (readonly [string, string])[],
  keyColumns: string,
  changing: readonly string[],
  rows: readonly Value[][],
): void {
  if (rows.length === 0) return;
  const objects = rows.map((values) =>
    Object.fromEntries(columns.map(([name], index) => [name, storable(values[index] ?? null)])),
  );
  parts.parameters.push(JSON.stringify(objects));
  const names = columns.map(([name]) => name).join(', ');
  const types = columns.map(([name, type]) => `${name} ${type}`).join(', ');
  const update = changing.map((name) => `${name} = excluded.${name}`).join(', ');
  const conflict = update ? ` on conflict (${keyColumns}) do update set ${update}` : '';
  parts.ctes.push(
    `w_${table} as (insert into zeebe.${table} (${names}) select ${names} from json_to_recordset($${parts.parameters.length}::text::json) as t(${types})${conflict})`,
  );
}

function deletion(parts: Parts, table: string, column: string, keys: readonly Key[]): void {
  if (keys.length === 0) return;
  parts.parameters.push(keyList(keys));
  parts.ctes.push(
    `d_${table} as (delete from zeebe.${table} where ${column} = any ($${parts.parameters.length}::text::bigint[]))`,
  );
}

function writeTable<R extends Row>(parts: Parts, table: Table<R>, rows: Iterable<R>): void {
  const written: Value[][] = [];
  const deleted: Key[] = [];
  for (const row of rows) {
    if (!row.removed) {
      written.push(table.values(row));
      row.persisted = true;
    } else if (row.persisted) {
      deleted.push(table.key(row));
      row.persisted = false;
    }
  }
  const [key] = table.columns[0] ?? [''];
  upsert(parts, table.name, table.columns, key, table.changing, written);
  deletion(parts, table.name, key, deleted);
}

const variableColumns = [
  ['scope_key', 'bigint'],
  ['name', 'text'],
  ['value', 'text'],
] as const;

function writeVariables(parts: Parts, changes: Changes): void {
  const written: Value[][] = [];
  const deleted: Key[] = [];
  for (const element of changes.variables) {
    for (const name of element.dirtyVariables ?? []) {
      const value = element.variables?.get(name);
      if (value !== undefined && !element.removed) written.push([element.key, name, value]);
    }
    element.dirtyVariables = undefined;
    if (!element.removed && element.variables?.size) element.variablesPersisted = true;
  }
  for (const element of changes.elements) {
    if (element.removed && element.variablesPersisted) deleted.push(scopeGone(element));
  }
  upsert(parts, 'variable', variableColumns, 'scope_key, name', ['value'], written);
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

/**
 * Builds the statement for a batch, or undefined when there is nothing to write. From here on the rows count as persisted: should the
 * statement fail, the whole memory is thrown away.
 */
export function buildFlush(changes: Changes, epoch: number, reserve: KeyReserve): Flush | undefined {
  const parts: Parts = { ctes: [], parameters: [epoch, reserve.upTo] };
  writeVariables(parts, changes);
  for (const kind of Object.keys(tables) as TableKind[]) {
    writeTable(parts, tables[kind] as Table<Row>, changes[kind] as Set<Row>);
  }
  if (parts.ctes.length === 0 && !reserve.needed) return undefined;
  const fence =
    'fence as (update zeebe.writer set next_key = greatest(next_key, $2::bigint) where id = 1 and epoch = $1::int returning id)';
  return {
    text: `with ${[fence, ...parts.ctes].join(', ')} select 1 / (select count(*)::int from fence) as ok`,
    parameters: parts.parameters,
  };
}
