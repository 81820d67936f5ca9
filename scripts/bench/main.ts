/**
 * `npm run bench [-- case …]`: figures as JSON lines, one object per line. Cases: start, main-job, slips, broker; none named = all.
 * `npm run bench -- broker [options]` takes options of its own (broker.ts).
 * Everything is measured on the real product with its own database in a temporary folder.
 */
import { benchPdf } from '../../connectors/pdf/bench.ts';
import { buildWebIfStale } from '../build-web.ts';
import { root } from '../stack.ts';
import { benchBroker } from './broker.ts';
import { benchMainJob } from './main-job.ts';
import { benchStart } from './start.ts';

const [first, ...rest] = process.argv.slice(2);
const options = first === 'broker' ? rest : [];

const cases: Readonly<Record<string, () => Promise<readonly object[]> | AsyncGenerator<object>>> = {
  start: benchStart,
  'main-job': benchMainJob,
  slips: async () => [await benchPdf()],
  broker: () => benchBroker(options),
};
const wanted = first === 'broker' ? ['broker'] : process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in cases));
if (unknown.length > 0) {
  console.error(`unknown case ${unknown.join(', ')}; there are ${Object.keys(cases).join(', ')}`);
  process.exit(1);
}
if (first !== 'broker') await buildWebIfStale(root, console.error);
for (const [name, run] of Object.entries(cases))
  if (wanted.length === 0 || wanted.includes(name))
    for await (const figure of await run()) console.log(JSON.stringify({ ...figure, case: name }));
process.exit(0);
