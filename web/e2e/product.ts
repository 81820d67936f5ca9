/** The whole product for browser tests: real processes on free ports, on the embedded broker or on ZEEBE_ADDRESS. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWebIfStale } from '../../scripts/build-web.ts';
import { readConfig } from '../../scripts/config.ts';
import { freePort } from '../../scripts/embedded-postgres.ts';
import { root, type Stack, startStack } from '../../scripts/stack.ts';

export interface Product {
  readonly stack: Stack;
  readonly url: string;
  readonly sandbox: string;
  readonly stop: () => Promise<void>;
}

export async function startProduct(): Promise<Product> {
  await buildWebIfStale(root, () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'motcua-e2e-'));
  const read = readConfig({
    DATA_DIR: folder,
    PORT: String(await freePort()),
    BROKER_PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
    SMTP_PORT: String(await freePort()),
    ZEEBE_ADDRESS: process.env.ZEEBE_ADDRESS,
  });
  if (!read.ok) throw new Error(read.mistakes.join('\n'));
  const stack = await startStack({
    config: read.config,
    progress: () => undefined,
    notice: (line) => console.error(line),
  });
  return {
    stack,
    url: read.config.PUBLIC_URL,
    sandbox: `http://127.0.0.1:${read.config.SANDBOX_PORT}`,
    stop: async () => {
      await stack.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
