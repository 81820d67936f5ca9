/** The relay: takes rows one by one, does their effect while holding the row's lock, marks them done. */

import { ConnectorError } from '../../../connectors/index.ts';
import { pause } from '../engine/polling.ts';
import { appendEvents, systemActor } from '../events/append.ts';
import { openIncident } from '../operations/incidents.ts';
import type { Transaction } from '../store/connect.ts';
import { lockDossier } from '../store/dossiers.ts';
import type { WorkerContext } from '../worker/context.ts';
import type { OutboxKind } from './enqueue.ts';
import { judge } from './failure.ts';
import { handle } from './handlers/index.ts';
import type { OutboxRow } from './types.ts';

const idleMs = 1000;
/** Kinds whose repetition cannot be told from a refusal without having noted the first try. */
const noted: ReadonlySet<OutboxKind> = new Set(['engine.complete']);
const relayActor = systemActor('relay');

/** Runs `width` loops until the signal. `wake` resolves when rows may have come. */
export async function runRelay(context: WorkerContext, width: number): Promise<void> {
  const { sql, signal, log } = context;
  const sleepers = new Set<() => void>();
  let announced = 0;
  // One is enough: whoever takes a row wakes the next, so rows + 1 loops look, and an idle relay holds one connection.
  const wake = () => {
    announced++;
    for (const resume of sleepers) return resume();
  };
  const wakeAll = () => {
    for (const resume of sleepers) resume();
  };
  signal.addEventListener('abort', wakeAll, { once: true });
  const listening = await sql.listen('motcua_outbox', wake, wake);
  // also for rows whose time has come
  const ticker = setInterval(wake, idleMs);
  const rest = () =>
    new Promise<void>((resolve) => {
      const done = () => {
        sleepers.delete(done);
        resolve();
      };
      sleepers.add(done);
      if (signal.aborted) done();
    });
  const loop = async () => {
    let failing = false;
    while (!signal.aborted) {
      try {
        const before = announced;
        const found = await relayNext(context, wake);
        // who finds nothing rests until a row is announced, unless that happened while it looked
        if (!found && announced === before) await rest();
        failing = false;
      } catch (error) {
        if (signal.aborted) break;
        if (!failing) log('error', 'the relay could not work', { error: String(error) });
        failing = true;
        await pause(1_000, signal);
      }
    }
  };
  await Promise.all(Array.from({ length: width }, loop));
  clearInterval(ticker);
  await listening.unlisten();
}

/**
 * Does one row. The row stays locked until its success or its failure is committed, so nobody takes it in between.
 * @param onTaken told as soon as there is one, before its effect: there may be more.
 * @returns false when there is none to do.
 */
export async function relayNext(context: WorkerContext, onTaken?: () => void): Promise<boolean> {
  const held: { kind?: OutboxKind; after?: () => Promise<void> } = {};
  await context.sql.begin(async (tx) => {
    const row = await takeRow(tx, context.now());
    if (!row) return;
    held.kind = row.kind;
    onTaken?.();
    try {
      const triedBefore = noted.has(row.kind) ? await noteTry(context, row) : false;
      const outcome = await handle(context, { ...row, triedBefore });
      // a savepoint: what fails in there must not take the note of the failure with it
      await tx.savepoint(async (inner) => {
        await outcome.settle?.(inner);
        await inner`update outbox set state = 'done', done_at = ${context.now()}, last_error = null where id = ${row.id}`;
        if (noted.has(row.kind)) await inner`delete from outbox_try where outbox_id = ${row.id}`;
      });
      held.after = outcome.after;
    } catch (error) {
      await recordFailure(context, tx, row, error);
    }
  });
  const { kind, after } = held;
  await after?.().catch((error: unknown) =>
    context.log('warn', 'a step after an effect failed', { kind, error: String(error) }),
  );
  return kind !== undefined;
}

/** The oldest row that is due and waits for no earlier one of its dossier. */
async function takeRow(tx: Transaction, now: Date): Promise<OutboxRow | undefined> {
  const [row] = await tx<OutboxRow[]>`
    select o.id, o.dossier_id as "dossierId", o.kind, o.idempotency_key as "idempotencyKey", o.payload, o.attempts, false as "triedBefore"
    from outbox o
    where o.state = 'waiting' and o.next_at <= ${now}
      and not (o.kind in ('engine.publish', 'engine.complete', 'engine.cancel', 'document.sign', 'document.seal') and exists (
        select 1 from outbox e where e.dossier_id = o.dossier_id and e.id < o.id and e.state <> 'done' and e.blocking))
    order by o.next_at, o.id
    limit 1 for update of o skip locked`;
  return row;
}

/** Outside the relay's transaction, so that it survives a kill during the effect. @returns whether there was a try before. */
async function noteTry({ sql }: WorkerContext, row: OutboxRow): Promise<boolean> {
  const [before] = await sql<{ tries: string }[]>`
    with noted as (insert into outbox_try (outbox_id) values (${row.id}))
    select count(*) as tries from outbox_try where outbox_id = ${row.id}`;
  return Number(before?.tries) > 0;
}

async function recordFailure(
  context: WorkerContext,
  tx: Transaction,
  row: OutboxRow,
  error: unknown,
): Promise<void> {
  // a call which we cut off ourselves says nothing about the other side
  const attempts = row.attempts + (error instanceof ConnectorError && error.code === 'ABORTED' ? 0 : 1);
  const backoff = row.kind === 'connector' ? context.connectors.get(row.payload.type)?.backoff : undefined;
  const verdict = judge(error, attempts, backoff);
  const at = context.now();
  context.log(
    verdict.stop ? 'error' : 'warn',
    verdict.stop ? 'an effect stopped' : 'an effect failed and is tried again',
    {
      outbox: row.id,
      kind: row.kind,
      dossier: row.dossierId,
      attempts,
      error: verdict.message,
    },
  );
  if (!verdict.stop) {
    const nextAt = new Date(at.getTime() + verdict.waitMs);
    await tx`update outbox set attempts = ${attempts}, last_error = ${verdict.message}, next_at = ${nextAt} where id = ${row.id}`;
    return;
  }
  await tx`update outbox set attempts = ${attempts}, last_error = ${verdict.message}, state = 'dead' where id = ${row.id}`;
  const element = 'elementId' in row.payload ? (row.payload.elementId ?? null) : null;
  await openIncident(tx, {
    kind: row.kind,
    dossierId: row.dossierId,
    outboxId: row.id,
    element,
    message: verdict.message,
  });
  const dossier = await lockDossier(tx, row.dossierId);
  if (dossier && row.kind !== 'notify')
    await appendEvents(
      tx,
      dossier,
      [{ actor: relayActor, body: { type: 'effect.stopped', data: { kind: row.kind, elementId: element } } }],
      at,
    );
}
