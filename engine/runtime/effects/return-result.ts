/** Trả kết quả: the applicant may download the result from now on; the dossier is closed. */
import type { Effect } from './types.ts';

export const returnResult: Effect = async ({ tx, dossier, data }) => {
  await tx`update document set public = true where dossier_id = ${dossier.id} and kind = 'result' and superseded_at is null`;
  return { events: [{ type: 'result.returned', data }] };
};
