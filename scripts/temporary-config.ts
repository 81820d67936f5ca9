/** Settings for a product of its own: free ports, data in a new temporary folder. For kill test, benchmark and browser tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../engine/broker/operation/embedded-postgres.ts';
import { readConfig, type StartConfig } from './config.ts';

/** The engine is the embedded broker unless ZEEBE_ADDRESS is set. `remove` deletes the data folder. */
export async function temporaryConfig(purpose: string): Promise<{ config: StartConfig; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), `motcua-${purpose}-`));
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
