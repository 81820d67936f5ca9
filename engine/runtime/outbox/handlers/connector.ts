/** Calls an outside system for a service task; its result becomes an event together with the job's completion. */
import { engineActor } from '../../engine/bind.ts';
import { appendEvents } from '../../events/append.ts';
import { readBlob } from '../../files/blobs.ts';
import { findDocument } from '../../files/documents.ts';
import { getDossierRow, lockDossier } from '../../store/dossiers.ts';
import { bindingScope } from '../binding-scope.ts';
import { enqueue } from '../enqueue.ts';
import { EffectError, type EffectHandler } from '../types.ts';

export const callConnector: EffectHandler<'connector'> = async (context, row) => {
  const { type, elementId, headers, jobKey } = row.payload;
  const connector = context.connectors.get(type);
  if (!connector) throw new EffectError(`no connector serves ${type}`);
  const dossier = await getDossierRow(context.sql, row.dossierId);
  if (dossier.state.end === 'withdrawn') return {}; // the process has ended, nobody waits for the answer
  const input = connector.bind(headers, await bindingScope(context, dossier));
  const call = {
    idempotencyKey: row.idempotencyKey,
    attempt: row.attempts + 1,
    now: context.now,
    fetch,
    signal: context.signal,
    log: (message: string, data?: Readonly<Record<string, unknown>>) =>
      context.log('info', message, { connector: type, ...data }),
    readDocument: async (id: string) => {
      const document = await findDocument(context.sql, id);
      if (!document || document.dossierId !== dossier.id)
        throw new EffectError(`document ${id} is not of this dossier`);
      return {
        bytes: await readBlob(context.dataDir, document.path),
        name: document.name,
        mime: document.mime,
      };
    },
  };
  const output = await connector.call(input, call);
  return {
    settle: async (tx) => {
      const locked = await lockDossier(tx, dossier.id);
      if (!locked || locked.state.end === 'withdrawn') return;
      const at = context.now();
      await appendEvents(
        tx,
        locked,
        [
          {
            actor: engineActor,
            body: {
              type: 'connector.succeeded',
              data: { connector: type, elementId, result: headers.result ?? null, output },
            },
          },
        ],
        at,
      );
      await enqueue(
        tx,
        dossier.id,
        `complete:${jobKey}`,
        { kind: 'engine.complete', payload: { jobKey, variables: {}, elementId } },
        at,
      );
    },
    after: () => connector.settle(input, output, call),
  };
};
