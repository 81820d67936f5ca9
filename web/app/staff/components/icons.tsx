/** The few pictures of the staff pages; all of them stand beside a word or have a name elsewhere. */
const PATHS = {
  inbox: 'M3 12h4l1.5 3h7L17 12h4M5 5h14l2 7v7H3v-7z',
  counter: 'M12 5v14M5 12h14',
  dashboard: 'M5 20V10M12 20V4M19 20v-7',
  operations: 'M4 7h10M18 7h2M4 17h2M10 17h10M16 4.5v5M8 14.5v5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-4.5-4.5',
  back: 'M14 6l-6 6 6 6',
  up: 'M6 14l6-6 6 6',
  down: 'M6 10l6 6 6-6',
  clock: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8v4.5l3 1.5',
  late: 'M12 4l9 16H3zM12 10v4.5M12 17.2v.3',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  out: 'M10 5H5v14h5M14 8l4 4-4 4M18 12H9',
  plus: 'M12 6v12M6 12h12',
  minus: 'M6 12h12',
  rotate: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
  target: 'M4 18c3-9 6-12 8-10s-5 8-2 9 4-4 6-4 1 3 4 3M4 21h16',
  fitWidth: 'M4 5v14M20 5v14M7 12h10M10 9l-3 3 3 3M14 9l3 3-3 3',
  fitPage: 'M6 3h12v18H6zM12 7v10M9.5 9.5L12 7l2.5 2.5M9.5 14.5L12 17l2.5-2.5',
  expand: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
  shrink: 'M4 9h5V4M20 9h-5V4M4 15h5v5M20 15h-5v5',
  open: 'M13 5h6v6M19 5l-9 9M17 14v5H5V7h5',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  refresh: 'M19 12a7 7 0 1 1-2.2-5.1M19 4v4h-4',
  keyboard: 'M3 7h18v10H3zM7 11h.1M11 11h.1M15 11h.1M8 14h8',
  check: 'M5 12.5l4.5 4.5L19 7.5',
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="sf-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
