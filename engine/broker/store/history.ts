/** Writing the history of process instances, and its partitions: one per day, dropped when old. */

import type { History } from '../state/history.ts';
import type { Instance } from '../state/model.ts';
import { columnArray, keyArray, type Value } from './arrays.ts';
import type { Reader } from './connection.ts';

/** A part of the statement that writes a batch. */
export interface HistoryPart {
  readonly name: string;
  readonly parameters: readonly Buffer[];
  /** Its text, given the number of its first parameter. */
  readonly text: (first: number) => string;
}

/** Paths of running instances are written together; `more` adds to what is there, up to a bound. */
const pathPart: Omit<HistoryPart, 'parameters'> = {
  name: 'u_path',
  text: (first) =>
    `u_path as (insert into zeebe.path select * from unnest($${first}::bigint[], $${first + 1}::text[])
     on conflict (process_instance_key) do update set path = path.path || excluded.path where length(path.path) < 1000000)`,
};
const endedPart: Omit<HistoryPart, 'parameters'> = {
  name: 'i_history',
  text: (first) =>
    `i_history as (insert into zeebe.history
     select t.key, t.definition, t.parent, t.state, to_timestamp(t.at / 1000.0), coalesce(p.path, '') || t.path
     from unnest($${first}::bigint[], $${first + 1}::bigint[], $${first + 2}::bigint[], $${first + 3}::text[], $${first + 4}::bigint[], $${first + 5}::text[])
     as t(key, definition, parent, state, at, path) left join zeebe.path p on p.process_instance_key = t.key)`,
};
const gonePart: Omit<HistoryPart, 'parameters'> = {
  name: 'd_path',
  text: (first) =>
    `d_path as (delete from zeebe.path where process_instance_key = any ($${first}::bigint[]))`,
};

const arrays = (types: readonly string[], rows: readonly Value[][]): Buffer[] =>
  types.map((type, index) => columnArray(type, rows, index));

/** What to write of instances that ended, and of running ones when `all`; from here on it counts as written. */
export function historyParts(history: History, all: boolean): HistoryPart[] {
  const parts: HistoryPart[] = [];
  if (history.ended.size > 0) {
    const ended = [...history.ended.values()];
    history.ended.clear();
    const rows = ended.map(({ instance, parentKey, state, at }): Value[] => [
      instance.key,
      instance.definition.key,
      parentKey ?? null,
      state,
      at,
      instance.path?.text ?? '',
    ]);
    const types = ['bigint', 'bigint', 'bigint', 'text', 'bigint', 'text'];
    parts.push({ ...endedPart, parameters: arrays(types, rows) });
    const gone = ended.filter(({ instance }) => instance.path?.saved).map(({ instance }) => instance.key);
    if (gone.length > 0) parts.push({ ...gonePart, parameters: [keyArray(gone)] });
  }
  if (all && history.unsaved.size > 0) {
    const rows = [...history.unsaved].map((instance): Value[] => [instance.key, taken(instance)]);
    history.unsaved.clear();
    parts.push({ ...pathPart, parameters: arrays(['bigint', 'text'], rows) });
  }
  return parts;
}

function taken(instance: Instance): string {
  const { path } = instance;
  if (!path) return '';
  const { text } = path;
  path.text = '';
  path.saved = true;
  return text;
}

const DAY = 86_400_000;
/** Partitions are there this many days before they are needed. */
const AHEAD = 2;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const nameOf = (day: string): string => `history_${day.replaceAll('-', '')}`;

/**
 * Makes the partitions of the days to come and drops those whose last day is more than `days` days ago. Throws what PostgreSQL says when a
 * reader of the history holds it up for longer than a moment: then the next time will do.
 */
export async function maintainHistory(reader: Reader, now: number, days: number): Promise<void> {
  const rows = await reader.rows<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
     where i.inhparent = 'zeebe.history'::regclass`,
  );
  const there = new Set(rows.map(({ name }) => name));
  // nobody who writes may wait behind this waiting for a lock
  const change = (text: string): Promise<void> =>
    reader.transaction(async (run) => {
      await run("set local lock_timeout = '300ms'");
      await run(text);
    });
  for (let ahead = 0; ahead <= AHEAD; ahead++) {
    const day = dayOf(now + ahead * DAY);
    const name = nameOf(day);
    if (there.has(name)) continue;
    const end = dayOf(now + (ahead + 1) * DAY);
    // what came before its partition, when a clock has jumped, moves into it
    await change(
      `create table zeebe.${name} (like zeebe.history including indexes);
       with early as (delete from zeebe.history_rest where ended_at >= '${day}Z' and ended_at < '${end}Z' returning *)
       insert into zeebe.${name} select * from early;
       alter table zeebe.history attach partition zeebe.${name} for values from ('${day}Z') to ('${end}Z')`,
    );
  }
  const oldest = nameOf(dayOf(now - days * DAY));
  for (const name of there)
    if (/^history_\d{8}$/.test(name) && name < oldest) await change(`drop table zeebe.${name}`);
  await change(`delete from zeebe.history_rest where ended_at < '${dayOf(now - days * DAY)}Z'`);
}

/** Forgets the paths of running instances: without history nobody would. */
export const forgetPaths = (reader: Reader): Promise<unknown> => reader.rows('delete from zeebe.path');
