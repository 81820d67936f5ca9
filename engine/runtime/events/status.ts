/** The national status list of dossiers (DVCQG) and its legal transitions. Source: domain reference 3.4. */
import type { DossierStatus } from '../api.ts';
import type { Localized } from '../package/schema.ts';
import type { DossierState } from './types.ts';

const names: Readonly<Record<DossierStatus, Localized>> = {
  1: { vi: 'Mới đăng ký', en: 'Newly submitted' },
  2: { vi: 'Được tiếp nhận', en: 'Accepted' },
  3: { vi: 'Không được tiếp nhận', en: 'Not accepted' },
  4: { vi: 'Đang xử lý', en: 'In progress' },
  5: { vi: 'Yêu cầu bổ sung giấy tờ', en: 'Supplement requested' },
  6: { vi: 'Yêu cầu thực hiện nghĩa vụ tài chính', en: 'Payment requested' },
  7: { vi: 'Công dân yêu cầu rút hồ sơ', en: 'Withdrawn by the applicant' },
  8: { vi: 'Dừng xử lý', en: 'Stopped' },
  9: { vi: 'Đã xử lý xong', en: 'Processed' },
  10: { vi: 'Đã trả kết quả', en: 'Result returned' },
};
const next: Readonly<Record<DossierStatus, readonly DossierStatus[]>> = {
  1: [2, 3, 5, 7],
  2: [4, 5, 6, 7, 8],
  3: [],
  4: [5, 6, 7, 8, 9],
  5: [2, 4, 7, 8, 3],
  6: [2, 4, 7, 8, 9],
  7: [],
  8: [],
  9: [10, 6],
  10: [],
};
const resubmitted: Localized = {
  vi: 'Đã nhận bổ sung, đang kiểm tra lại',
  en: 'Supplement received, being checked',
};

export class IllegalTransition extends Error {}

/** @throws IllegalTransition for a step the status list does not know; staying is always legal. */
export function toStatus(from: DossierStatus, to: DossierStatus): DossierStatus {
  if (from !== to && !next[from].includes(to))
    throw new IllegalTransition(`status ${from} cannot become ${to}`);
  return to;
}

export function isTerminal(status: DossierStatus): boolean {
  return next[status].length === 0;
}

export function statusName(state: Pick<DossierState, 'status' | 'resubmitted'>): Localized {
  return state.status === 5 && state.resubmitted ? resubmitted : names[state.status];
}
