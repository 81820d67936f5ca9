/** Bản nháp: the applicant confirms it or reports a mistake. */
import type { Effect } from './types.ts';

export const confirmDraft: Effect = async () => ({ events: [{ type: 'draft.confirmed', data: {} }] });

export const disputeDraft: Effect = async ({ reasons, note }) => ({
  events: [{ type: 'draft.disputed', data: { reasons, note } }],
});
