/**
 * `npm run broker:kill -- --kills 500 --seed 1`: kills the broker, PostgreSQL or one of its backends with -9 at random moments under
 * load, and checks that what was acknowledged is there exactly once. Exit 0 only if so.
 */
import { parseArgs } from 'node:util';
import { runKills } from './broker-kill/run.ts';

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
const result = await runKills({
  kills: Number(values.kills),
  seed: Number(values.seed),
  onProgress: console.log,
});
const { killed, seconds, acknowledgedInstances, answers, faults } = result;
const victims = Object.entries(killed).map(([name, count]) => `${name} ${count}`);
console.log(
  `${seconds} s, kills: ${victims.join(', ')}; ${answers} answers, ${acknowledgedInstances} acknowledged instances; seed ${values.seed}`,
);
for (const fault of faults) console.error(`FAULT ${fault}`);
console.log(faults.length === 0 ? 'everything acknowledged is there, once' : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
