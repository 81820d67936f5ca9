/** A product of its own for a benchmark: temporary data, free ports, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, type StartConfig } from '../config.ts';
import { freePort } from '../embedded-postgres.ts';

/** Settings on free ports with data in a new temporary folder; `remove` deletes that folder. */
export async function temporaryConfig(): Promise<{ config: StartConfig; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const read = readConfig({
    DATA_DIR: folder,
    PORT: String(await freePort()),
    BROKER_PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
    SMTP_PORT: String(await freePort()),
    ZEEBE_ADDRESS: process.env.ZEEBE_ADDRESS,
  });
  if (!read.ok) throw new Error(read.mistakes.join('\n'));
  return { config: read.config, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
