/** The agency's signature over the person's, with number and date filled in; an incremental update, so both verify. */
import { engineActor } from '../../engine/bind.ts';
import { readBlob, writeBytes } from '../../files/blobs.ts';
import { addDocument, isMade, latestDocument } from '../../files/documents.ts';
import { getDossierRow, lockDossier } from '../../store/dossiers.ts';
import { EffectError, type EffectHandler } from '../types.ts';

export const sealResult: EffectHandler<'document.seal'> = async (context, row) => {
  const { key, number, date } = row.payload;
  if (await isMade(context.sql, row.idempotencyKey)) return {};
  const dossier = await getDossierRow(context.sql, row.dossierId);
  const signed = await latestDocument(context.sql, dossier.id, 'result', key);
  if (!signed) throw new EffectError(`there is no signed result ${key} to seal`);
  const unit = await context.places.unit(dossier.competentUnitId);
  const sealed = await context.signing.sealAsAgency({
    pdf: await readBlob(context.dataDir, signed.path),
    unit: { id: unit.id, name: unit.name.vi },
    number,
    date,
    at: new Date(row.payload.at),
  });
  const id = crypto.randomUUID();
  const blob = await writeBytes(context.dataDir, id, sealed.pdf);
  return {
    settle: async (tx) => {
      const locked = await lockDossier(tx, dossier.id);
      if (!locked) return;
      const isPublic = locked.state.end === 'returned';
      await addDocument(
        tx,
        locked,
        {
          id,
          kind: 'result',
          key,
          title: signed.title,
          name: signed.name,
          blob,
          public: isPublic,
          madeBy: row.idempotencyKey,
        },
        engineActor,
        context.now(),
      );
    },
  };
};
