/** `npm run reset`: wipes what `npm start` keeps (database, files, keys, logs). The program itself stays. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endPostgres } from '../engine/broker/operation/embedded-postgres.ts';
import { readConfig } from './config.ts';
import { dataDirHolder } from './stack.ts';

const read = readConfig(process.env);
if (!read.ok) {
  for (const line of read.mistakes) console.error(line);
  process.exit(1);
}
const { DATA_DIR, DATABASE_URL } = read.config;
const holder = dataDirHolder(DATA_DIR);
if (holder) {
  console.error(`${DATA_DIR} is in use by process ${holder}: stop it first`);
  process.exit(1);
}
/** Only what the start script made: a DATA_DIR that holds other things is not emptied blindly. */
const ours = ['postgres', 'postgres.password', 'files', 'signing', 'logs', 'compile-cache', 'start.pid'];
await endPostgres(join(DATA_DIR, 'postgres'));
for (const name of ours) rmSync(join(DATA_DIR, name), { recursive: true, force: true });
const left = existsSync(DATA_DIR) ? readdirSync(DATA_DIR) : [];
if (left.length === 0) rmSync(DATA_DIR, { recursive: true, force: true });
console.log(left.length === 0 ? `Wiped ${DATA_DIR}` : `Wiped; left alone in ${DATA_DIR}: ${left.join(', ')}`);
if (DATABASE_URL)
  console.log(
    'DATABASE_URL is set: that database was not touched, drop its schemas motcua, zeebe and sandbox yourself',
  );
