/**
 * `npm run chaos -- --kills 100 --dossiers 200 --lanes 6 --seed 1`: runs dossiers through the product as citizens and officials do,
 * kills a process at random (database, broker, worker, sandbox, web) again and again with -9, and then looks whether every
 * dossier is complete, once. Exit 0 only if so. The seed makes the order of victims repeatable.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { buildWebIfStale } from './build-web.ts';
import { findFaults } from './chaos-audit.ts';
import { root, type Stack, startStack } from './stack.ts';
import { communes, type Officials, officialsOf, runMainJob, windowsOf } from './story/main-job.ts';
import { temporaryConfig } from './temporary-config.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    dossiers: { type: 'string', default: '200' },
    lanes: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
const dossiers = Number(values.dossiers);
const lanes = Math.min(Number(values.lanes), dossiers);
/** A page may be away this long: longer than any restart, shorter than a person's patience with a test. */
const PATIENCE_MS = 90_000;
/** Steps of one story that count as progress: submit, then wait and act for each of six tasks. */
const STEPS = 13;

/** Small repeatable generator (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const progress = { steps: 0, done: 0, killed: new Map<string, number>() };
const killedSoFar = () => [...progress.killed.values()].reduce((sum, n) => sum + n, 0);

/** Spreads the kills evenly over the run, never two within a third of a second. */
async function killAtRandom(stack: Stack, finished: () => boolean): Promise<void> {
  const draw = random(Number(values.seed));
  const victims = ['postgres', ...stack.children.keys()];
  while (killedSoFar() < kills && !finished()) {
    const due = Math.floor((progress.steps / (dossiers * STEPS)) * kills * 1.05);
    if (killedSoFar() > due) {
      await delay(50);
      continue;
    }
    await delay(300 + draw() * 700);
    const name = victims[Math.floor(draw() * victims.length)] ?? 'worker';
    const pid = name === 'postgres' ? stack.databasePid() : stack.children.get(name)?.pid();
    if (!pid) continue;
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      continue; // it died between the look and the kill
    }
    progress.killed.set(name, (progress.killed.get(name) ?? 0) + 1);
  }
}

async function runLane(
  lane: number,
  people: readonly Officials[],
  next: () => number | undefined,
  baseUrl: string,
  failures: string[],
): Promise<void> {
  const options = { baseUrl, patienceMs: PATIENCE_MS, onStep: () => void progress.steps++ };
  const commune = communes[lane % communes.length];
  const signedIn = people[lane % communes.length];
  if (!commune || !signedIn) return;
  const officials = windowsOf(signedIn);
  for (let n = next(); n !== undefined; n = next()) {
    try {
      await runMainJob(n, commune, officials, options);
      progress.done++;
    } catch (error) {
      failures.push(`dossier ${n}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

let failed = true;
const startedAt = Date.now();
await buildWebIfStale(root, console.log);
const { config, remove } = await temporaryConfig('chaos');
const stack = await startStack({
  config,
  progress: () => undefined,
  notice: (line) => process.env.VERBOSE && console.log(line),
});
const stopAll = async () => {
  await stack.stop();
  process.exit(1);
};
process.on('SIGINT', stopAll);
process.on('SIGTERM', stopAll);
try {
  let number = 0;
  const next = () => (number < dossiers ? ++number : undefined);
  const failures: string[] = [];
  const people = await Promise.all(
    communes.map((commune) => officialsOf(commune, { baseUrl: config.PUBLIC_URL, patienceMs: PATIENCE_MS })),
  );
  let over = false;
  const reporter = setInterval(
    () =>
      console.log(
        `${Math.round((Date.now() - startedAt) / 1000)} s: ${progress.done} of ${dossiers} dossiers returned, ${killedSoFar()} kills`,
      ),
    15_000,
  );
  const killer = killAtRandom(stack, () => over);
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) => runLane(lane, people, next, config.PUBLIC_URL, failures)),
  );
  over = true;
  await killer;
  clearInterval(reporter);
  const faults = [...failures, ...(await findFaults(stack, dossiers))];
  const killed = [...progress.killed].map(([name, n]) => `${name} ${n}`).join(', ');
  console.log(
    `${progress.done} of ${dossiers} dossiers returned in ${Math.round((Date.now() - startedAt) / 1000)} s under ${killedSoFar()} kills (${killed}), seed ${values.seed}`,
  );
  if (killedSoFar() < kills) faults.push(`only ${killedSoFar()} of ${kills} kills happened`);
  for (const fault of faults) console.error(`FAULT ${fault}`);
  console.log(faults.length === 0 ? 'every dossier complete, once' : `${faults.length} faults`);
  failed = faults.length > 0;
} finally {
  await stack.stop();
  if (failed || values.keep) console.log(`left for a look: ${config.DATA_DIR}`);
  else remove();
}
process.exit(failed ? 1 : 0);
