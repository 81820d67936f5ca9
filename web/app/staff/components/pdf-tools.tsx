/** The row of tools over a PDF. Before the file is open it stands there already, so that nothing jumps. */
import { type RefObject, useEffect, useState } from 'react';
import { pdfView } from '../../i18n/pdf-view.ts';
import { useT } from '../../i18n/use-locale.ts';
import { nextScale, ON_PAPER, type Zoom } from '../pdf/scale.ts';
import { Icon, type IconName } from './icons.tsx';

interface View {
  readonly current: number;
  readonly count: number;
  readonly scale: number;
  readonly zoom: Zoom;
  readonly change: (to: Zoom | undefined) => void;
  readonly rotate: () => void;
  readonly toMark: () => void;
  readonly root: RefObject<HTMLElement | null>;
}

export function PdfTools({
  view,
  mark,
}: {
  view: View | null;
  /** What has a place to go to. */
  mark: 'signing' | 'sealing' | null;
}) {
  const t = useT(pdfView);
  const smaller = view ? nextScale(view.scale, -1) : undefined;
  const larger = view ? nextScale(view.scale, 1) : undefined;
  return (
    <div className="sf-pdf__tools">
      <p className="sf-pdf__count" role="status">
        {view ? (
          <>
            <span className="sf-pdf__word">{t('pageWord')} </span>
            {view.current}/{view.count}
          </>
        ) : null}
      </p>
      {mark ? (
        <Tool icon="target" label={t(`to.${mark}`)} disabled={!view} onPress={() => view?.toMark()} />
      ) : null}
      <Tool
        icon="minus"
        label={t('zoomOut')}
        disabled={smaller === undefined}
        onPress={() => view?.change(smaller)}
      />
      <span className="sf-pdf__scale">
        {view ? t('scale', { percent: Math.round((view.scale / ON_PAPER) * 100) }) : null}
      </span>
      <Tool
        icon="plus"
        label={t('zoomIn')}
        disabled={larger === undefined}
        onPress={() => view?.change(larger)}
      />
      <Tool
        icon="fitWidth"
        label={t('fitWidth')}
        disabled={!view}
        pressed={view?.zoom === 'width'}
        onPress={() => view?.change('width')}
      />
      <Tool
        icon="fitPage"
        label={t('fitPage')}
        disabled={!view}
        pressed={view?.zoom === 'page'}
        onPress={() => view?.change('page')}
      />
      <Tool icon="rotate" label={t('rotate')} disabled={!view} onPress={() => view?.rotate()} />
      {view ? (
        <FullScreen root={view.root} />
      ) : (
        <Tool icon="expand" label={t('full')} disabled onPress={() => undefined} />
      )}
    </div>
  );
}

/** Only where the browser can. */
function FullScreen({ root }: { root: RefObject<HTMLElement | null> }) {
  const t = useT(pdfView);
  const [full, setFull] = useState(false);
  useEffect(() => {
    const onChange = () => setFull(document.fullscreenElement === root.current);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [root]);
  if (!document.fullscreenEnabled) return null;
  const toggle = async () => {
    try {
      await (full ? document.exitFullscreen() : root.current?.requestFullscreen());
    } catch (error) {
      // Refused by the browser: the page stays as it is, which the reader sees.
      console.warn('full screen was refused', error);
    }
  };
  return (
    <Tool
      icon={full ? 'shrink' : 'expand'}
      label={t(full ? 'fullEnd' : 'full')}
      onPress={() => void toggle()}
    />
  );
}

function Tool({
  icon,
  label,
  disabled,
  pressed,
  onPress,
}: {
  icon: IconName;
  label: string;
  disabled?: boolean;
  pressed?: boolean;
  onPress: () => void;
}) {
  return (
    <button
      type="button"
      className="sf-tool"
      title={label}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span className="mc-hidden">{label}</span>
    </button>
  );
}
