/** The portal's own mark and name (a house with an open door above terraces; not a state emblem). */
import { Link } from 'react-router';
import { common } from '../i18n/common.ts';
import { useT } from '../i18n/use-locale.ts';

export function Mark() {
  return (
    <svg className="mc-brand__mark" viewBox="0 0 48 48" aria-hidden="true" focusable="false">
      <rect width="48" height="48" rx="9" fill="var(--mc-indigo-800)" />
      <path
        fill="none"
        stroke="var(--mc-white)"
        strokeWidth="3"
        strokeLinecap="square"
        d="M8 22 26.5 7M40 22 21.5 7"
      />
      <path fill="var(--mc-white)" d="M14 22.5 24 14.4l10 8.1V30h-6v-6.5h-8V30h-6z" />
      <path
        fill="none"
        stroke="var(--mc-rice-bright)"
        strokeWidth="2.6"
        d="M7 34.5c6-3 11-3 17 0s11 3 17 0"
      />
      <path
        fill="none"
        stroke="var(--mc-terrace-bright)"
        strokeWidth="2.6"
        d="M7 40c6-3 11-3 17 0s11 3 17 0"
      />
    </svg>
  );
}

export function Brand({ to, name }: { to: string; name: string }) {
  const t = useT(common);
  return (
    <Link className="mc-brand" to={to}>
      <Mark />
      <span>
        <span className="mc-brand__place">{t('province')}</span>
        <span className="mc-brand__name">{name}</span>
      </span>
    </Link>
  );
}
