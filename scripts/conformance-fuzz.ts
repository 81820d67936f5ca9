/**
 * `npm run conformance:fuzz -- --zeebe host:port [--address host:port] [--runs 200] [--seed n] [--path p] [--keep-going]`: random
 * processes with random workers on two engines; prints the smallest case in which a client sees a difference. Without `--address` the
 * embedded broker is started; without `--zeebe` a real Zeebe is (exit 3 when there is none to be had). The same seed gives the same cases.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type GatewayClient, gatewayClient, untilReady } from '../engine/broker/conformance/client.ts';
import { behaviour } from '../engine/broker/conformance/fuzz/behaviour.ts';
import { type Case, drive } from '../engine/broker/conformance/fuzz/drive.ts';
import { randomProcess, textsOf } from '../engine/broker/conformance/fuzz/process.ts';
import { endings } from './conformance/ends.ts';
import { startZeebe, ZeebeUnavailable } from './zeebe.ts';

const { values } = parseArgs({
  options: {
    address: { type: 'string' },
    zeebe: { type: 'string' },
    runs: { type: 'string', default: '200' },
    seed: { type: 'string' },
    path: { type: 'string' },
    'keep-going': { type: 'boolean' },
  },
});

/** ms; what is the smallest by then is shown. */
const SHRINK_TIME = 120_000;

const ends = endings();

async function addressOf(
  given: string | undefined,
  start: () => Promise<{ address: string; stop(): Promise<void> }>,
) {
  if (given) return given;
  const started = await start();
  ends.add(() => started.stop());
  return started.address;
}

const embeddedAddress = () =>
  addressOf(values.address, async () => (await import('./conformance/embedded.ts')).startEmbedded());

class Difference extends Error {}

/** What goes wrong on the way (a time-out of a busy machine, say) stands in the trace, so that it is tried again. */
async function driven(engine: string, client: GatewayClient, one: Case): Promise<string[]> {
  try {
    return await drive(client, one);
  } catch (error) {
    return [`${engine} failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`];
  }
}

/** The lines up to the first that differs, then both. */
function difference(one: readonly string[], other: readonly string[]): string | undefined {
  const at = Array.from({ length: Math.max(one.length, other.length) }).findIndex(
    (_, index) => one[index] !== other[index],
  );
  // an internal failure of Zeebe (an error caught by a scope that was interrupted and then modified) is no behaviour to follow
  if (at < 0 || other[at]?.includes('Expected to find event scope that is accepting events'))
    return undefined;
  const rest = (lines: readonly string[], mark: string) =>
    lines.slice(at, at + 6).map((line) => `${mark} ${line}`);
  return [
    ...one.slice(0, at).map((line) => `  ${line}`),
    ...rest(one, 'ours  |'),
    ...rest(other, 'Zeebe |'),
  ].join('\n');
}

const cases = fc.record<Case>({ process: randomProcess, behaviour });

/** The processes and what was done with them. */
function shown({ process, behaviour: done }: Case): string[] {
  const body = (text: string) =>
    (/<bpmn:process[\s\S]*<\/bpmn:process>/.exec(text)?.[0] ?? text).replaceAll(
      /<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g,
      '',
    );
  const [main = '', child = ''] = textsOf(process).map(body);
  return [main, ...(main.includes('callActivity') ? [child] : []), JSON.stringify(done)];
}

async function main(): Promise<number> {
  const ours = gatewayClient(await embeddedAddress());
  const zeebe = gatewayClient(await addressOf(values.zeebe, () => startZeebe({ say: console.log })));
  ends.add(async () => {
    ours.close();
    zeebe.close();
  });
  await Promise.all([untilReady(ours), untilReady(zeebe)]);
  let ran = 0;
  let refused = 0;
  let differences = 0;
  const runs = Number(values.runs);
  const firstSeed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);

  async function compare(one: Case): Promise<string | undefined> {
    const [a, b] = await Promise.all([driven('ours', ours, one), driven('Zeebe', zeebe, one)]);
    ran++;
    if (ran % 100 === 0) console.log(`${ran} runs on both engines`);
    if (a[0] !== 'deploy: ok' && b[0] !== 'deploy: ok') refused++;
    return difference(a, b);
  }

  /** One property check: up to the first difference, which is made small. Returns how many processes it ran. */
  async function round(seed: number, numRuns: number): Promise<number> {
    let shrinkUntil = Number.POSITIVE_INFINITY;
    /** A difference counts when it comes again: time plays a part in both engines. */
    async function check(one: Case): Promise<void> {
      if (Date.now() > shrinkUntil) return;
      let found: string | undefined;
      for (let turn = 0; turn < 3; turn++) {
        found = await compare(one);
        if (found === undefined) return;
      }
      if (shrinkUntil === Number.POSITIVE_INFINITY) {
        console.log(`seed ${seed}: a difference, looking for the smallest process that shows it`);
        shrinkUntil = Date.now() + SHRINK_TIME;
      }
      throw new Difference(found);
    }
    const result = await fc.check(fc.asyncProperty(cases, check), {
      seed,
      numRuns,
      ...(values.path === undefined ? {} : { path: values.path }),
    });
    if (!result.failed) return result.numRuns;
    differences++;
    const [smallest] = result.counterexample ?? [];
    const lines = [
      `\nDIFFERENCE, seed ${seed}, path ${result.counterexamplePath}, after ${result.numRuns} processes and ${result.numShrinks} shrinks`,
      ...(smallest ? shown(smallest) : []),
      result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance),
    ];
    console.log(lines.join('\n'));
    return result.numRuns;
  }

  const from = Date.now();
  for (let done = 0, turn = 0; done < runs && (turn === 0 || values['keep-going']); turn++)
    done += await round(firstSeed + turn, runs - done);
  console.log(
    `seed ${firstSeed}: ${ran} runs of processes on both engines, ${refused} refused by both, ${differences} differences (${Math.round((Date.now() - from) / 1000)} s)`,
  );
  return differences === 0 ? 0 : 1;
}

let exitCode = 1;
try {
  exitCode = await main();
} catch (error) {
  if (!(error instanceof ZeebeUnavailable)) throw error;
  console.error(error.message);
  exitCode = 3;
} finally {
  await ends.all();
}
process.exit(exitCode);
