/** Tiếp nhận: issues the dossier code and starts the clock of the competent unit (NĐ 118/2025 Đ17.3). */
import { issueNumber } from '../store/counters.ts';
import { dueFor } from './due.ts';
import type { Effect } from './types.ts';

export const accept: Effect = async ({ tx, at, dossier, version, places }) => {
  const unit = await places.unit(dossier.receptionUnitId);
  const code =
    dossier.code ??
    (await issueNumber(tx, 'dossierCode', at, { unit: unit.code, procedure: dossier.procedureCode }));
  const calendar = await places.calendar(dossier.competentUnitId);
  const due = dueFor(calendar, version.package, dossier.caseCode, at, []);
  return { events: [{ type: 'dossier.accepted', data: { code, receivedAt: at.toISOString(), due } }] };
};
