/** Who acts, as events remember it. */
import type { Official } from '../../routing/types.ts';
import { type Actor, RuntimeError } from '../api.ts';
import type { EventActor } from '../events/types.ts';
import type { DossierRow } from '../store/dossiers.ts';

export function officialActor(official: Official, unitId: string | null): EventActor {
  return { kind: 'official', id: official.id, name: official.fullName, unitId };
}

export function applicantActor(dossier: DossierRow): EventActor {
  return { kind: 'applicant', id: null, name: dossier.applicantName, unitId: null };
}

/** An applicant sees and does things on the one dossier he has proved. */
export function requireApplicantOf(actor: Actor & { kind: 'applicant' }, dossierId: string): void {
  if (actor.dossierId !== dossierId)
    throw new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy.', en: 'Not found.' });
}
