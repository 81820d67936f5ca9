/** Rút hồ sơ: the applicant may until the result is signed; tasks end here and now, the process a moment later. */
import { type Actor, type ActResult, RuntimeError } from '../api.ts';
import type { Context } from '../context.ts';
import { appendEvents } from '../events/append.ts';
import type { EventBody } from '../events/types.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { getVersion } from '../package/versions.ts';
import { type DossierRow, dossierNotFound, lockDossier } from '../store/dossiers.ts';
import { formatInstant } from '../store/local-time.ts';
import { findAct, rememberAct } from './act-keys.ts';
import { applicantActor, requireApplicantOf } from './actors.ts';
import { notifyOf } from './notify.ts';

export function mayWithdraw(dossier: Pick<DossierRow, 'state'>): boolean {
  return !dossier.state.withdrawalClosed && dossier.state.closedAt === null;
}

/** @throws RuntimeError NOT_FOUND, FORBIDDEN (not the applicant), CONFLICT (signed or closed already) */
export async function withdraw(
  context: Context,
  actor: Actor,
  input: { dossierId: string; reason: string; actKey: string },
): Promise<ActResult> {
  if (actor.kind !== 'applicant')
    throw new RuntimeError('FORBIDDEN', {
      vi: 'Chỉ người nộp được rút hồ sơ.',
      en: 'Only the applicant may withdraw.',
    });
  requireApplicantOf(actor, input.dossierId);
  return context.sql.begin(async (tx) => {
    const dossier = await lockDossier(tx, input.dossierId);
    if (!dossier) throw dossierNotFound();
    const before = await findAct(tx, actor, input.actKey);
    if (before) return before;
    if (!mayWithdraw(dossier)) throw tooLate(dossier);
    const at = context.now();
    const version = await getVersion(context.sql, tx, dossier.versionId);
    const by = applicantActor(dossier);
    await tx`update task set status = 'gone', ended_at = ${at}, draft = null where dossier_id = ${dossier.id} and status = 'open'`;
    const events: EventBody[] = [
      { type: 'dossier.withdrawn', data: { reason: input.reason.trim() } },
      ...dossier.state.openTasks.map(
        ({ taskId, elementId, role }): EventBody => ({
          type: 'task.gone',
          data: { taskId, elementId, role, cause: 'withdrawn' },
        }),
      ),
    ];
    const after = await appendEvents(
      tx,
      dossier,
      events.map((body) => ({ body, actor: by })),
      at,
    );
    await enqueue(
      tx,
      dossier.id,
      `withdraw:${dossier.id}`,
      {
        kind: 'engine.publish',
        payload: {
          name: `${version.model.processId}.withdrawn`,
          messageId: `withdraw:${dossier.id}`,
          versionId: null,
          variables: {},
        },
      },
      at,
    );
    await notifyOf(tx, after, ['dossier.withdrawn'], at);
    const result = { dossierId: dossier.id, eventSeq: dossier.lastSeq + 1 };
    await rememberAct(tx, actor, input.actKey, result, at);
    return result;
  }) as Promise<ActResult>;
}

function tooLate(dossier: DossierRow): RuntimeError {
  const signed = dossier.state.result?.signedAt ?? dossier.state.closedAt;
  const at = signed ? new Date(signed) : null;
  const when = at ? formatInstant(at) : '';
  return dossier.state.closedAt
    ? new RuntimeError(
        'CONFLICT',
        { vi: `Hồ sơ đã kết thúc lúc ${when}.`, en: `The dossier was closed at ${when}.` },
        { by: null, at, state: 'closed' },
      )
    : new RuntimeError(
        'CONFLICT',
        {
          vi: `Kết quả đã được ký lúc ${when}, không rút được nữa.`,
          en: `The result was signed at ${when}, it is too late to withdraw.`,
        },
        { by: null, at, state: 'signed' },
      );
}
