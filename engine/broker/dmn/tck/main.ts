/**
 * `npm run dmn-tck -- <checkout> [--address host:port] [--against host:port] [--report file.md]`: runs the DMN TCK (levels 2 and 3) over whole
 * models and with each decision deployed alone, in this process or on a gateway. `--against` asks a second engine, usually a real
 * Zeebe, and lists the differences. Exits with 1 when level 2 is not complete or the other engine is right where this one is not.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gatewayEngine } from './gateway-engine.ts';
import { localEngine } from './local-engine.ts';
import { differences, markdown, totals } from './report.ts';
import { type Engine, type Result, runSuite } from './run.ts';
import { type Model, readSuite } from './suite.ts';

async function runAll(models: readonly Model[], engine: Engine): Promise<Result[]> {
  try {
    const whole = await runSuite(models, engine, 'whole');
    return [...whole, ...(await runSuite(models, engine, 'alone'))];
  } finally {
    await engine.close();
  }
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      address: { type: 'string' },
      against: { type: 'string' },
      report: { type: 'string' },
    },
  });
  const [checkout] = positionals;
  if (checkout === undefined) {
    console.error(
      'usage: npm run dmn-tck -- <checkout of github.com/dmn-tck/tck> [--address host:port] [--against host:port] [--report file.md]',
    );
    return 2;
  }
  const models = readSuite(checkout);
  const name = values.address ?? 'this engine';
  const ours = await runAll(
    models,
    values.address === undefined ? localEngine : gatewayEngine(values.address),
  );
  console.log(totals(name, ours).join('\n'));
  const other =
    values.against === undefined
      ? undefined
      : { name: values.against, results: await runAll(models, gatewayEngine(values.against)) };
  const found = other ? differences(ours, other.results) : [];
  const worse = found.filter(({ right, theirsRight }) => theirsRight && !right);
  if (other) {
    console.log(totals(other.name, other.results).join('\n'));
    console.log(`different answers: ${found.length}, right there and wrong here: ${worse.length}`);
  }
  if (values.report !== undefined) writeFileSync(values.report, markdown(name, ours, other));
  const levelTwo = ours.filter(({ level }) => level === 2);
  return worse.length === 0 && levelTwo.every(({ right }) => right) ? 0 : 1;
}

process.exitCode = await main();
