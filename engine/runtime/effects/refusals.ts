/** Từ chối: proposed by who checks, decided and signed by the director of the centre; with reasons, never without. */
import { RuntimeError } from '../api.ts';
import { textUnder } from './consulted-unit.ts';
import type { Effect } from './types.ts';

export const proposeRefusal: Effect = async ({ reasons, note }) => ({
  events: [{ type: 'refusal.proposed', data: { reasons, note } }],
});

/** The director's own words (`grounds` of the form, reasons, note) go before those that were proposed. */
export const refuse: Effect = async ({ dossier, data, reasons, note }) => {
  const own = [textUnder(data, 'grounds'), note].filter((part) => part !== null).join('; ') || null;
  const grounds = reasons.length > 0 || own ? { reasons, note: own } : dossier.state.proposal;
  if (!grounds)
    throw new RuntimeError(
      'INVALID',
      { vi: 'Từ chối phải nêu lý do.', en: 'A refusal needs its reasons.' },
      { errors: [{ path: 'reasons', label: 'Lý do', message: 'Chọn hoặc ghi lý do.' }] },
    );
  return { events: [{ type: 'dossier.refused', data: { reasons: grounds.reasons, note: grounds.note } }] };
};
