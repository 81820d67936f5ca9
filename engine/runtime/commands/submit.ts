/** Nộp hồ sơ: takes a filled form in. Works while the engine is down; the process starts from the outbox. */
import { validateForm } from '../../../forms/index.ts';
import { type Receipt, RuntimeError, type SubmitInput } from '../api.ts';
import type { Context } from '../context.ts';
import { appendEvents } from '../events/append.ts';
import { emptyState } from '../events/project.ts';
import type { EventActor } from '../events/types.ts';
import { attachUploads } from '../files/attach.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { sourcesFor } from '../package/sources.ts';
import {
  dataText,
  filledForm,
  findCurrentVersionId,
  getVersion,
  unknownProcedure,
} from '../package/versions.ts';
import { json, type Transaction } from '../store/connect.ts';
import { findDossierBySubmission, getDossierRow } from '../store/dossiers.ts';
import { searchWords } from '../store/fold.ts';
import { localDate } from '../store/local-time.ts';
import { officialActor } from './actors.ts';
import { notifyOf } from './notify.ts';
import { newReference, receiptOf } from './receipt.ts';

/** @throws RuntimeError NOT_FOUND (procedure, case, unit), INVALID (field errors), FORBIDDEN (counter entry without the role). */
export async function submit(context: Context, input: SubmitInput): Promise<Receipt> {
  const before = await findDossierBySubmission(context.sql, input.submissionKey);
  if (before) return receiptOf(context, context.sql, before);
  const at = context.now();
  const versionId = await findCurrentVersionId(context.sql, input.procedureCode, localDate(at));
  if (!versionId) throw unknownProcedure(input.procedureCode);
  const version = await getVersion(context.sql, context.sql, versionId);
  const pkg = version.package;
  if (!pkg.cases.some((c) => c.code === input.caseCode))
    throw new RuntimeError('NOT_FOUND', {
      vi: `Thủ tục không có trường hợp ${input.caseCode}.`,
      en: `The procedure has no case ${input.caseCode}.`,
    });
  if (!pkg.channels.some((c) => c.method === input.channel))
    throw new RuntimeError('INVALID', {
      vi: 'Thủ tục không nhận qua cách nộp này.',
      en: 'The procedure does not take this channel.',
    });
  await checkUnits(context, input);
  const form = filledForm(
    version,
    pkg.applicationForm,
    await sourcesFor(context.places, input.competentUnitId),
  );
  const { data, errors } = validateForm(form, input.data, {
    locale: 'vi',
    now: at,
  });
  if (errors.length > 0) throw invalidForm(errors);

  const id = crypto.randomUUID();
  const applicantName = dataText(data, pkg.applicant.name) ?? '—';
  const subject = dataText(data, pkg.applicant.subject);
  const reference = newReference();
  const actor: EventActor = input.enteredBy
    ? officialActor(input.enteredBy, input.receptionUnitId)
    : { kind: 'applicant', id: null, name: applicantName, unitId: null };
  const store = async (tx: Transaction): Promise<string | null> => {
    const inserted = await tx`
      insert into dossier (id, reference, submission_key, procedure_version_id, procedure_code, case_code, channel, reception_unit_id, competent_unit_id,
        applicant_name, subject, email, phone, data, state, status, last_seq, submitted_at, search)
      values (${id}, ${reference}, ${input.submissionKey}, ${versionId}, ${pkg.code}, ${input.caseCode}, ${input.channel}, ${input.receptionUnitId},
        ${input.competentUnitId}, ${applicantName}, ${subject}, ${dataText(data, pkg.applicant.email)}, ${dataText(data, pkg.applicant.phone)},
        ${json(tx, {})}, ${json(tx, emptyState)}, 1, 0, ${at}, ${searchWords(reference, applicantName, subject)})
      on conflict (submission_key) do nothing returning id`;
    if (inserted.length === 0) return null;
    const stored = await attachUploads(tx, id, version, data);
    const dossier = await appendEvents(
      tx,
      await getDossierRow(tx, id),
      [
        {
          actor,
          body: {
            type: 'dossier.submitted',
            data: {
              reference,
              version: pkg.version,
              caseCode: input.caseCode,
              channel: input.channel,
              receptionUnitId: input.receptionUnitId,
              competentUnitId: input.competentUnitId,
              startElementId: version.model.startElementId,
              data: stored,
            },
          },
        },
      ],
      at,
    );
    await enqueue(
      tx,
      id,
      `start:${id}`,
      {
        kind: 'engine.publish',
        payload: {
          name: `${version.model.processId}.submitted`,
          messageId: id,
          versionId,
          variables: {
            dossierId: id,
            procedureCode: pkg.code,
            caseCode: input.caseCode,
            channel: input.channel,
            unitId: input.competentUnitId,
            receptionUnitId: input.receptionUnitId,
          },
        },
      },
      at,
    );
    await notifyOf(tx, dossier, ['dossier.submitted'], at);
    return id;
  };
  await context.sql.begin(store);
  // whoever was first with this key, its receipt is the answer
  const dossier = await findDossierBySubmission(context.sql, input.submissionKey);
  if (!dossier) throw new Error('the submission was stored but is not found');
  return receiptOf(context, context.sql, dossier);
}

async function checkUnits(context: Context, input: SubmitInput): Promise<void> {
  const competent = await context.places.findUnit(input.competentUnitId);
  const reception = await context.places.findUnit(input.receptionUnitId);
  if (!competent || !reception)
    throw new RuntimeError(
      'NOT_FOUND',
      { vi: 'Không có đơn vị này.', en: 'There is no such unit.' },
      { unitId: competent ? input.receptionUnitId : input.competentUnitId },
    );
  if (!input.enteredBy) return;
  const scope = {
    receptionUnitId: input.receptionUnitId,
    competentUnitId: input.competentUnitId,
    consultedUnitIds: [],
  };
  const decision = context.routing.mayOnDossier(input.enteredBy, 'dossier.enter', scope);
  if (!decision.allowed)
    throw new RuntimeError(
      'FORBIDDEN',
      {
        vi: 'Ông/Bà không tiếp nhận hồ sơ cho đơn vị này.',
        en: 'You do not receive dossiers for this unit.',
      },
      { reason: decision.reason },
    );
}

export function invalidForm(
  errors: readonly { path: string; label: string; message: string }[],
): RuntimeError {
  return new RuntimeError(
    'INVALID',
    { vi: 'Có thông tin cần sửa.', en: 'Some entries need correction.' },
    { errors },
  );
}
