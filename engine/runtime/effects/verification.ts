/** Xác minh: another commune is asked and answers, while the rest of the work goes on. */
import { RuntimeError } from '../api.ts';
import type { Effect } from './types.ts';

/** The examination form carries the commune asked under this key. */
export const consultedUnitField = 'consultedUnitId';

export const requestVerification: Effect = async ({ data, dossier, places, reasons, note }) => {
  const unitId = data[consultedUnitField];
  const unit = typeof unitId === 'string' && unitId !== '' ? await places.findUnit(unitId) : undefined;
  const problem = !unit ? 'Chọn xã, phường cần xác minh.' : unit.id === dossier.competentUnitId ? 'Phải là xã, phường khác với nơi giải quyết.' : null;
  if (!unit || problem)
    throw new RuntimeError('INVALID', { vi: problem ?? '', en: 'Choose another commune that is to verify.' }, { errors: [{ path: consultedUnitField, label: 'Xã, phường xác minh', message: problem }] });
  return {
    events: [{ type: 'verification.requested', data: { unitId: unit.id, reasons, note } }],
    variables: { consultedUnitId: unit.id },
  };
};

export const verify: Effect = async ({ action, reasons, note, data }) => ({
  events: [{ type: 'verification.given', data: { action: action.id, reasons, note, answer: data } }],
});
