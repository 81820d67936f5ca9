/** Thẩm tra: who examined may not sign (four-eyes, from `notSamePersonAs` of the signing task). */
import type { Effect } from './types.ts';

export const examine: Effect = async ({ elementId }) => ({
  events: [{ type: 'dossier.examined', data: { elementId } }],
});
