/** Công dân bổ sung: new data and papers are taken in, the due date moves by the time the clock stood. */
import { attachUploads } from '../files/attach.ts';
import { dueFor } from './due.ts';
import type { Effect } from './types.ts';

export const supplement: Effect = async ({ tx, at, dossier, version, places, data }) => {
  const changes = await attachUploads(tx, dossier.id, version, data);
  const { receivedAt, pauses } = dossier.state;
  const closed = pauses.map((pause) => (pause.to ? pause : { ...pause, to: at.toISOString() }));
  const calendar = await places.calendar(dossier.competentUnitId);
  const due = receivedAt
    ? dueFor(calendar, version.package, dossier.caseCode, new Date(receivedAt), closed)
    : null;
  return { events: [{ type: 'supplement.given', data: { changes, due } }] };
};
