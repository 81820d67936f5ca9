/** The whole product for browser tests: real processes on free ports, on the embedded broker or on ZEEBE_ADDRESS. */
import { buildWebIfStale } from '../../scripts/build-web.ts';
import { root, type Stack, startStack } from '../../scripts/stack.ts';
import { temporaryConfig } from '../../scripts/temporary-config.ts';

export interface Product {
  readonly stack: Stack;
  readonly url: string;
  readonly sandbox: string;
  readonly stop: () => Promise<void>;
}

export async function startProduct(): Promise<Product> {
  await buildWebIfStale(root, () => undefined);
  const { config, remove } = await temporaryConfig('e2e');
  const stack = await startStack({
    config,
    progress: () => undefined,
    notice: (line) => console.error(line),
  });
  return {
    stack,
    url: config.PUBLIC_URL,
    sandbox: `http://127.0.0.1:${config.SANDBOX_PORT}`,
    stop: async () => {
      await stack.stop();
      remove();
    },
  };
}
