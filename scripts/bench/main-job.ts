/** Dossiers per minute from HTTP submission to returned result, and how long each act and each wait for the next task takes. */
import { startStack } from '../stack.ts';
import { type Commune, communes, officialsOf, runMainJob, windowsOf } from '../story/main-job.ts';
import { temporaryConfig } from '../temporary-config.ts';
import { round, spread } from './figures.ts';

const communeOf = (lane: number): Commune => {
  return communes[lane % communes.length] ?? fail();
};
const fail = (): never => {
  throw new Error('there are no communes');
};

const WARM_UP = 4;
const DOSSIERS = 48;

/** One line per number of dossiers under way at once (1, 4). */
export async function benchMainJob(): Promise<readonly object[]> {
  const { config, remove } = await temporaryConfig('bench');
  const stack = await startStack({ config, progress: () => undefined, notice: console.error });
  const lines: object[] = [];
  try {
    let number = 0;
    for (const lanes of [1, 4]) {
      const count = lanes === 1 ? DOSSIERS / 4 : DOSSIERS;
      const times = new Map<string, number[]>();
      let measuring = false;
      const onStep = (step: string, ms: number) => {
        if (measuring) times.set(step, [...(times.get(step) ?? []), ms]);
      };
      const options = { baseUrl: config.PUBLIC_URL, patienceMs: 60_000, onStep };
      const signedIn = await Promise.all(communes.map((commune) => officialsOf(commune, options)));
      const people = Array.from({ length: lanes }, (_, lane) =>
        windowsOf(signedIn[lane % communes.length] ?? fail()),
      );
      const run = async (upTo: number) => {
        await Promise.all(
          people.map(async (officials, lane) => {
            while (number < upTo) await runMainJob(++number, communeOf(lane), officials, options);
          }),
        );
      };
      await run(number + WARM_UP);
      measuring = true;
      const first = number;
      const startedAt = performance.now();
      await run(first + count);
      const minutes = (performance.now() - startedAt) / 60_000;
      lines.push({
        engine: config.ZEEBE_ADDRESS ? 'zeebe' : 'embedded',
        lanes,
        dossiers: number - first,
        dossiersPerMinute: round((number - first) / minutes),
        milliseconds: Object.fromEntries([...times].map(([step, samples]) => [step, spread(samples)])),
      });
    }
    return lines;
  } finally {
    await stack.stop();
    remove();
  }
}
