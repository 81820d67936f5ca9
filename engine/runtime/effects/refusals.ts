/** Từ chối: proposed by who checks, decided and signed by the director of the centre; with reasons, never without. */
import { RuntimeError } from '../api.ts';
import type { Effect } from './types.ts';

export const proposeRefusal: Effect = async ({ reasons, note }) => ({ events: [{ type: 'refusal.proposed', data: { reasons, note } }] });

export const refuse: Effect = async ({ dossier, reasons, note }) => {
  const proposal = dossier.state.proposal;
  const grounds = reasons.length > 0 || note ? { reasons, note } : proposal;
  if (!grounds)
    throw new RuntimeError('INVALID', { vi: 'Từ chối phải nêu lý do.', en: 'A refusal needs its reasons.' }, { errors: [{ path: 'reasons', label: 'Lý do', message: 'Chọn hoặc ghi lý do.' }] });
  return { events: [{ type: 'dossier.refused', data: { reasons: grounds.reasons, note: grounds.note } }] };
};
