/** Units, officials, calendars and places as they stand in the tables of migrations/. */
import type { Sql } from '../sql/index.ts';
import type { Official, PlaceCatalogue, RoleAssignment, Unit } from './types.ts';

export type { Sql } from '../sql/index.ts';

interface UnitRow {
  id: string;
  code: string;
  name_vi: string;
  name_en: string;
  kind: Unit['kind'];
  parent_id: string | null;
  calendar_id: string;
  address: string;
  phone: string;
}

const toUnit = (row: UnitRow): Unit => ({
  id: row.id,
  code: row.code,
  name: { vi: row.name_vi, en: row.name_en },
  kind: row.kind,
  parentId: row.parent_id,
  calendarId: row.calendar_id,
  address: row.address,
  phone: row.phone,
});

/** All units, province first, then by code. */
export async function listUnits(sql: Sql): Promise<readonly Unit[]> {
  const rows = await sql<UnitRow[]>`
    select * from motcua.unit order by array_position(array['province', 'centre', 'commune'], kind), code`;
  return rows.map(toUnit);
}

export async function findUnit(sql: Sql, id: string): Promise<Unit | undefined> {
  const [row] = await sql<UnitRow[]>`select * from motcua.unit where id = ${id}`;
  return row && toUnit(row);
}

/** Throws Error when there is no such unit. */
export async function getUnit(sql: Sql, id: string): Promise<Unit> {
  const unit = await findUnit(sql, id);
  if (!unit) throw new Error(`unit ${id} does not exist`);
  return unit;
}

interface OfficialRow {
  id: string;
  username: string;
  full_name: string;
  title_vi: string;
  title_en: string;
  roles: RoleAssignment[];
}

const toOfficial = (row: OfficialRow): Official => ({
  id: row.id,
  username: row.username,
  fullName: row.full_name,
  title: { vi: row.title_vi, en: row.title_en },
  roles: row.roles,
});

/** Active officials with the roles they hold on a day (Vietnamese date of `on`). */
const officials = (sql: Sql, on: Date) => sql`
  select o.id, o.username, o.full_name, o.title_vi, o.title_en, coalesce((
    select jsonb_agg(jsonb_build_object('role', a.role, 'unitId', a.unit_id) order by a.role, a.unit_id)
    from motcua.role_assignment a
    where a.official_id = o.id
      and (${on}::timestamptz at time zone 'Asia/Ho_Chi_Minh')::date between a.valid_from and coalesce(a.valid_to, 'infinity')), '[]') as roles
  from motcua.official o
  where o.active`;

/** Undefined for unknown and deactivated officials. `on`: the day whose assignments count, now by default. */
export async function findOfficial(sql: Sql, id: string, on = new Date()): Promise<Official | undefined> {
  const [row] = await sql<OfficialRow[]>`${officials(sql, on)} and o.id = ${id}`;
  return row && toOfficial(row);
}

/** User names are compared without regard to case. */
export async function findOfficialByUsername(
  sql: Sql,
  username: string,
  on = new Date(),
): Promise<Official | undefined> {
  const [row] = await sql<OfficialRow[]>`${officials(sql, on)} and lower(o.username) = lower(${username})`;
  return row && toOfficial(row);
}

/** Who holds a role in a unit on a day, by name. */
export async function officialsOf(
  sql: Sql,
  role: string,
  unitId: string,
  on = new Date(),
): Promise<readonly Official[]> {
  const rows = await sql<OfficialRow[]>`select * from (${officials(sql, on)}) o order by o.full_name, o.id`;
  return rows
    .map(toOfficial)
    .filter((official) => official.roles.some((held) => held.role === role && held.unitId === unitId));
}

/** Definition of a calendar as JSON for engine/calendar `loadCalendar`. Throws Error when there is none. */
export async function getCalendarJson(sql: Sql, id: string): Promise<unknown> {
  const [row] = await sql<{ definition: unknown }[]>`select definition from motcua.calendar where id = ${id}`;
  if (!row) throw new Error(`calendar ${id} does not exist`);
  return row.definition;
}

/** Provinces and communes for address fields. A province without communes here takes them as free text. */
export async function listPlaces(sql: Sql): Promise<PlaceCatalogue> {
  const rows = await sql<{ code: string; name: string; parent: string | null; home: boolean }[]>`
    select code, name, parent, home from motcua.place order by code`;
  const provinces = rows.filter((row) => row.parent === null).map(({ code, name }) => ({ code, name }));
  const communes: Record<string, { code: string; name: string }[]> = {};
  for (const { code, name, parent } of rows) {
    if (parent === null) continue;
    communes[parent] ??= [];
    communes[parent].push({ code, name });
  }
  return { provinces, communes, homeProvince: rows.find((row) => row.home)?.code };
}
