/** The filters as WHERE conditions for engine/sql. Column names are those of the runtime's tables. */
import type { Sql, Statement } from '../sql/index.ts';
import type { DossierFilter, TaskFilter } from './types.ts';

/** Condition on a row with columns `role` and `unit_id` (alias `t` by default). */
export function taskCondition(sql: Sql, filter: TaskFilter, alias = 't'): Statement {
  const role = sql`${sql(`${alias}.role`)}`;
  const unit = sql`${sql(`${alias}.unit_id`)}`;
  return sql`(
    (${role}, ${unit}) in (
      select * from unnest(${filter.pairs.map((pair) => pair.role)}::text[], ${filter.pairs.map((pair) => pair.unitId)}::text[]))
    or ${unit} = any(${filter.supervisedUnitIds as string[]}::text[]))`;
}

/** Condition on a row with `reception_unit_id`, `competent_unit_id`, `consulted_unit_ids` (alias `d` by default). */
export function dossierCondition(sql: Sql, filter: DossierFilter, alias = 'd'): Statement {
  const own = filter.unitIds as string[];
  return sql`(
    ${sql(`${alias}.reception_unit_id`)} = any(${own}::text[])
    or ${sql(`${alias}.competent_unit_id`)} = any(${own}::text[])
    or ${sql(`${alias}.consulted_unit_ids`)} && ${filter.consultedUnitIds as string[]}::text[])`;
}
