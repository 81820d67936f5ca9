/** The worker process: deploys the procedures, then mirrors jobs, relays effects, probes, cleans up. */

import { handleJob, jobHandlers } from '../engine/jobs.ts';
import { pause, pollJobs } from '../engine/polling.ts';
import { sweep } from '../engine/probe.ts';
import { removeLooseUploads } from '../files/upload.ts';
import { findStalled } from '../operations/stalled.ts';
import { runRelay } from '../outbox/relay.ts';
import { deployCurrentVersions } from '../package/publish.ts';
import type { Database } from '../store/connect.ts';
import { localDate } from '../store/local-time.ts';
import { foldFigures } from '../views/figures.ts';
import type { WorkerContext } from './context.ts';

/** Rows whose effects are done at the same time. */
const relayWidth = 6;
const beatMs = 3_000;
const foldMs = 60_000;
/** Uploads that never became part of a dossier; longer than a draft lives. */
const looseUploadDays = 45;
/** Done effects, kept for operators; long after their jobs have ended. */
const doneRowDays = 60;

/** Runs until the context's signal. @param onReady called once everything is running. */
export async function runWorker(context: WorkerContext, onReady: () => void): Promise<void> {
  const { signal, gateway, log } = context;
  const handlers = jobHandlers(context);
  const beating = heartbeat(context);
  const relaying = runRelay(context, relayWidth);
  const sweeping = sweep(context);
  const cleaning = cleanUp(context);
  const folding = foldCounters(context);
  onReady();
  // job loops may start at once: they wait for the engine by themselves
  const polling = [...handlers].flatMap(([type, handler]) =>
    Array.from({ length: type.startsWith('io.camunda') ? 2 : 1 }, () =>
      pollJobs({ gateway, type, signal, log, handle: (job) => handleJob(context, handler, job) }),
    ),
  );
  await Promise.all([deployWhenUp(context), beating, relaying, sweeping, cleaning, folding, ...polling]);
}

/** An engine that lost nothing knows the files already; a fresh one learns them. The relay makes sure of each start by itself. */
async function deployWhenUp(context: WorkerContext): Promise<void> {
  while (!context.signal.aborted) {
    try {
      await deployCurrentVersions(context.sql, context.gateway, localDate(context.now()));
      return;
    } catch (error) {
      context.log('warn', 'procedures could not be deployed yet', { error: String(error) });
      await pause(1_000, context.signal);
    }
  }
}

async function heartbeat({ sql, gateway, signal, log, now }: WorkerContext): Promise<void> {
  while (!signal.aborted) {
    const engine = await gateway.ping().then(
      () => ({ ok: true, detail: 'answers' }),
      (error: unknown) => ({ ok: false, detail: String(error) }),
    );
    await beat(sql, 'worker', { engine }, now()).catch((error: unknown) =>
      log('warn', 'no heartbeat', { error: String(error) }),
    );
    await pause(beatMs, signal);
  }
}

async function beat(
  sql: Database,
  name: string,
  details: Readonly<Record<string, { ok: boolean; detail: string }>>,
  at: Date,
): Promise<void> {
  await sql`
    insert into heartbeat (name, pid, at, details) values (${name}, ${process.pid}, ${at}, ${sql.json(details)})
    on conflict (name) do update set pid = excluded.pid, at = excluded.at, details = excluded.details`;
}

async function foldCounters({ sql, signal, log, now }: WorkerContext): Promise<void> {
  while (!signal.aborted) {
    await foldFigures(sql, now()).catch((error: unknown) =>
      log('warn', 'figures were not folded', { error: String(error) }),
    );
    await pause(foldMs, signal);
  }
}

async function cleanUp(context: WorkerContext): Promise<void> {
  const { sql, signal, log, now } = context;
  const ago = (ms: number) => new Date(now().getTime() - ms);
  while (!signal.aborted) {
    try {
      await removeLooseUploads(context, looseUploadDays);
      await sql`delete from draft where expires_at < ${now()}`;
      await sql`delete from track_attempt where at < ${ago(3_600_000)}`;
      await sql`
        delete from outbox where id in (
          select id from outbox o where state = 'done' and done_at < ${ago(doneRowDays * 86_400_000)}
            and not exists (select 1 from incident i where i.outbox_id = o.id) limit 10000)`;
      await findStalled(context);
    } catch (error) {
      log('warn', 'cleaning up failed', { error: String(error) });
    }
    await pause(600_000, signal);
  }
}
