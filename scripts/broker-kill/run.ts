/** Kills broker and PostgreSQL at random moments under load, and says what the broker owes afterwards. */
import { setTimeout as delay } from 'node:timers/promises';
import { random } from '../random.ts';
import { audit } from './audit.ts';
import { createLedger } from './ledger.ts';
import { startLoad } from './load.ts';
import { childrenOf, startKillable } from './processes.ts';

export interface KillOptions {
  readonly kills: number;
  readonly seed: number;
  /** Told now and then. */
  readonly onProgress?: (line: string) => void;
}
export interface KillResult {
  readonly faults: readonly string[];
  /** By what was killed. */
  readonly killed: Readonly<Record<Victim, number>>;
  readonly acknowledgedInstances: number;
  readonly answers: number;
  readonly seconds: number;
}

/** The broker, PostgreSQL's first process, or any of its backends (which makes it recover by itself). */
type Victim = 'broker' | 'postgres' | 'backend';
const victims: readonly Victim[] = ['broker', 'broker', 'postgres', 'backend'];

/** Answers between two kills, so that each meets a working broker. */
const MIN_ANSWERS = 25;
/** Longest random pause before a kill, in ms. */
const MAX_PAUSE = 400;
/** After so long without the answers the broker counts as stuck, in ms. */
const STUCK = 60_000;

function kill(pid: number | undefined): boolean {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false; // it ended between the look and the kill
  }
}

/** One run; the seed decides who dies and when, as far as the machine lets it. */
export async function runKills({ kills, seed, onProgress }: KillOptions): Promise<KillResult> {
  const begun = Date.now();
  const draw = random(seed);
  const ledger = createLedger();
  const broker = await startKillable();
  const killed: Record<Victim, number> = { broker: 0, postgres: 0, backend: 0 };
  const total = (): number => killed.broker + killed.postgres + killed.backend;
  try {
    const load = await startLoad(broker.address, ledger, random(seed + 1));
    try {
      while (total() < kills) {
        const before = ledger.answers;
        const stuck = Date.now() + STUCK;
        while (ledger.answers < before + MIN_ANSWERS && Date.now() < stuck) await delay(5);
        if (ledger.answers < before + MIN_ANSWERS) {
          ledger.fault(`a minute after kill ${total()} the broker still does not work`);
          break;
        }
        await delay(draw() * MAX_PAUSE);
        const victim = victims[Math.floor(draw() * victims.length)] ?? 'broker';
        const backends = victim === 'backend' ? childrenOf(broker.postgresPid()) : [];
        const pid = {
          broker: broker.brokerPid(),
          postgres: broker.postgresPid(),
          backend: backends[Math.floor(draw() * backends.length)],
        }[victim];
        if (!kill(pid)) continue;
        killed[victim]++;
        if (total() % 20 === 0)
          onProgress?.(
            `${total()} kills, ${ledger.created.size} instances acknowledged, ${ledger.faults.length} faults`,
          );
      }
      load.stopCreating();
      return {
        faults: [...(await audit(broker.databaseUrl, ledger)), ...ledger.faults],
        killed,
        acknowledgedInstances: ledger.created.size,
        answers: ledger.answers,
        seconds: Math.round((Date.now() - begun) / 1000),
      };
    } finally {
      await load.stop();
    }
  } finally {
    await broker.stop();
  }
}
