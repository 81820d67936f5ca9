/** Which parts answer: database, worker, and what the worker last heard of the engine. */
import type { Context } from '../context.ts';

const deadAfterMs = 15_000;

interface Part {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export async function health(context: Context): Promise<readonly Part[]> {
  try {
    const [beat] = await context.sql<
      { at: Date; details: Record<string, { ok: boolean; detail: string }> }[]
    >`
      select at, details from heartbeat where name = 'worker'`;
    const [procedures] = await context.sql<{ n: number }[]>`select count(*)::int as n from procedure_version`;
    const age = beat ? context.now().getTime() - beat.at.getTime() : null;
    const alive = age !== null && age < deadAfterMs;
    return [
      { name: 'database', ok: true, detail: 'answers' },
      {
        name: 'procedures',
        ok: (procedures?.n ?? 0) > 0,
        detail: `${procedures?.n ?? 0} published versions`,
      },
      {
        name: 'worker',
        ok: alive,
        detail: age === null ? 'has not started yet' : `heard ${Math.round(age / 1000)} s ago`,
      },
      ...Object.entries(alive && beat ? beat.details : {}).map(([name, { ok, detail }]) => ({
        name,
        ok,
        detail,
      })),
    ];
  } catch (error) {
    return [{ name: 'database', ok: false, detail: error instanceof Error ? error.message : String(error) }];
  }
}
