/** Xác minh: another commune is asked and answers, while the rest of the work goes on. */
import { RuntimeError } from '../api.ts';
import { addressIn, consultedUnit } from './consulted-unit.ts';
import type { Effect } from './types.ts';

export const requestVerification: Effect = async ({ data, dossier, places, reasons, note }) => {
  const unit = consultedUnit(data, await places.units());
  const problem = !unit
    ? 'Chọn xã, phường cần xác minh (trong tỉnh).'
    : unit.id === dossier.competentUnitId
      ? 'Phải là xã, phường khác với nơi giải quyết.'
      : null;
  if (!unit || problem) {
    const path = addressIn(data)?.path ?? 'consultedUnitId';
    throw new RuntimeError(
      'INVALID',
      { vi: problem ?? '', en: 'Choose another commune of the province to verify.' },
      { errors: [{ path, label: 'Xã, phường xác minh', message: problem }] },
    );
  }
  return {
    events: [{ type: 'verification.requested', data: { unitId: unit.id, reasons, note } }],
    variables: { consultedUnitId: unit.id },
  };
};

export const verify: Effect = async ({ action, reasons, note, data }) => ({
  events: [{ type: 'verification.given', data: { action: action.id, reasons, note, answer: data } }],
});
