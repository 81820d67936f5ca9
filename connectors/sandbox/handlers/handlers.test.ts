/** The sandbox's handlers without its process: inside msw's own server, as a test elsewhere may use them. */
import { setupServer } from 'msw/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../scripts/testing/postgres.ts';
import { createConnectors } from '../../index.ts';
import { sandboxCredentials } from '../../kit/config.ts';
import { testContext } from '../../testing/sandbox.ts';
import { openStore, type Sql } from '../store.ts';
import { sandboxHandlers } from './index.ts';

let database: TestDatabase;
let sql: Sql;
beforeAll(async () => {
  database = await testDatabase();
  // Two sandboxes may come up over one empty database at once.
  const stores = await Promise.all([openStore(database.url), openStore(database.url)]);
  await stores[1]?.end();
  sql = stores[0] as Sql;
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

it('answer under any address', async () => {
  const server = setupServer(
    ...sandboxHandlers({
      sql,
      base: 'https://lgsp.example.vn',
      now: () => new Date(),
      slowMs: 1,
      tokenSeconds: 60,
      recipientDelaysMs: [0, 0, 0],
    }),
  );
  server.listen({ onUnhandledFrame: 'error' });
  try {
    const connector = createConnectors({
      LGSP_URL: 'https://lgsp.example.vn/lgsp',
      LGSP_CLIENT_ID: sandboxCredentials.clientId,
      LGSP_CLIENT_SECRET: sandboxCredentials.clientSecret,
    }).get('motcua.lgsp.population.assignPersonalId');
    const child = {
      childFullName: 'Lý A Sử',
      childSex: 'nam',
      childBirthDate: '2026-01-02',
      serviceCode: 'a',
      officialId: 'b',
      dossierCode: 'c',
    };
    expect(await connector?.call(child, testContext())).toMatchObject({
      personalId: expect.stringMatching(/^015226/),
    });
  } finally {
    server.close();
  }
});
