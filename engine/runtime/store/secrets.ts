/** Server secrets that must survive a restart and be the same in every process. */
import { randomBytes } from 'node:crypto';
import type { Database } from './connect.ts';

/** Makes the secret on first use. */
export async function getSecret(sql: Database, name: string): Promise<string> {
  await sql`insert into secret (name, value) values (${name}, ${randomBytes(32).toString('base64url')}) on conflict do nothing`;
  const [row] = await sql<{ value: string }[]>`select value from secret where name = ${name}`;
  if (!row) throw new Error(`secret ${name} could not be stored`);
  return row.value;
}
