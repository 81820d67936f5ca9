/** Opening a paper: officials who may read the dossier, the applicant what is public. */
import { type Actor, type Runtime, RuntimeError } from '../api.ts';
import { requireReadDossier } from '../commands/access.ts';
import type { Context } from '../context.ts';
import { openBlob } from '../files/blobs.ts';
import { findDocument } from '../files/documents.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { withoutPath } from './dossier.ts';

/** @throws RuntimeError NOT_FOUND */
export async function openDocument(
  context: Context,
  actor: Actor,
  documentId: string,
): ReturnType<Runtime['openDocument']> {
  const document = await findDocument(context.sql, documentId);
  const notFound = new RuntimeError('NOT_FOUND', {
    vi: 'Không tìm thấy văn bản.',
    en: 'The document was not found.',
  });
  if (!document?.dossierId) throw notFound;
  const dossier = await getDossierRow(context.sql, document.dossierId);
  requireReadDossier(context, actor, dossier);
  if (actor.kind === 'applicant' && !document.public) throw notFound;
  return { document: withoutPath(document), stream: () => openBlob(context.dataDir, document.path) };
}

/** For looking at one's own upload while the form is still a draft. @throws RuntimeError NOT_FOUND, also once a dossier has taken it in */
export async function openUpload(context: Context, fileId: string): ReturnType<Runtime['openUpload']> {
  const document = await findDocument(context.sql, fileId);
  if (!document || document.dossierId)
    throw new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy tệp.', en: 'The file was not found.' });
  return { document: withoutPath(document), stream: () => openBlob(context.dataDir, document.path) };
}
