/** Organisation data as the runtime needs it: units, their calendars, officials; kept for half a minute. */
import { loadCalendar } from '../../calendar/index.ts';
import type { WorkingCalendar } from '../../calendar/types.ts';
import { findOfficial, getCalendarJson, listUnits, officialsOf } from '../../routing/index.ts';
import type { Official, Unit } from '../../routing/types.ts';
import type { Localized } from '../package/schema.ts';
import { connect } from './connect.ts';

export interface Places {
  findUnit(id: string): Promise<Unit | undefined>;
  /** @throws Error when the unit does not exist */
  unit(id: string): Promise<Unit>;
  units(): Promise<readonly Unit[]>;
  /** A function from id to name, for texts that name several units; unknown ids stand for themselves. */
  unitNames(): Promise<(id: string) => Localized>;
  calendar(unitId: string): Promise<WorkingCalendar>;
  findOfficial(id: string): Promise<Official | undefined>;
  /** Who holds a role at a unit. */
  officialsOf(role: string, unitId: string): Promise<readonly Official[]>;
  close(): Promise<void>;
}

const keepMs = 30_000;

/**
 * Opens a small pool of its own: places are asked for inside transactions, which must not wait for one another's connections.
 */
export function createPlaces(databaseUrl: string): Places {
  const sql = connect(databaseUrl, { max: 3, name: 'motcua places' });
  const units = kept(async () => new Map((await listUnits(sql)).map((unit) => [unit.id, unit])));
  const calendars = new Map<string, () => Promise<WorkingCalendar>>();
  const unit = async (id: string): Promise<Unit> => {
    const found = (await units()).get(id);
    if (!found) throw new Error(`unit ${id} does not exist`);
    return found;
  };
  return {
    findUnit: async (id) => (await units()).get(id),
    unit,
    units: async () => [...(await units()).values()],
    unitNames: async () => {
      const all = await units();
      return (id) => all.get(id)?.name ?? { vi: id, en: id };
    },
    calendar: async (unitId) => {
      const { calendarId } = await unit(unitId);
      const calendar =
        calendars.get(calendarId) ?? kept(() => getCalendarJson(sql, calendarId).then(loadCalendar));
      calendars.set(calendarId, calendar);
      return calendar();
    },
    findOfficial: (id) => findOfficial(sql, id),
    officialsOf: (role, unitId) => officialsOf(sql, role, unitId),
    close: () => sql.end({ timeout: 2 }),
  };
}

/** Reads again when the value is older than `keepMs`; a failed reading is not kept. */
function kept<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (value && Date.now() < until) return value;
    until = Date.now() + keepMs;
    const reading = read();
    value = reading;
    reading.catch(() => {
      if (value === reading) value = undefined;
    });
    return reading;
  };
}
