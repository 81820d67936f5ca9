/** Fresh databases for tests, on the server that vitest's global setup started. */
import { connect } from '../../engine/sql/index.ts';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Creates an empty database. Call `drop()` in afterAll; connections left open are cut. */
export async function testDatabase(): Promise<TestDatabase> {
  const admin = process.env.TEST_POSTGRES_URL;
  if (!admin)
    throw new Error('TEST_POSTGRES_URL is missing: run through vitest, whose global setup starts the server');
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const run = async (statement: string) => {
    const sql = connect(admin, { max: 1 });
    await sql.unsafe(statement);
    await sql.end();
  };
  await run(`create database ${name}`);
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}
