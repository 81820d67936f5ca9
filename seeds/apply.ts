/** Fills an empty database with the demo organisation: calendars, units, invented officials, places. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCalendar } from '../engine/calendar/index.ts';
import { hashPassword } from '../engine/routing/index.ts';
import type { Database, Transaction } from '../engine/sql/index.ts';
import { demoPassword } from './accounts.ts';
import { organisationSeed, placesSeed } from './schema.ts';

const read = (file: string): unknown => JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8'));

export interface SeedOptions {
  readonly sql: Database;
  readonly log: (message: string) => void;
}

/**
 * Applies all seeds in one transaction when there is no organisation yet; does nothing otherwise, so what an
 * administrator changed or deleted stays so. The migrations of engine/routing must have run.
 */
export async function applySeeds({ sql, log }: SeedOptions): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`lock table motcua.unit in share row exclusive mode`;
    const [known] = await tx`select 1 from motcua.unit limit 1`;
    if (known) return;
    const calendars = await seedCalendars(tx);
    const organisation = await seedOrganisation(tx);
    const places = await seedPlaces(tx);
    log(
      `seeds: ${calendars} calendar, ${organisation.units} units, ${organisation.officials} officials, ${places} places`,
    );
  });
}

async function seedCalendars(tx: Transaction): Promise<number> {
  const files = readdirSync(join(import.meta.dirname, 'calendars')).filter((file) => file.endsWith('.json'));
  for (const file of files) {
    const json = read(join('calendars', file));
    const { id } = loadCalendar(json);
    await tx`insert into motcua.calendar (id, definition) values (${id}, ${tx.json(json)})`;
  }
  return files.length;
}

async function seedOrganisation(tx: Transaction): Promise<{ units: number; officials: number }> {
  const { units, officials } = organisationSeed.parse(read('organisation.json'));
  for (const { id, code, name, kind, parentId, calendarId, address, phone } of units)
    await tx`
      insert into motcua.unit (id, code, name_vi, name_en, kind, parent_id, calendar_id, address, phone)
      values (${id}, ${code}, ${name.vi}, ${name.en}, ${kind}, ${parentId}, ${calendarId}, ${address}, ${phone})`;
  const hashes = await Promise.all(officials.map(() => hashPassword(demoPassword)));
  for (const [i, { username, fullName, title, roles }] of officials.entries()) {
    await tx`
      insert into motcua.official (id, username, full_name, title_vi, title_en, password_hash)
      values (${username}, ${username}, ${fullName}, ${title.vi}, ${title.en}, ${hashes[i] ?? ''})`;
    for (const { role, unitId } of roles)
      await tx`insert into motcua.role_assignment (official_id, role, unit_id) values (${username}, ${role}, ${unitId})`;
  }
  return { units: units.length, officials: officials.length };
}

async function seedPlaces(tx: Transaction): Promise<number> {
  const { homeProvince, provinces, communes } = placesSeed.parse(read('places.json'));
  const rows = [
    ...provinces.map(({ code, name }) => ({ code, name, parent: null, home: code === homeProvince })),
    ...Object.entries(communes).flatMap(([parent, list]) =>
      list.map(({ code, name }) => ({ code, name, parent, home: false })),
    ),
  ];
  await tx`insert into motcua.place ${tx(rows, 'code', 'name', 'parent', 'home')}`;
  return rows.length;
}
