/** The embedded broker on an embedded PostgreSQL of its own, in a temporary folder that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '../../engine/broker/index.ts';
import { startPostgres } from '../../engine/broker/operation/embedded-postgres.ts';

interface RunningBroker {
  /** `host:port` */
  readonly address: string;
  stop(): Promise<void>;
}

export async function startEmbedded(): Promise<RunningBroker> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-conformance-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'pg'), fsync: false });
  const broker = await startBroker({ databaseUrl: postgres.url });
  return {
    address: broker.address,
    async stop() {
      await broker.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
