/** Notices tasks which the engine took away: by asking for their element instances. */
import type { Context } from '../context.ts';
import { appendEvents } from '../events/append.ts';
import type { Sql } from '../store/connect.ts';
import { lockDossier } from '../store/dossiers.ts';
import { getTaskRecord } from '../store/tasks.ts';
import { engineActor } from './bind.ts';
import { type Gateway, GatewayError } from './gateway.ts';
import { pause } from './polling.ts';

export interface Prober extends Context {
  readonly gateway: Gateway;
  readonly signal: AbortSignal;
}
interface Probed {
  readonly id: string;
  readonly dossierId: string;
  readonly elementInstanceKey: string;
}

const columns = (sql: Sql) =>
  sql`id, dossier_id as "dossierId", element_instance_key as "elementInstanceKey"`;

/** Probes the open tasks of a dossier: whenever something happened in its process. */
export async function probeDossier(context: Prober, dossierId: string, exceptJobKey?: string): Promise<void> {
  const { sql } = context;
  const tasks = await sql<Probed[]>`
    select ${columns(sql)} from task where dossier_id = ${dossierId} and status = 'open' and job_key <> ${exceptJobKey ?? ''}`;
  await probeAll(context, tasks);
}

/** Runs until the signal: tasks which the process may take away by itself stand no longer than a few seconds after it did. */
export async function sweep(context: Prober): Promise<void> {
  const { sql, signal, log } = context;
  let failing = false;
  while (!signal.aborted) {
    try {
      const now = context.now();
      const tasks = await sql<Probed[]>`
        update task set probed_at = ${now} where id in (
          select id from task where status = 'open' and probe_from <= ${now} and (probed_at is null or probed_at < ${new Date(now.getTime() - 3_000)})
          order by probed_at nulls first limit 500)
        returning ${columns(sql)}`;
      await probeAll(context, tasks);
      failing = false;
    } catch (error) {
      if (signal.aborted) return;
      if (!failing) log('warn', 'tasks could not be probed', { error: String(error) });
      failing = true;
    }
    await pause(1_000, signal);
  }
}

async function probeAll(context: Prober, tasks: readonly Probed[]): Promise<void> {
  for (let i = 0; i < tasks.length; i += 16)
    await Promise.all(
      tasks.slice(i, i + 16).map(async (task) => {
        try {
          if ((await context.gateway.probe(task.elementInstanceKey)) === 'gone')
            await takeAway(context, task);
        } catch (error) {
          // the engine is down: the sweep or the next command asks again
          if (!(error instanceof GatewayError && error.failure === 'down')) throw error;
        }
      }),
    );
}

/** The task has ended in the engine; if nobody did it in the meantime, it is gone here as well. */
async function takeAway(context: Context, { id, dossierId }: Probed): Promise<void> {
  const at = context.now();
  await context.sql.begin(async (tx) => {
    const dossier = await lockDossier(tx, dossierId);
    if (!dossier) return;
    const task = await getTaskRecord(tx, id);
    if (task.status !== 'open') return;
    await tx`update task set status = 'gone', ended_at = ${at}, draft = null where id = ${id}`;
    await appendEvents(
      tx,
      dossier,
      [
        {
          actor: engineActor,
          body: {
            type: 'task.gone',
            data: { taskId: id, elementId: task.elementId, role: task.role, cause: 'interrupted' },
          },
        },
      ],
      at,
    );
    await tx`select pg_notify('motcua_task', ${dossierId})`;
  });
}
