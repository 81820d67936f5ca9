import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCalendar, lunarToSolar } from '../engine/calendar/index.ts';
import {
  findOfficial,
  getCalendarJson,
  getUnit,
  listPlaces,
  listUnits,
  officialsOf,
  verifyPassword,
} from '../engine/routing/index.ts';
import { migrate } from '../engine/runtime/store/migrate.ts';
import { connect, type Database } from '../engine/sql/index.ts';
import { type TestDatabase, testDatabase } from '../scripts/testing/postgres.ts';
import { demoAccounts, demoPassword } from './accounts.ts';
import { applySeeds } from './apply.ts';

let database: TestDatabase;
let sql: Database;

beforeAll(async () => {
  database = await testDatabase();
  sql = connect(database.url, { max: 3 });
  await migrate(sql, [join(import.meta.dirname, '../engine/routing/migrations')]);
  // two processes that start at once
  await Promise.all([applySeeds({ sql, log: () => {} }), applySeeds({ sql, log: () => {} })]);
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test('every commune has one official for each role of the story', async () => {
  const communes = (await listUnits(sql)).filter((unit) => unit.kind === 'commune');
  expect(communes).toHaveLength(2);
  for (const commune of communes)
    for (const role of ['receptionist', 'judicialOfficer', 'verifier', 'leader', 'registry', 'director'])
      expect(await officialsOf(sql, role, commune.id)).toHaveLength(1);
});

test('every demo account can sign in and is marked as invented', async () => {
  const accounts = demoAccounts();
  expect(accounts.length).toBe(14);
  for (const { username, password, role } of accounts) {
    expect(role).toContain('(mẫu)');
    expect((await verifyPassword(sql, username, password))?.username).toBe(username);
  }
});

test('a wrong password, an unknown and a deactivated name all give nothing', async () => {
  expect(await verifyPassword(sql, 'quantri', 'wrong')).toBeUndefined();
  expect(await verifyPassword(sql, 'nobody', demoPassword)).toBeUndefined();
  await sql`update motcua.official set active = false where id = 'phantich'`;
  expect(await verifyPassword(sql, 'phantich', demoPassword)).toBeUndefined();
  expect(await findOfficial(sql, 'phantich')).toBeUndefined();
});

test('what was changed or deleted stays so at the next start', async () => {
  await sql`update motcua.unit set phone = '0214 123' where id = 'suoi-cham'`;
  await sql`delete from motcua.role_assignment where official_id = 'tiepnhan.tinh'`;
  await applySeeds({ sql, log: () => {} });
  expect((await getUnit(sql, 'suoi-cham')).phone).toBe('0214 123');
  expect((await findOfficial(sql, 'tiepnhan.tinh'))?.roles).toEqual([]);
});

test('an assignment counts on its days only', async () => {
  await sql`
    insert into motcua.role_assignment (official_id, role, unit_id, valid_from, valid_to)
    values ('quantri', 'leader', 'doi-que', '2026-12-01', '2026-12-02')`;
  const leads = async (at: string) =>
    (await findOfficial(sql, 'quantri', new Date(at)))?.roles.some(({ role }) => role === 'leader');
  expect(await leads('2026-11-30T23:59:59+07:00')).toBe(false);
  expect(await leads('2026-12-01T00:00:00+07:00')).toBe(true);
  expect(await leads('2026-12-02T23:59:59+07:00')).toBe(true);
  expect(await leads('2026-12-03T00:00:00+07:00')).toBe(false);
});

test('calendars load, and their Tết and Giỗ Tổ agree with the moon', async () => {
  const calendar = loadCalendar(await getCalendarJson(sql, 'lao-cai'));
  const off = (date: string | undefined) => calendar.specialDays.find((day) => day.date === date)?.name.vi;
  for (const year of [2026, 2027]) {
    expect(off(lunarToSolar({ year, month: 1, day: 1, leap: false }))).toBe('Tết Nguyên đán');
    expect(off(lunarToSolar({ year, month: 3, day: 10, leap: false }))).toBe('Giỗ Tổ Hùng Vương');
  }
});

test('places: 34 provinces, 99 communes of Lào Cai and the two demo ones', async () => {
  const places = await listPlaces(sql);
  expect(places.provinces).toHaveLength(34);
  expect(places.communes['15']).toHaveLength(101);
  expect(places.homeProvince).toBe('15');
});
