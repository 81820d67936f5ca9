/** E-mails to the applicant. The PIN is computed when the mail is written; it lies in no table. */
import { ConnectorError, renderMail } from '../../../../connectors/index.ts';
import { pinOf } from '../../commands/receipt.ts';
import { trackingUrl } from '../../documents/common.ts';
import { readEvents } from '../../events/append.ts';
import { getVersion } from '../../package/versions.ts';
import { getDossierRow } from '../../store/dossiers.ts';
import { formatInstant } from '../../store/local-time.ts';
import { EffectError, type EffectHandler } from '../types.ts';

export const sendNotice: EffectHandler<'notify'> = async (context, row) => {
  const dossier = await getDossierRow(context.sql, row.dossierId);
  if (!dossier.email) return {};
  const { template, seq } = row.payload;
  const version = await getVersion(context.sql, context.sql, dossier.versionId);
  const unit = await context.places.unit(dossier.receptionUnitId);
  const events = await readEvents(context.sql, dossier.id);
  const reasoned = events.findLast(
    (e) => e.seq <= seq && (e.type === 'supplement.requested' || e.type === 'dossier.refused'),
  );
  const reasons =
    reasoned?.type === 'supplement.requested' || reasoned?.type === 'dossier.refused'
      ? [...reasoned.data.reasons, reasoned.data.note].filter(Boolean)
      : [];
  const code = dossier.code ?? dossier.reference;
  const answerBy =
    template === 'draftToConfirm' || template === 'supplementAsked'
      ? await applicantDue(context, dossier.id)
      : null;
  const due = dossier.state.due?.due;
  let mail: ReturnType<typeof renderMail>;
  try {
    mail = renderMail(template, {
      code: template === 'submitted' ? dossier.reference : code,
      procedureName: version.package.name,
      unitName: unit.name,
      trackingUrl: trackingUrl(context, dossier),
      dueDate: due ? formatInstant(new Date(due)) : undefined,
      answerBy: answerBy ? formatInstant(answerBy) : undefined,
      reason: reasons.length > 0 ? reasons.join('; ') : undefined,
      pin: pinOf(context.pinSecret, dossier.id),
      phone: unit.phone || undefined,
    });
  } catch (error) {
    if (error instanceof RangeError) throw new EffectError(error.message);
    throw error;
  }
  try {
    await context.mailer.sendMail({ to: dossier.email, ...mail, idempotencyKey: row.idempotencyKey });
  } catch (error) {
    // a mistyped address is the applicant's: told in the log, nothing an operator could retry
    if (!(error instanceof ConnectorError && error.code === 'MAIL_ADDRESS')) throw error;
    context.log('warn', 'an e-mail has no valid address', { dossier: dossier.id, template });
  }
  return {};
};

async function applicantDue(
  context: Parameters<typeof sendNotice>[0],
  dossierId: string,
): Promise<Date | null> {
  const [row] = await context.sql<{ dueAt: Date | null }[]>`
    select limit_at as "dueAt" from task where dossier_id = ${dossierId} and role = 'applicant' and status = 'open' order by created_at desc limit 1`;
  return row?.dueAt ?? null;
}
