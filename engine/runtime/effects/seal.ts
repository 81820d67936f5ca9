/** Văn thư: number and date from the unit's yearly register book, then the agency's signature (NĐ 30/2020 Đ17). */
import { RuntimeError } from '../api.ts';
import { issueNumber } from '../store/counters.ts';
import { localDate } from '../store/local-time.ts';
import { resultKey } from './sign.ts';
import type { Effect } from './types.ts';

export const seal: Effect = async ({ tx, at, dossier, version, places }) => {
  if (!dossier.state.result?.signedAt)
    throw new RuntimeError('INVALID', {
      vi: 'Người có thẩm quyền chưa ký, chưa thể đóng dấu.',
      en: 'The authorised person has not signed yet.',
    });
  const unit = await places.unit(dossier.competentUnitId);
  const number = await issueNumber(tx, 'registerNumber', at, {
    unit: unit.code,
    procedure: dossier.procedureCode,
  });
  const key = resultKey(version);
  const date = localDate(at);
  return {
    events: [{ type: 'result.sealed', data: { key, number, date } }],
    outbox: [{ kind: 'document.seal', payload: { key, number, date, at: at.toISOString() } }],
  };
};
