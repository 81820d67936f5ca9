/** Attacks a broker from all sides, and looks how a well-behaved client beside fares. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../engine/broker/operation/embedded-postgres.ts';
import { testClient } from '../../engine/broker/testing/client.ts';
import { spawnBroker } from '../broker-kill/processes.ts';
import { random } from '../random.ts';
import { type Attack, judged } from './attack.ts';
import { startCanary } from './canary.ts';
import { messageAttacks } from './messages.ts';
import { modelAttacks } from './models.ts';
import { socketAttacks } from './sockets.ts';

export const attacks: readonly Attack[] = [...messageAttacks, ...modelAttacks, ...socketAttacks];

export interface FuzzOptions {
  readonly seed: number;
  /** 1 is the small share for every test run. */
  readonly amount: number;
  /** Names of attacks; none: all. */
  readonly only?: readonly string[];
  readonly onProgress?: (line: string) => void;
}
export interface FuzzResult {
  readonly faults: readonly string[];
  /** Milliseconds of the slowest instance of the well-behaved client. */
  readonly slowest: number;
  readonly median: number;
  /** MB. */
  readonly peakMemory: number;
}

/** Beyond it a client would have given up, in ms. */
const PATIENCE = 10_000;
/** MB. */
const MAX_MEMORY = 1_500;

/** Starts a broker of its own and runs the attacks one after the other. */
export async function runFuzz({ seed, amount, only = [], onProgress }: FuzzOptions): Promise<FuzzResult> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-broker-fuzz-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), fsync: false });
  const faults: string[] = [];
  try {
    const broker = await spawnBroker(['--database', postgres.url, '--port', '0'], process.env.LOG_LEVEL);
    void broker.exited.then((how) => faults.push(`the broker ended: ${String(how)}`));
    const canary = await startCanary(broker.address, Number(broker.child.pid));
    const draw = random(seed);
    for (const attack of attacks) {
      if (only.length > 0 && !only.includes(attack.name)) continue;
      const client = testClient(broker.address, {
        'grpc.use_local_subchannel_pool': 1,
        'grpc.max_send_message_length': -1,
      });
      const note = (fault: string): void => {
        if (faults.length < 50) faults.push(`${attack.name}: ${fault}`);
      };
      const { length } = canary.latencies;
      await attack
        .run({ client, address: broker.address, draw, amount, note, tryCall: judged(client, note) })
        .catch((error: unknown) => note(String(error)));
      client.close();
      const beside = canary.latencies.slice(length);
      onProgress?.(
        `${attack.name}: the other client did ${beside.length} instances, slowest ${Math.round(Math.max(0, ...beside))} ms, memory so far ${Math.round(canary.peak())} MB`,
      );
    }
    await canary.stop();
    const { latencies, failures } = canary;
    const slowest = Math.round(Math.max(0, ...latencies));
    const peakMemory = Math.round(canary.peak());
    faults.push(...failures.map((text) => `the well-behaved client: ${text}`));
    if (slowest > PATIENCE) faults.push(`the well-behaved client waited ${slowest} ms`);
    if (peakMemory > MAX_MEMORY) faults.push(`the broker took ${peakMemory} MB`);
    const result = {
      faults: [...faults],
      slowest,
      median: Math.round(latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length / 2)] ?? 0),
      peakMemory,
    };
    broker.child.kill('SIGTERM');
    await broker.exited;
    return result;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
