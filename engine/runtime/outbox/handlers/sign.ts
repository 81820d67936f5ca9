/** The leader's signature: renders the result as it was shown to him and signs it with his certificate. */

import { officialActor } from '../../commands/actors.ts';
import { resultHtml } from '../../documents/result.ts';
import { writeBytes } from '../../files/blobs.ts';
import { addDocument, isMade } from '../../files/documents.ts';
import { templateName } from '../../package/check.ts';
import { getDossierRow, lockDossier } from '../../store/dossiers.ts';
import { EffectError, type EffectHandler } from '../types.ts';

export const signResult: EffectHandler<'document.sign'> = async (context, row) => {
  const { key, officialId } = row.payload;
  if (await isMade(context.sql, row.idempotencyKey)) return {};
  const dossier = await getDossierRow(context.sql, row.dossierId);
  const official = await context.places.findOfficial(officialId);
  if (!official) throw new EffectError(`official ${officialId} does not exist`);
  const at = new Date(row.payload.at);
  const unit = await context.places.unit(dossier.competentUnitId);
  const { html, title } = await resultHtml(context, dossier, {
    template: templateName(key),
    signer: official,
  });
  const pdf = await context.renderer.renderPdf(html, { at, author: unit.name.vi });
  const signed = await context.signing.signAsPerson({
    pdf,
    official: { id: official.id, name: official.fullName, title: official.title.vi },
    at,
    reason: `Ký ${title.vi}`,
  });
  const id = crypto.randomUUID();
  const blob = await writeBytes(context.dataDir, id, signed.pdf);
  return {
    settle: async (tx) => {
      const locked = await lockDossier(tx, dossier.id);
      if (!locked) return;
      const name = `${templateName(key)}-${locked.code ?? locked.reference}.pdf`;
      await addDocument(
        tx,
        locked,
        { id, kind: 'result', key, title, name, blob, public: false, madeBy: row.idempotencyKey },
        officialActor(official, unit.id),
        context.now(),
      );
    },
  };
};
