/** Received and returned per day as bars, with the same figures as a table for those who read it. */
import type { Dashboard } from '../../../../engine/runtime/api.ts';
import { plainDate } from '../../i18n/format.ts';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';

/** Days shown as bars: what fits a phone. The table has all. */
const SHOWN = 14;
const HEIGHT = 120;
const STEP = 40;
const BAR = 14;

export function DayChart({ days }: { days: Dashboard['perDay'] }) {
  const t = useT(staff);
  const shown = days.slice(-SHOWN);
  const most = Math.max(1, ...shown.flatMap((day) => [day.received, day.returned]));
  if (days.length === 0) return <p className="mc-hint">{t('noFigures')}</p>;
  const height = (count: number): number => Math.round((count / most) * HEIGHT);
  return (
    <figure className="sf-chart">
      <svg
        className="sf-chart__svg"
        viewBox={`0 0 ${shown.length * STEP} ${HEIGHT + 44}`}
        aria-hidden="true"
        focusable="false"
      >
        <defs>
          <pattern
            id="sf-hatch"
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="var(--mc-terrace-tint)" />
            <path d="M0 0v5" stroke="var(--mc-terrace)" strokeWidth="3" />
          </pattern>
        </defs>
        <path className="sf-chart__base" d={`M0 ${HEIGHT + 18.5}H${shown.length * STEP}`} />
        {shown.map((day, index) => (
          <g key={day.date} transform={`translate(${index * STEP + 5} 18)`}>
            <Bar x={0} count={day.received} height={height(day.received)} fill="var(--mc-indigo-700)" />
            <Bar x={BAR + 2} count={day.returned} height={height(day.returned)} fill="url(#sf-hatch)" />
            <text className="sf-chart__day" x={BAR} y={HEIGHT + 18}>
              {plainDate(day.date).slice(0, 5)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption className="sf-chart__legend">
        <span className="sf-chart__key sf-chart__key--received">{t('received')}</span>
        <span className="sf-chart__key sf-chart__key--returned">{t('returned')}</span>
      </figcaption>
      <table className="mc-hidden">
        <caption>{t('perDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            <th scope="col">{t('received')}</th>
            <th scope="col">{t('returned')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{plainDate(day.date)}</th>
              <td>{day.received}</td>
              <td>{day.returned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function Bar({ x, count, height, fill }: { x: number; count: number; height: number; fill: string }) {
  if (count === 0) return null;
  return (
    <>
      <rect x={x} y={HEIGHT - height} width={BAR} height={height} rx={2} fill={fill} />
      <text className="sf-chart__value" x={x + BAR / 2} y={HEIGHT - height - 4}>
        {count}
      </text>
    </>
  );
}
