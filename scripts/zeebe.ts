/**
 * `npm run zeebe`: a real Zeebe 8.5.8 single broker from Maven Central, for proving that the same files run on both
 * engines. Needs Maven and a JDK ≥ 21; says why and exits non-zero when they are missing.
 * The archive carries the Zeebe Community License 1.1; nothing of it enters this repository.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Zeebe } from '@camunda8/sdk';
import { freePort } from '../engine/broker/operation/embedded-postgres.ts';

const VERSION = '8.5.8';
const cache = resolve(import.meta.dirname, '..', '.zeebe');

export interface RunningZeebe {
  /** `host:port` of the gateway. */
  readonly address: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Why a real broker cannot be had here. */
export class ZeebeUnavailable extends Error {}

function majorOf(java: string): number {
  try {
    // `java -version` speaks on stderr.
    const words = execFileSync('sh', ['-c', '"$1" -version 2>&1', 'sh', java], { encoding: 'utf8' });
    return Number(/version "(\d+)/.exec(words)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** JAVA_HOME, the system's virtual machines, then PATH: the first of version 21 or later. */
function findJavaHome(): string {
  const homes = [
    process.env.JAVA_HOME,
    ...(existsSync('/usr/lib/jvm')
      ? readdirSync('/usr/lib/jvm').map((name) => join('/usr/lib/jvm', name))
      : []),
  ];
  const found = homes.find(
    (home) => home && existsSync(join(home, 'bin/java')) && majorOf(join(home, 'bin/java')) >= 21,
  );
  if (found) return found;
  if (majorOf('java') >= 21)
    return execFileSync('sh', ['-c', 'dirname "$(dirname "$(readlink -f "$(command -v java)")")"'], {
      encoding: 'utf8',
    }).trim();
  throw new ZeebeUnavailable('Zeebe needs a JDK ≥ 21: none found in JAVA_HOME, /usr/lib/jvm or PATH');
}

/** Fetches and unpacks the broker once; later runs find it in `.zeebe/`. Returns its folder. */
function fetchBroker(say: (line: string) => void): string {
  const folder = join(cache, `camunda-zeebe-${VERSION}`);
  if (existsSync(join(folder, 'bin/broker'))) return folder;
  mkdirSync(cache, { recursive: true });
  const archive = join(cache, `camunda-zeebe-${VERSION}.tar.gz`);
  if (!existsSync(archive)) {
    try {
      execFileSync('mvn', ['-version'], { stdio: 'ignore' });
    } catch {
      throw new ZeebeUnavailable('Zeebe is fetched with Maven (mvn), which was not found on PATH');
    }
    say(`fetching io.camunda:camunda-zeebe:${VERSION} (212 MB, once)`);
    try {
      execFileSync(
        'mvn',
        [
          '-q',
          '-B',
          'dependency:copy',
          `-Dartifact=io.camunda:camunda-zeebe:${VERSION}:tar.gz`,
          `-DoutputDirectory=${cache}`,
        ],
        { stdio: 'pipe', timeout: 900_000 },
      );
    } catch (error) {
      throw new ZeebeUnavailable(
        `Maven could not fetch io.camunda:camunda-zeebe:${VERSION}:tar.gz: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
      );
    }
  }
  execFileSync('tar', ['-xzf', archive, '-C', cache]);
  rmSync(archive);
  return folder;
}

async function untilReady(address: string, child: ChildProcess): Promise<void> {
  const client = new Zeebe.ZeebeGrpcClient({
    config: {
      ZEEBE_GRPC_ADDRESS: `grpc://${address}`,
      CAMUNDA_AUTH_STRATEGY: 'NONE',
      zeebeGrpcSettings: { ZEEBE_GRPC_CLIENT_RETRY: false, ZEEBE_CLIENT_LOG_LEVEL: 'NONE' },
    },
  });
  try {
    for (let i = 0; i < 180; i++) {
      if (child.exitCode !== null)
        throw new ZeebeUnavailable(`The broker ended with ${child.exitCode} while starting`);
      const topology = await client.topology().catch(() => undefined);
      if (
        topology?.brokers.some((broker) =>
          broker.partitions.some((partition) => String(partition.role) === 'LEADER'),
        )
      )
        return;
      await delay(500);
    }
    throw new ZeebeUnavailable('The broker was not ready within 90 s');
  } finally {
    await client.close();
  }
}

/**
 * Starts a broker with one partition and no exporter on 127.0.0.1, its data in a temporary folder that goes with it.
 * `port` is the gateway's; all others are free ones. Throws ZeebeUnavailable with the reason.
 */
export async function startZeebe(
  options: { port?: number; say?: (line: string) => void } = {},
): Promise<RunningZeebe> {
  const say = options.say ?? (() => undefined);
  const javaHome = findJavaHome();
  const folder = fetchBroker(say);
  const data = mkdtempSync(join(tmpdir(), 'motcua-zeebe-'));
  const port = options.port ?? (await freePort());
  const ports = {
    command: await freePort(),
    internal: await freePort(),
    management: await freePort(),
    rest: await freePort(),
  };
  // A file, not a pipe: the broker must not stall when this process is busy.
  const log = openSync(join(data, 'broker.log'), 'a');
  const child = spawn(join(folder, 'bin/broker'), [], {
    stdio: ['ignore', log, log],
    detached: true,
    env: {
      ...process.env,
      JAVA_HOME: javaHome,
      JAVACMD: join(javaHome, 'bin/java'),
      JAVA_OPTS: '-Xmx512m -XX:+UseSerialGC',
      ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
      ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
      ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(port),
      ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(ports.command),
      ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(ports.internal),
      MANAGEMENT_SERVER_PORT: String(ports.management),
      SERVER_PORT: String(ports.rest),
      ZEEBE_BROKER_DATA_DIRECTORY: join(data, 'data'),
      ZEEBE_BROKER_DATA_LOGSEGMENTSIZE: '16MB',
      ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT: '64MB',
      ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING: '200MB',
      ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION: '100MB',
    },
  });
  closeSync(log);
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null && child.pid)
      process.kill(-child.pid, 'SIGTERM');
    await Promise.race([exited, delay(15_000)]);
    if (child.exitCode === null && child.signalCode === null && child.pid)
      process.kill(-child.pid, 'SIGKILL');
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilReady(`127.0.0.1:${port}`, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address: `127.0.0.1:${port}`, pid: Number(child.pid), stop };
}

if (process.argv[1] === import.meta.filename) {
  try {
    const zeebe = await startZeebe({ port: Number(process.env.BROKER_PORT ?? 26_500), say: console.log });
    console.log(
      `Zeebe ${VERSION} serves ${zeebe.address}; use it with ZEEBE_ADDRESS=${zeebe.address} npm start. Ctrl-C ends it.`,
    );
    const end = async () => {
      await zeebe.stop();
      process.exit(0);
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  } catch (error) {
    console.error(error instanceof ZeebeUnavailable ? error.message : error);
    process.exit(1);
  }
}
