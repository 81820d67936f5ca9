/** Rounds of load on one or more engines in turn, so that what else goes on on the machine meets all of them. */
import { quantile, round } from '../figures.ts';
import type { Answer, Worker } from './driver.ts';
import type { Driver, Engine } from './engines.ts';
import type { Library } from './grpc.ts';

export interface LoadPlan {
  readonly models: readonly string[];
  /** Clients at once. */
  readonly clients: readonly number[];
  readonly rounds: number;
  /** Length of a round. */
  readonly seconds: number;
  /** Load before the first round of an engine, in seconds: Java compiles while it runs. */
  readonly warmUp: number;
  readonly worker: Worker;
  readonly library: Library;
}

interface Round {
  readonly answer: Answer;
  /** CPU seconds of each part of the engine. */
  readonly cpu: Readonly<Record<string, number>>;
}

const median = (values: readonly number[]): number => quantile(values, 0.5);
const latencies = (rounds: readonly Round[], of: 'instance' | 'create' | 'job') => ({
  p50: round(median(rounds.map(({ answer }) => quantile(answer[of], 0.5)))),
  p99: round(median(rounds.map(({ answer }) => quantile(answer[of], 0.99)))),
});
const perThousand = (value: number): number => Math.round(value * 1000) / 1000;

/** Medians of the rounds. CPU is in seconds per 1 000 instances; `driverCores` is how much of a core the driver used. */
export function summary(rounds: readonly Round[]): object {
  const parts = Object.keys(rounds[0]?.cpu ?? {});
  return {
    instancesPerSecond: Math.round(median(rounds.map(({ answer }) => answer.instances / answer.seconds))),
    spread: rounds.map(({ answer }) => Math.round(answer.instances / answer.seconds)),
    milliseconds: {
      instance: latencies(rounds, 'instance'),
      create: latencies(rounds, 'create'),
      job: latencies(rounds, 'job'),
    },
    cpuPerThousand: Object.fromEntries(
      [...parts, 'driver'].map((part) => [
        part,
        perThousand(
          median(
            rounds.map(
              ({ answer, cpu }) =>
                ((part === 'driver' ? answer.cpu : (cpu[part] ?? 0)) / answer.instances) * 1000,
            ),
          ),
        ),
      ]),
    ),
    driverCores: round(median(rounds.map(({ answer }) => answer.cpu / answer.seconds))),
    refused: rounds.reduce((sum, { answer }) => sum + answer.refused, 0),
  };
}

/** One round. */
export async function runRound(
  engine: Engine,
  driver: Driver,
  order: { model: string; clients: number; seconds: number; worker: Worker; library: Library },
): Promise<Round> {
  const before = engine.cpu();
  const answer = await driver.run({ address: engine.address, ...order });
  const after = engine.cpu();
  return {
    answer,
    cpu: Object.fromEntries(
      Object.entries(after).map(([part, value]) => [part, value - (before[part] ?? 0)]),
    ),
  };
}

/** A line per model, number of clients and engine, and one per model on what was written. */
export async function* measureLoad(
  engines: readonly Engine[],
  driver: Driver,
  plan: LoadPlan,
): AsyncGenerator<object> {
  const { seconds, worker, library } = plan;
  for (const engine of engines)
    await driver.run({
      address: engine.address,
      model: plan.models[0] ?? 'one-task',
      clients: 32,
      seconds: plan.warmUp,
      worker,
      library,
    });
  for (const model of plan.models) {
    for (const engine of engines)
      await driver.run({
        address: engine.address,
        model,
        clients: 32,
        seconds: plan.warmUp / 4,
        worker,
        library,
      });
    for (const clients of plan.clients) {
      const rounds = new Map(engines.map((engine): [Engine, Round[]] => [engine, []]));
      for (let index = 0; index < plan.rounds; index++)
        for (const [engine, done] of rounds)
          done.push(await runRound(engine, driver, { model, clients, seconds, worker, library }));
      for (const [engine, done] of rounds)
        yield {
          engine: engine.name,
          model,
          clients,
          worker,
          library,
          ...summary(done),
          memory: engine.memory(),
        };
    }
    for (const engine of engines) {
      if (!engine.writes) continue;
      const before = await engine.writes();
      const answer = await driver.run({
        address: engine.address,
        model,
        clients: 32,
        seconds,
        worker,
        library,
      });
      const after = await engine.writes();
      yield {
        engine: engine.name,
        model,
        clients: 32,
        rowsPerInstance: round((after.rows - before.rows) / answer.instance.length),
        hotUpdatesPerInstance: round((after.hotUpdates - before.hotUpdates) / answer.instance.length),
        walBytesPerInstance: Math.round((after.walBytes - before.walBytes) / answer.instance.length),
      };
    }
  }
}
