/** The keyboard: j k Enter Esc c d / ? and Ctrl+K. Only where nobody is typing. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { staff } from '../../i18n/staff.ts';
import { useT } from '../../i18n/use-locale.ts';
import { inboxHref, readInboxQuery } from '../inbox-query.ts';
import type { Person } from './frame.tsx';
import { Icon } from './icons.tsx';

// Loaded when first asked for: the inbox itself stays light.
const Palette = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Palette })));
const Shortcuts = lazy(() => import('./palette.tsx').then((module) => ({ default: module.Shortcuts })));

type Panel = 'palette' | 'help' | undefined;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
    target.closest('[role="dialog"]') !== null);

const rows = (): HTMLAnchorElement[] => [...document.querySelectorAll<HTMLAnchorElement>('a[data-task]')];

/** Moves among the rows of the list; where a task is open beside it, that one opens. */
function step(by: 1 | -1, isOpen: boolean): void {
  const all = rows();
  const at = all.findIndex(
    (row) => row === document.activeElement || (isOpen && row.getAttribute('aria-current') === 'true'),
  );
  const next =
    all[at === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  if (isOpen) next?.click();
}

export function Keys({ person }: { person: Person }) {
  const t = useT(staff);
  const [panel, setPanel] = useState<Panel>();
  const { taskId } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setPanel('palette');
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const acts: Readonly<Record<string, () => void>> = {
        j: () => step(1, taskId !== undefined),
        k: () => step(-1, taskId !== undefined),
        '/': () => document.querySelector<HTMLElement>('#sf-list-search, #sf-search')?.focus(),
        '?': () => setPanel('help'),
        c: () => document.querySelector<HTMLElement>('[data-key="c"]')?.click(),
        d: () => document.querySelector<HTMLElement>('#quyet-dinh-tieu-de')?.focus(),
        Escape: () => {
          if (taskId !== undefined) void navigate(inboxHref(readInboxQuery(params)));
        },
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [taskId, params, navigate]);
  return (
    <>
      <p className="sf-keys">
        <button type="button" className="sf-keys__button" onClick={() => setPanel('palette')}>
          <kbd className="sf-kbd">Ctrl K</kbd> {t('commands')}
        </button>
        <button type="button" className="sf-keys__button" onClick={() => setPanel('help')}>
          <Icon name="keyboard" /> {t('keysHint')}
        </button>
      </p>
      {/* react-aria would put a style element into the page, which the content policy refuses; the rule is in staff.css. */}
      <span id="react-aria-pressable-style" hidden />
      <Suspense fallback={null}>
        {panel === 'palette' ? <Palette person={person} onClose={() => setPanel(undefined)} /> : null}
        {panel === 'help' ? <Shortcuts onClose={() => setPanel(undefined)} /> : null}
      </Suspense>
    </>
  );
}
