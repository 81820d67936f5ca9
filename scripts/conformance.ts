/**
 * `npm run conformance -- [--address host:port] [--compare host:port] [--zeebe] [--only text] [--report file.md]`: the conformance
 * suite on one gateway or on two. Without `--address` the embedded broker is started on an embedded PostgreSQL of its own; `--zeebe`
 * starts a real Zeebe to compare with (exit 3 when there is none to be had). Exit 1 when a scenario fails anywhere.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadScenarios } from '../engine/broker/conformance/load.ts';
import { type EngineRun, failures, json, markdown, summary } from '../engine/broker/conformance/report.ts';
import { runScenarios } from '../engine/broker/conformance/run.ts';
import { endings } from './conformance/ends.ts';
import { startZeebe, ZeebeUnavailable } from './zeebe.ts';

const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    compare: { type: 'string' },
    zeebe: { type: 'boolean' },
    only: { type: 'string' },
    report: { type: 'string' },
    parallel: { type: 'string' },
  },
});
const scenarios = await loadScenarios(values.only);
const ends = endings();

async function engines(): Promise<{ engine: string; address: string }[]> {
  const all = [];
  if (values.address) all.push({ engine: values.address, address: values.address });
  else {
    const { startEmbedded } = await import('./conformance/embedded.ts');
    const broker = await startEmbedded();
    ends.add(() => broker.stop());
    all.push({ engine: 'embedded', address: broker.address });
  }
  if (values.compare) all.push({ engine: values.compare, address: values.compare });
  if (values.zeebe) {
    const zeebe = await startZeebe({ say: console.log });
    ends.add(() => zeebe.stop());
    all.push({ engine: 'Zeebe 8.5.8', address: zeebe.address });
  }
  return all;
}

let exitCode = 0;
try {
  const runs: EngineRun[] = [];
  for (const { engine, address } of await engines()) {
    const from = Date.now();
    const outcomes = await runScenarios(address, scenarios, {
      parallel: Number(values.parallel ?? 16),
      tell: ({ name, passed, reason }) => {
        if (!passed)
          console.log(`FAILED  ${name} on ${engine}\n        ${reason?.replaceAll('\n', '\n        ')}`);
      },
    });
    runs.push({ engine, outcomes, ms: Date.now() - from });
  }
  if (values.report) {
    writeFileSync(values.report, markdown(scenarios, runs));
    writeFileSync(`${values.report.replace(/\.md$/, '')}.json`, json(scenarios, runs));
  }
  for (const run of runs) console.log(summary(run));
  const failed = runs.reduce((sum, run) => sum + failures(run).length, 0);
  console.log(`${runs.length * scenarios.length - failed} passed, ${failed} failed`);
  if (scenarios.length === 0 || failed > 0) exitCode = 1;
} catch (error) {
  if (!(error instanceof ZeebeUnavailable)) throw error;
  console.error(error.message);
  exitCode = 3;
} finally {
  await ends.all();
}
process.exit(exitCode);
