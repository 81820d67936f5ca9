/** The well-behaved client in a thread of its own, so that it waits for the broker only. */
import { setTimeout as delay } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { oneTask } from '../../engine/broker/testing/bpmn.ts';
import { testClient } from '../../engine/broker/testing/client.ts';

const { address } = workerData as { address: string };
const client = testClient(address, { 'grpc.use_local_subchannel_pool': 1 });
let running = true;
parentPort?.on('message', () => {
  running = false;
});
await client.deploy(oneTask('canary').replace('type="work"', 'type="canary"'));
parentPort?.postMessage({ ready: true });
while (running) {
  const begun = performance.now();
  try {
    await client.create('canary');
    const job = await client.job('canary', { requestTimeout: 20_000 });
    await client.complete(job);
    parentPort?.postMessage({ latency: performance.now() - begun });
  } catch (error) {
    parentPort?.postMessage({ failure: error instanceof Error ? error.message : String(error) });
    await delay(100);
  }
  await delay(20);
}
client.close();
parentPort?.close();
