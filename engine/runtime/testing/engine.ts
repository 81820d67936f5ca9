/** The engine tests run on: TEST_ZEEBE_ADDRESS if given, else the embedded broker on the test's database. */
import { startBroker } from '../../broker/index.ts';

export interface TestEngine {
  readonly address: string;
  close(): Promise<void>;
}

export async function testEngine(databaseUrl: string): Promise<TestEngine> {
  const address = process.env.TEST_ZEEBE_ADDRESS;
  return address ? { address, close: async () => undefined } : startBroker({ databaseUrl });
}
