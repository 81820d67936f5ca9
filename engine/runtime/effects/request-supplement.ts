/** Yêu cầu bổ sung: the clock stands from now until the supplement comes (NĐ 118/2025 Đ17.2a). */
import type { Effect } from './types.ts';

export const requestSupplement: Effect = async ({ dossier, reasons, note }) => ({
  events: [
    {
      type: 'supplement.requested',
      data: {
        reasons,
        note,
        ordinal: dossier.state.supplementRequests + 1,
        pausesClock: dossier.state.receivedAt !== null,
      },
    },
  ],
});
