/** Amounts of working time in words: 8 working hours are one day (QĐ of internal processes; domain rule). */
import { hourMs, minuteMs } from './local-time.ts';

const dayOfWork = 8 * hourMs;

/** `1 ngày 3 giờ`, `3 giờ 20 phút`, `45 phút`: the two largest units, without a remainder below a minute. */
export function showAmount(ms: number): { vi: string; en: string } {
  const days = Math.floor(ms / dayOfWork);
  const hours = Math.floor((ms % dayOfWork) / hourMs);
  const minutes = Math.floor((ms % hourMs) / minuteMs);
  const parts: [number, string, string][] =
    days > 0
      ? [
          [days, 'ngày', days === 1 ? 'day' : 'days'],
          [hours, 'giờ', hours === 1 ? 'hour' : 'hours'],
        ]
      : [
          [hours, 'giờ', hours === 1 ? 'hour' : 'hours'],
          [minutes, 'phút', minutes === 1 ? 'minute' : 'minutes'],
        ];
  const shown = parts.filter(([n]) => n > 0);
  if (shown.length === 0) return { vi: 'dưới 1 phút', en: 'under a minute' };
  return {
    vi: shown.map(([n, vi]) => `${n} ${vi}`).join(' '),
    en: shown.map(([n, , en]) => `${n} ${en}`).join(' '),
  };
}
