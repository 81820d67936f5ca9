/** Where the protocol's definition comes from: the client package here, a copy made at build time in the built broker (scripts/build-broker.ts). */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import protobuf from 'protobufjs';

/** The definition that the Apache-licensed client package carries. */
export function protocolRoot(): protobuf.Root {
  const sdk = createRequire(import.meta.url).resolve('@camunda8/sdk');
  return protobuf.loadSync(join(dirname(sdk), 'proto', 'zeebe.proto'));
}
