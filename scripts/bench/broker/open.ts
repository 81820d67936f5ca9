/** Many open instances and many waiting workers: throughput beside them, restart time, memory. */
import { round } from '../figures.ts';
import { type OurEngine, startDriver, startOurs } from './engines.ts';
import { type LoadPlan, runRound, summary } from './load.ts';
import { modelNamed } from './models.ts';

/** Instances that stay open are of another process than those that run beside them. */
const OPEN_MODEL = 'typical';
const BESIDE = { model: 'one-task', clients: 32 };
const POLLERS = 10_000;

async function beside(
  engine: OurEngine,
  driver: ReturnType<typeof startDriver>,
  plan: LoadPlan,
): Promise<object> {
  const order = { ...BESIDE, seconds: plan.seconds, worker: plan.worker, library: plan.library };
  await runRound(engine, driver, { ...order, seconds: plan.warmUp / 4 });
  const rounds = [];
  for (let index = 0; index < plan.rounds; index++) rounds.push(await runRound(engine, driver, order));
  return summary(rounds);
}

/** For each number of open instances: throughput of others beside them; restart after a kill until ready and until the first job. */
export async function* benchOpen(counts: readonly number[], plan: LoadPlan): AsyncGenerator<object> {
  const engine = await startOurs();
  const driver = startDriver();
  const { address } = engine;
  try {
    let open = 0;
    for (const count of [...counts].sort((a, b) => a - b)) {
      const begun = performance.now();
      if (count > open) await driver.order({ type: 'fill', address, model: OPEN_MODEL, count: count - open });
      const filled = (performance.now() - begun) / 1000;
      const created = count - open;
      open = count;
      const load = await beside(engine, driver, plan);
      const before = engine.memory();
      await engine.kill();
      const killed = Date.now();
      const jobType = modelNamed(OPEN_MODEL).jobType;
      const [, first] = await Promise.all([
        engine.restart(),
        open > 0 ? driver.order({ type: 'first-job', address, jobType }) : undefined,
      ]);
      yield {
        engine: engine.name,
        openInstances: count,
        createdPerSecond: created > 0 ? Math.round(created / filled) : undefined,
        beside: { ...BESIDE, ...load },
        memory: before,
        restart: {
          secondsToFirstJob: first === undefined ? undefined : round((first - killed) / 1000),
          memory: engine.memory(),
        },
      };
    }
  } finally {
    driver.stop();
    await engine.stop();
  }
}

/** Throughput and memory without and with ten thousand long polls that nothing comes for. */
export async function* benchPollers(plan: LoadPlan): AsyncGenerator<object> {
  const engine = await startOurs();
  const driver = startDriver();
  const crowd = startDriver();
  try {
    for (const count of [0, POLLERS]) {
      await crowd.order({ type: 'pollers', address: engine.address, count, connections: 20 });
      const load = await beside(engine, driver, plan);
      yield { engine: engine.name, pollers: count, beside: { ...BESIDE, ...load }, memory: engine.memory() };
    }
  } finally {
    driver.stop();
    crowd.stop();
    await engine.stop();
  }
}
