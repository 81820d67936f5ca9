/** Reference and PIN of a submission, and the receipt that can be shown again to who holds the submission key. */
import { createHmac, randomInt } from 'node:crypto';
import type { Receipt } from '../api.ts';
import type { Context } from '../context.ts';
import { getVersion } from '../package/versions.ts';
import type { Sql } from '../store/connect.ts';
import { type DossierRow, findDossierBySubmission } from '../store/dossiers.ts';

/** Letters and digits that nobody mistakes for one another when read aloud or copied by hand. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Mã tra cứu, e.g. `K7QM-2XWD-9F4R`: 59 bits. */
export function newReference(): string {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}-${letters.slice(8)}`;
}

/** Six digits that follow from dossier and server secret: nothing is stored, and the same receipt can be made again. */
export function pinOf(secret: string, dossierId: string): string {
  const digest = createHmac('sha256', secret).update(`pin:${dossierId}`).digest();
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

export async function receiptOf(context: Context, sql: Sql, dossier: DossierRow): Promise<Receipt> {
  const version = await getVersion(context.sql, sql, dossier.versionId);
  const unit = await context.places.unit(dossier.receptionUnitId);
  return {
    dossierId: dossier.id,
    reference: dossier.reference,
    pin: pinOf(context.pinSecret, dossier.id),
    submittedAt: dossier.submittedAt,
    procedureName: version.package.name,
    unitName: unit.name,
    email: dossier.email,
  };
}

export async function findReceipt(context: Context, submissionKey: string): Promise<Receipt | undefined> {
  const dossier = await findDossierBySubmission(context.sql, submissionKey);
  return dossier && receiptOf(context, context.sql, dossier);
}
