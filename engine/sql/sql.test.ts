import { createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../scripts/testing/postgres.ts';
import { connect, type Database } from './index.ts';

let database: TestDatabase;
let sql: Database;
beforeAll(async () => {
  database = await testDatabase();
  sql = connect(database.url, { max: 4 });
  await sql`create table item (id bigint generated always as identity primary key, name text not null, tags text[], day date, at timestamptz, body jsonb, raw bytea, done bool)`;
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

const cut = (admin: Database) =>
  admin`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()`;

it('writes and reads every kind of value', async () => {
  const at = new Date('2026-11-22T08:30:00.123Z');
  const row = {
    name: 'Lò "A" \\ \'B\'',
    tags: ['x,y', '"', 'NULL', ''],
    at,
    body: sql.json({ a: [1, null] }),
    done: true,
  };
  const [made] = await sql<{ id: string }[]>`
    insert into item ${sql([{ ...row, day: at, raw: new Uint8Array([0, 255, 10]) }])} returning id`;
  const [read] = await sql`select * from item where id = ${String(made?.id)}`;
  expect(read).toEqual({
    ...row,
    id: made?.id,
    body: { a: [1, null] },
    day: new Date('2026-11-22T00:00:00Z'),
    raw: Buffer.from([0, 255, 10]),
  });
  expect((await sql`update item set name = ${'x'}`).count).toBe(1);
  const [odd] =
    await sql`select ${at} - interval '1 day' as "before", ${12n} as big, ${sql.json(['a'])}::jsonb as list`;
  expect(odd).toEqual({ before: new Date('2026-11-21T08:30:00.123Z'), big: '12', list: ['a'] });
});

it('nests fragments and quotes names', async () => {
  const where = (name: string) => sql`${sql('item.name')} = ${name}`;
  const [row] = await sql<
    { n: number }[]
  >`select count(*)::int as n from item where ${where('x')} or ${where('y')}`;
  expect(row?.n).toBe(1);
  await expect(sql`select 1 from ${sql('item"; drop table item; --')}`).rejects.toThrow('does not exist');
});

it('refuses undefined and bare objects', async () => {
  await expect(sql`select ${undefined as unknown as string}`).rejects.toThrow(TypeError);
  await expect(sql`select ${{ a: 1 } as unknown as string}`).rejects.toThrow('json()');
});

it('a transaction is all or nothing, a savepoint by itself', async () => {
  const count = async () => Number((await sql<{ n: string }[]>`select count(*) as n from item`)[0]?.n);
  const before = await count();
  await expect(
    sql.begin(async (tx) => {
      await tx`insert into item (name) values ('lost')`;
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await count()).toBe(before);
  await sql.begin(async (tx) => {
    await tx`insert into item (name) values ('kept')`;
    await tx.savepoint(async (inner) => inner`insert into item (name) values (null)`).catch(() => undefined);
  });
  expect(await count()).toBe(before + 1);
  await expect(
    sql.begin(async (tx) => {
      await tx`insert into item (name) values ('lost')`;
      await tx`select 1 / 0`.catch(() => undefined);
    }),
  ).rejects.toThrow('division by zero');
  expect(await count()).toBe(before + 1);
});

it('a statement after the end of its transaction is refused', async () => {
  const late = await sql.begin(async (tx) => () => tx`select 1`.then(() => 'ran'));
  await expect(late()).rejects.toThrow('after the end');
});

it('no statement hangs or strays when PostgreSQL cuts connections again and again under load', async () => {
  const admin = connect(database.url, { max: 1 });
  await sql`create table pair (a int, pid int)`;
  const count = { done: 0, failed: 0, hung: 0 };
  let over = false;
  const loop = async () => {
    while (!over) {
      const work = sql
        .begin(async (tx) => {
          await tx`insert into pair values (1, pg_backend_pid())`;
          await tx`select pg_sleep(0.01)`;
          await Promise.all([tx`select 1`, tx`insert into pair values (2, pg_backend_pid())`]);
        })
        .then(
          () => 'done' as const,
          () => 'failed' as const,
        );
      let timer: NodeJS.Timeout | undefined;
      const hung = new Promise<'hung'>((resolve) => {
        timer = setTimeout(() => resolve('hung'), 20_000);
      });
      count[await Promise.race([work, hung])]++;
      clearTimeout(timer);
    }
  };
  const loops = Array.from({ length: 8 }, loop);
  for (let round = 0; round < 30; round++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await cut(admin);
  }
  over = true;
  await Promise.all(loops);
  await admin.end();
  expect(count.hung).toBe(0);
  expect(count.done).toBeGreaterThan(20);
  expect(count.failed).toBeGreaterThan(0);
  const [halves] = await sql<{ one: number; two: number }[]>`
    select count(*) filter (where a = 1)::int as one, count(*) filter (where a = 2)::int as two from pair`;
  expect(halves?.one).toBe(halves?.two);
  // A cut between commit and answer may count as failed; never the other way round.
  expect(halves?.one).toBeGreaterThanOrEqual(count.done);
}, 60_000);

it('a server that takes the connection and never answers is away, in time', async () => {
  const sockets = new Set<Socket>();
  const mute = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
  const { port } = mute.address() as { port: number };
  const away = connect(`postgres://u:p@127.0.0.1:${port}/d`, { max: 1, connectTimeout: 300 });
  await expect(Promise.all([away`select 1`, away`select 2`])).rejects.toMatchObject({
    code: 'DATABASE_AWAY',
  });
  await away.end();
  for (const socket of sockets) socket.destroy();
  mute.close();
});

it('a statement that takes too long ends, and the pool goes on', async () => {
  const impatient = connect(database.url, { max: 1, statementTimeout: 200 });
  await expect(impatient`select pg_sleep(5)`).rejects.toMatchObject({ code: '57014' });
  expect((await impatient`select 1 as one`)[0]).toEqual({ one: 1 });
  await impatient.end();
});

it('end cuts what is still running', async () => {
  const slow = connect(database.url, { max: 1 });
  const running = expect(slow`select pg_sleep(30)`).rejects.toMatchObject({ code: 'DATABASE_AWAY' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await slow.end({ timeout: 0.1 });
  await running;
});

it('listening goes on after a cut, and tells that something may have been missed', async () => {
  const admin = connect(database.url, { max: 1 });
  const heard: string[] = [];
  let listening = 0;
  const until = async (true_: () => boolean) => {
    while (!true_()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const { unlisten } = await sql.listen(
    'news',
    (text) => heard.push(text),
    () => listening++,
  );
  await admin.notify('news', 'one');
  await until(() => heard.length === 1);
  await cut(admin);
  await until(() => listening === 2);
  await admin.notify('news', 'two');
  await until(() => heard.length === 2);
  await unlisten();
  await admin.end();
  expect(heard).toEqual(['one', 'two']);
});
