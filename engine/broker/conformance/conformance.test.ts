/** The whole suite on the embedded broker. `CONFORMANCE_ONLY=text` narrows it. */
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '../../../scripts/testing/postgres.ts';
import { startBroker } from '../index.ts';
import { loadScenarios } from './load.ts';
import { type Outcome, runScenarios } from './run.ts';

const scenarios = await loadScenarios(process.env.CONFORMANCE_ONLY);
let outcomes: readonly Outcome[] = [];

beforeAll(async () => {
  const database = await testDatabase();
  const broker = await startBroker({ databaseUrl: database.url });
  try {
    outcomes = await runScenarios(broker.address, scenarios, { parallel: 24, stillness: 60 });
  } finally {
    await broker.close();
    await database.drop();
  }
}, 300_000);

test.each(scenarios.map(({ name, title }) => ({ name, title })))('$name: $title', ({ name }) => {
  expect(outcomes.find((outcome) => outcome.name === name)?.reason).toBeUndefined();
});
