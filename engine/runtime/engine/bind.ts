/** Binds jobs to dossiers: the first process instance seen is the dossier's own, any other is cancelled. */
import { appendEvents, systemActor } from '../events/append.ts';
import { enqueue } from '../outbox/enqueue.ts';
import type { Transaction } from '../store/connect.ts';
import { type DossierRow, lockDossier } from '../store/dossiers.ts';
import type { Job } from './gateway.ts';

export const engineActor = systemActor('engine');

/** A job nobody of us can do anything with: not ours, or of a dossier that does not exist. */
export class StrayJob extends Error {}

/**
 * Locks the job's dossier and makes sure the job belongs to its one process instance.
 * @returns undefined when there is nothing to do for it: a duplicate instance, or the applicant has withdrawn.
 * @throws StrayJob
 */
export async function bindJob(tx: Transaction, job: Job, at: Date): Promise<DossierRow | undefined> {
  const id = job.variables.dossierId;
  if (typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id))
    throw new StrayJob(`job ${job.key} of ${job.elementId} names no dossier`);
  const dossier = await lockDossier(tx, id);
  if (!dossier) throw new StrayJob(`job ${job.key} of ${job.elementId}: dossier ${id} does not exist`);
  if (dossier.processInstanceKey === job.processInstanceKey)
    return dossier.state.end === 'withdrawn' ? undefined : dossier;
  if (dossier.processInstanceKey !== null) {
    const fresh = await enqueue(
      tx,
      id,
      `cancel:${job.processInstanceKey}`,
      { kind: 'engine.cancel', payload: { processInstanceKey: job.processInstanceKey } },
      at,
    );
    if (fresh)
      await appendEvents(
        tx,
        dossier,
        [
          {
            actor: engineActor,
            body: { type: 'process.duplicate', data: { processInstanceKey: job.processInstanceKey } },
          },
        ],
        at,
      );
    return undefined;
  }
  const versionId = await versionOf(tx, dossier, job.processDefinitionKey);
  const bound = await appendEvents(
    tx,
    dossier,
    [
      {
        actor: engineActor,
        body: { type: 'process.started', data: { processInstanceKey: job.processInstanceKey, versionId } },
      },
    ],
    at,
  );
  return bound.state.end === 'withdrawn' ? undefined : bound;
}

/** The engine starts the newest version deployed; if one was published after the submission, the dossier follows it: it is received under that one. */
async function versionOf(
  tx: Transaction,
  dossier: DossierRow,
  processDefinitionKey: string,
): Promise<string> {
  const rows = await tx<{ id: string }[]>`
    select id from procedure_version where code = ${dossier.procedureCode} and process_definition_key = ${processDefinitionKey} order by version desc`;
  return rows.some((row) => row.id === dossier.versionId)
    ? dossier.versionId
    : (rows[0]?.id ?? dossier.versionId);
}
