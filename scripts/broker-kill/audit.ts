/** After the last kill: everything comes to its end, and what was promised is there. */
import { setTimeout as delay } from 'node:timers/promises';
import { connect } from '../../engine/sql/index.ts';
import type { Ledger } from './ledger.ts';

/** Tables that are empty once every instance has ended. */
const PASSING = [
  'element_instance',
  'variable',
  'job',
  'timer',
  'message_subscription',
  'incident',
  'continuation',
];
const PATIENCE = 60_000;

/** Waits until nothing is left to do and compares the database with the ledger; returns what is wrong. */
export async function audit(databaseUrl: string, ledger: Ledger): Promise<string[]> {
  const sql = connect(databaseUrl, { max: 1 });
  try {
    const count = async (): Promise<string[]> => {
      const counts: string[] = [];
      for (const table of PASSING) {
        const [row] = (await sql.unsafe(`select count(*)::int as n from zeebe.${table}`)) as { n: number }[];
        if (row && row.n > 0) counts.push(`${row.n} rows of ${table}`);
      }
      return counts;
    };
    // the last kill may have met PostgreSQL
    const left = (): Promise<string[]> => count().catch((error: unknown) => [String(error)]);
    const end = Date.now() + PATIENCE;
    let rest = await left();
    while (rest.length > 0 && Date.now() < end) {
      await delay(100);
      rest = await left();
    }
    const faults = rest.map((text) => `a minute after the last kill: ${text}`);
    const unfinished = [...ledger.created.keys()].filter((id) => !ledger.finished.has(id));
    if (unfinished.length > 0)
      faults.push(
        `${unfinished.length} acknowledged instances were never finished, such as ${unfinished[0]}`,
      );
    const messages = (await sql.unsafe('select message_id as id from zeebe.message')) as { id: string }[];
    const ids = new Set(messages.map(({ id }) => id));
    if (ids.size !== messages.length) faults.push(`${messages.length - ids.size} messages are there twice`);
    const lost = [...ledger.published].filter((id) => !ids.has(id));
    if (lost.length > 0) faults.push(`${lost.length} acknowledged messages are lost, such as ${lost[0]}`);
    const definitions = (await sql.unsafe('select key::text from zeebe.process_definition')) as {
      key: string;
    }[];
    const keys = new Set(definitions.map(({ key }) => key));
    const gone = [...ledger.deployed].filter((key) => !keys.has(key));
    if (gone.length > 0) faults.push(`${gone.length} acknowledged deployments are lost`);
    return faults;
  } finally {
    await sql.end();
  }
}
