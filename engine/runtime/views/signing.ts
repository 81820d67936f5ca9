/** The result as it will look when signed or sealed, for the person about to do it; nothing is signed. */
import type { PdfRenderer } from '../../../connectors/pdf/index.ts';
import { signingPreview } from '../../../connectors/signing/index.ts';
import type { Official } from '../../routing/types.ts';
import { type Runtime, RuntimeError } from '../api.ts';
import { requireOnTask } from '../commands/access.ts';
import type { Context } from '../context.ts';
import { resultHtml } from '../documents/result.ts';
import { resultKey } from '../effects/sign.ts';
import { readBlob } from '../files/blobs.ts';
import { latestDocument } from '../files/documents.ts';
import { templateName } from '../package/check.ts';
import { getVersion } from '../package/versions.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { localDate } from '../store/local-time.ts';
import { getTaskRecord } from '../store/tasks.ts';

/** @throws RuntimeError NOT_FOUND, FORBIDDEN, INVALID (nothing is signed in this step), UNAVAILABLE (the signed paper is still being made) */
export async function previewSigning(
  context: Context,
  renderer: PdfRenderer,
  official: Official,
  taskId: string,
): ReturnType<Runtime['previewSigning']> {
  const task = await getTaskRecord(context.sql, taskId);
  const dossier = await getDossierRow(context.sql, task.dossierId);
  requireOnTask(context, official, 'task.act', task, dossier);
  const version = await getVersion(context.sql, context.sql, dossier.versionId);
  const effects = version.package.tasks[task.elementId]?.actions.flatMap((action) => action.effects) ?? [];
  const unit = await context.places.unit(dossier.competentUnitId);
  const key = resultKey(version);
  const at = context.now();
  if (effects.includes('sign')) {
    const { html } = await resultHtml(context, dossier, { template: templateName(key), signer: official });
    const pdf = await renderer.renderPdf(html, { at, author: unit.name.vi });
    return signingPreview({
      pdf,
      as: 'person',
      official: { name: official.fullName, title: official.title.vi },
    });
  }
  if (!effects.includes('seal'))
    throw new RuntimeError('INVALID', { vi: 'Bước này không ký gì.', en: 'Nothing is signed in this step.' });
  const signed = await latestDocument(context.sql, dossier.id, 'result', key);
  if (!signed)
    throw new RuntimeError('UNAVAILABLE', {
      vi: 'Văn bản đã ký đang được lập, xin thử lại sau giây lát.',
      en: 'The signed paper is still being made, please try again.',
    });
  const pdf = await readBlob(context.dataDir, signed.path);
  // the number is taken at the act itself, so that none is lost on a preview
  return signingPreview({
    pdf,
    as: 'agency',
    unit: { name: unit.name.vi },
    number: '…',
    date: localDate(at),
  });
}
