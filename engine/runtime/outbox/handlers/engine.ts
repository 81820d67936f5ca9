/** Commands to the engine. Each may be repeated: what the engine did already it answers with "exists" or "gone". */

import { engineActor } from '../../engine/bind.ts';
import { GatewayError, type GatewayFailure } from '../../engine/gateway.ts';
import { probeDossier } from '../../engine/probe.ts';
import { appendEvents } from '../../events/append.ts';
import { resolveIncidents } from '../../operations/incidents.ts';
import { ensureDeployed } from '../../package/publish.ts';
import { getVersion } from '../../package/versions.ts';
import type { Transaction } from '../../store/connect.ts';
import { lockDossier } from '../../store/dossiers.ts';
import { localDate } from '../../store/local-time.ts';
import type { EffectHandler } from '../types.ts';

/** A message waits this long for its process; it dedupes as long. */
const messageTtlMs = 3_600_000;

export const publishMessage: EffectHandler<'engine.publish'> = async (context, row) => {
  const { name, messageId, versionId, variables } = row.payload;
  if (versionId) {
    const version = await getVersion(context.sql, context.sql, versionId);
    await ensureDeployed(context.sql, context.gateway, version.package.code, localDate(context.now()));
  }
  await unless(
    'exists',
    context.gateway.publish({
      name,
      correlationKey: row.dossierId,
      messageId,
      ttlMs: messageTtlMs,
      variables,
    }),
  );
  if (versionId) return {};
  return {
    after: () => probeDossier(context, row.dossierId),
    settle: (tx) => letGo(tx, row.dossierId, context.now()),
  };
};

/** Withdrawn: calls that stopped end as done without being made, and need no operator any more. */
async function letGo(tx: Transaction, dossierId: string, at: Date): Promise<void> {
  const stopped = await tx<{ id: string }[]>`
    update outbox set state = 'waiting', next_at = ${at} where dossier_id = ${dossierId} and kind = 'connector' and state = 'dead' returning id`;
  for (const { id } of stopped) await resolveIncidents(tx, id, 'Hệ thống', at);
}

export const completeJob: EffectHandler<'engine.complete'> = async (context, row) => {
  const { jobKey, variables, taskId, elementId, action } = row.payload;
  const gone = await unless('gone', context.gateway.complete(jobKey, variables));
  const after = () => probeDossier(context, row.dossierId);
  // gone at a repeat: done before. Gone at the first try: the process took the task away before the act reached it
  if (!gone || row.triedBefore || !taskId) return { after };
  return {
    after,
    settle: async (tx) => {
      const dossier = await lockDossier(tx, row.dossierId);
      if (!dossier || dossier.state.end === 'withdrawn') return;
      await appendEvents(
        tx,
        dossier,
        [
          {
            actor: engineActor,
            body: { type: 'act.missed', data: { taskId, elementId, action: action ?? '' } },
          },
        ],
        context.now(),
      );
    },
  };
};

export const cancelInstance: EffectHandler<'engine.cancel'> = async (context, row) => {
  await unless('gone', context.gateway.cancel(row.payload.processInstanceKey));
  return {};
};

/** @returns true when the command failed in this way. */
async function unless(failure: GatewayFailure, command: Promise<void>): Promise<boolean> {
  try {
    await command;
    return false;
  } catch (error) {
    if (error instanceof GatewayError && error.failure === failure) return true;
    throw error;
  }
}
