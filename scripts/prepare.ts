/**
 * Makes a database ready for the product: tables, demo organisation on the first run, procedures of `procedures/`.
 * `npm start` does it; `node scripts/prepare.ts` does it for parts that are started one by one (DATABASE_URL, DATA_DIR).
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { publishPackage } from '../engine/runtime/package/publish.ts';
import { migrate } from '../engine/runtime/store/migrate.ts';
import { connect } from '../engine/sql/index.ts';
import { applySeeds } from '../seeds/apply.ts';

const root = resolve(import.meta.dirname, '..');
const migrations = ['engine/routing', 'engine/runtime', 'web'].map((room) => join(root, room, 'migrations'));

/** Brings tables, seeds and procedures up to what this version of the program needs. Doing it again changes nothing. */
export async function prepareDatabase(databaseUrl: string): Promise<void> {
  const sql = connect(databaseUrl, { max: 4, name: 'motcua-prepare' });
  try {
    await migrate(sql, migrations);
    await applySeeds({ sql, log: () => undefined });
    const folder = join(root, 'procedures');
    // The worker deploys them to the engine at its start.
    for (const code of readdirSync(folder)) await publishPackage(sql, join(folder, code));
  } finally {
    await sql.end();
  }
}

if (process.argv[1] === import.meta.filename) {
  const url = process.env.DATABASE_URL;
  if (!url) {
    console.error('DATABASE_URL is missing: the PostgreSQL to prepare');
    process.exit(1);
  }
  try {
    await prepareDatabase(url);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
  console.log('ready prepare');
}
