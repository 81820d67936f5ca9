/** The filters as WHERE conditions for postgres.js. Column names are those of the runtime's tables. */
import type postgres from 'postgres';
import type { DossierFilter, TaskFilter } from './types.ts';

/** Condition on a row with columns `role` and `unit_id` (alias `t` by default). */
export function taskCondition(
  sql: postgres.ISql,
  filter: TaskFilter,
  alias = 't',
): postgres.PendingQuery<postgres.Row[]> {
  const role = sql`${sql(`${alias}.role`)}`;
  const unit = sql`${sql(`${alias}.unit_id`)}`;
  return sql`(
    (${role}, ${unit}) in (
      select * from unnest(${filter.pairs.map((pair) => pair.role)}::text[], ${filter.pairs.map((pair) => pair.unitId)}::text[]))
    or ${unit} = any(${filter.supervisedUnitIds as string[]}::text[]))`;
}

/** Condition on a row with `reception_unit_id`, `competent_unit_id`, `consulted_unit_ids` (alias `d` by default). */
export function dossierCondition(
  sql: postgres.ISql,
  filter: DossierFilter,
  alias = 'd',
): postgres.PendingQuery<postgres.Row[]> {
  const own = filter.unitIds as string[];
  return sql`(
    ${sql(`${alias}.reception_unit_id`)} = any(${own}::text[])
    or ${sql(`${alias}.competent_unit_id`)} = any(${own}::text[])
    or ${sql(`${alias}.consulted_unit_ids`)} && ${filter.consultedUnitIds as string[]}::text[])`;
}
