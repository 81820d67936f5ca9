/** Slips and drafts: from the dossier's data to a PDF among its documents. */

import { resultHtml } from '../../documents/result.ts';
import { slipHtml } from '../../documents/slip.ts';
import { engineActor } from '../../engine/bind.ts';
import { writeBytes } from '../../files/blobs.ts';
import { addDocument, isMade } from '../../files/documents.ts';
import type { Localized } from '../../package/schema.ts';
import { getDossierRow, lockDossier } from '../../store/dossiers.ts';
import { enqueue } from '../enqueue.ts';
import type { EffectHandler } from '../types.ts';

export const renderDocument: EffectHandler<'document.render'> = async (context, row) => {
  const { documentKind, template, key, seq, jobKey, elementId } = row.payload;
  const dossier = await getDossierRow(context.sql, row.dossierId);
  const complete = async (tx: Parameters<typeof enqueue>[0]) => {
    if (jobKey)
      await enqueue(
        tx,
        dossier.id,
        `complete:${jobKey}`,
        { kind: 'engine.complete', payload: { jobKey, variables: {}, elementId: elementId ?? '' } },
        context.now(),
      );
  };
  if (jobKey && dossier.state.end === 'withdrawn') return {};
  if (await isMade(context.sql, row.idempotencyKey)) return { settle: complete };
  const { html, title } =
    documentKind === 'slip'
      ? await slipHtml(context, dossier, template, seq)
      : await draft(context, dossier, template, documentKind);
  // the control slip goes with the dossier from desk to desk; the applicant gets the others
  const isPublic = documentKind === 'draft' || (documentKind === 'slip' && key !== '06');
  const unit = await context.places.unit(dossier.receptionUnitId);
  const at = context.now();
  const pdf = await context.renderer.renderPdf(html, { at, author: unit.name.vi });
  const id = crypto.randomUUID();
  const blob = await writeBytes(context.dataDir, id, pdf);
  return {
    settle: async (tx) => {
      const locked = await lockDossier(tx, dossier.id);
      if (!locked) return;
      const name = `${documentKind === 'slip' ? `mau-${key}` : key}-${locked.code ?? locked.reference}.pdf`;
      await addDocument(
        tx,
        locked,
        {
          id,
          kind: documentKind === 'slip' ? 'slip' : 'draft',
          key,
          title,
          name,
          blob,
          public: isPublic,
          madeBy: row.idempotencyKey,
        },
        engineActor,
        at,
      );
      await complete(tx);
    },
  };
};

async function draft(
  context: Parameters<typeof renderDocument>[0],
  dossier: Parameters<typeof resultHtml>[1],
  template: string,
  kind: 'draft' | 'forSignature',
): Promise<{ html: string; title: Localized }> {
  const { html, title } = await resultHtml(context, dossier, { template, signer: null });
  return {
    html,
    title:
      kind === 'draft'
        ? { vi: `Bản nháp ${title.vi}`, en: `Draft: ${title.en}` }
        : { vi: `Bản trình ký ${title.vi}`, en: `For signature: ${title.en}` },
  };
}
