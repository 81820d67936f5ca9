/** Runs scenarios against one gateway: many at a time, those that disturb others one after the other at the end. */
import { setTimeout as delay } from 'node:timers/promises';
import { gatewayClient, untilReady } from './client.ts';
import type { NamedScenario } from './load.ts';
import { hands, Mismatch } from './z.ts';

export interface Outcome {
  readonly name: string;
  readonly passed: boolean;
  readonly ms: number;
  /** Why it failed. */
  readonly reason?: string;
}

const TIME_LIMIT = 60_000;
/** Connections: one would make a hundred streams wait for each other. */
const CLIENTS = 4;

const reasonOf = (error: unknown): string => {
  if (error instanceof Mismatch) {
    const line = /scenarios\/\S+:\d+/.exec(error.stack ?? '')?.[0];
    return line ? `${error.message} (${line})` : error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};

/** Runs all scenarios; never rejects for a scenario that fails. `address` is `host:port`. */
export async function runScenarios(
  address: string,
  scenarios: readonly NamedScenario[],
  options: { parallel?: number; stillness?: number; tell?: (outcome: Outcome) => void } = {},
): Promise<Outcome[]> {
  const { parallel = 16, stillness, tell = () => undefined } = options;
  const clients = Array.from({ length: CLIENTS }, () => gatewayClient(address));
  const outcomes = new Map<string, Outcome>();

  async function one(scenario: NamedScenario, client: number): Promise<void> {
    const z = hands(clients[client % CLIENTS] ?? gatewayClient(address), stillness);
    const from = Date.now();
    const limit = new AbortController();
    let reason: string | undefined;
    try {
      if (scenario.incidents) await z.watchIncidents();
      await Promise.race([
        scenario.run(z),
        delay(TIME_LIMIT, undefined, { signal: limit.signal }).then(() => {
          throw new Mismatch(`not done within ${TIME_LIMIT} ms`);
        }),
      ]);
    } catch (error) {
      reason = reasonOf(error);
    } finally {
      limit.abort();
      await z.cleanUp();
    }
    const outcome = {
      name: scenario.name,
      passed: reason === undefined,
      ms: Date.now() - from,
      ...(reason === undefined ? {} : { reason }),
    };
    outcomes.set(scenario.name, outcome);
    tell(outcome);
  }
  async function all(waiting: readonly NamedScenario[], width: number): Promise<void> {
    const queue = [...waiting];
    const worker = async (index: number): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) await one(next, index);
    };
    await Promise.all(Array.from({ length: width }, (_, index) => worker(index)));
  }

  try {
    for (const client of clients) await untilReady(client);
    const isAlone = ({ incidents, alone }: NamedScenario) => Boolean(incidents || alone);
    await all(
      scenarios.filter((scenario) => !isAlone(scenario)),
      parallel,
    );
    await all(scenarios.filter(isAlone), 1);
  } finally {
    for (const client of clients) client.close();
  }
  return scenarios.flatMap(({ name }) => outcomes.get(name) ?? []);
}
