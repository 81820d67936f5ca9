/**
 * `npm run broker:fuzz -- [--seed 1] [--amount 10] [--only "FEEL bombs"]`: random bytes, random messages, hostile models, sockets and
 * crowds against a broker of its own, with a well-behaved client beside. Exit 0 only if that one was served all the time.
 */
import { parseArgs } from 'node:util';
import { runFuzz } from './broker-fuzz/run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    amount: { type: 'string', default: '10' },
    only: { type: 'string', multiple: true, default: [] },
  },
});
const { faults, slowest, median, peakMemory } = await runFuzz({
  seed: Number(values.seed),
  amount: Number(values.amount),
  only: values.only,
  onProgress: console.log,
});
console.log(
  `well-behaved client: median ${median} ms, slowest ${slowest} ms; memory ${peakMemory} MB at most; seed ${values.seed}`,
);
for (const fault of faults) console.error(`FAULT ${fault}`);
process.exit(faults.length === 0 ? 0 : 1);
