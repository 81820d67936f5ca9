/** Shows a PDF with pdf.js: pages, zoom, turning, the place of a signature. Without script the browser's own viewer stays. */
import { useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { pdfView } from '../../i18n/pdf-view.ts';
import { useT } from '../../i18n/use-locale.ts';
import { type OpenPdf, openPdf, PdfError, type Problem } from '../pdf/open-pdf.ts';
import { nextScale, ON_PAPER, scaleOf, type Zoom } from '../pdf/scale.ts';
import { Icon } from './icons.tsx';
import { PdfPage } from './pdf-page.tsx';
import { PdfTools } from './pdf-tools.tsx';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly problem: Problem; readonly code: string | null }
  | { readonly state: 'open'; readonly pdf: OpenPdf };

/** Room around the pages, in pixels; the stage's padding in staff.css. */
const ROOM = 6;
/** Below this a whole page is a picture of a page, not something to read: 2.5 mm high lines become 1 mm. */
const READABLE = 0.4 * ON_PAPER;

export interface PdfViewProps {
  readonly href: string;
  readonly title: string;
  /** What is about to be put on the paper; its place is outlined when the file's answer tells it. */
  readonly mark: 'signing' | 'sealing' | null;
}

export function PdfView({ href, title, mark }: PdfViewProps) {
  const t = useT(pdfView);
  const [loaded, again] = usePdf(href);
  return (
    <div className="sf-pdf">
      {loaded.state === 'open' ? (
        <Open pdf={loaded.pdf} title={title} mark={mark} />
      ) : (
        <>
          <PdfTools view={null} mark={mark} />
          <div className={`sf-viewer__stage sf-pdf__stage${mark ? ' sf-pdf__stage--still' : ''}`}>
            {loaded.state === 'loading' ? (
              <div className="sf-pdf__page sf-pdf__page--waiting">
                <p className="sf-pdf__note" role="status">
                  {t('loading', { title })}
                </p>
              </div>
            ) : (
              <Failed {...loaded} href={href} onRetry={again} />
            )}
          </div>
        </>
      )}
      <noscript>
        <iframe className="sf-pdf__plain" src={`${href}#view=FitH`} title={title} />
        <a className="sf-pdf__link" href={href}>
          {t('link')}
        </a>
      </noscript>
    </div>
  );
}

function usePdf(href: string): readonly [Loaded, () => void] {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the same address again
  useEffect(() => {
    const stop = new AbortController();
    let close: OpenPdf['close'] | undefined;
    setLoaded({ state: 'loading' });
    openPdf(href, stop.signal).then(
      (pdf) => {
        close = pdf.close;
        if (stop.signal.aborted) return void close();
        setLoaded({ state: 'open', pdf });
      },
      (error: unknown) => {
        if (stop.signal.aborted) return;
        console.error(error);
        const known = error instanceof PdfError ? error : new PdfError('broken');
        setLoaded({ state: 'failed', problem: known.problem, code: known.code });
      },
    );
    return () => {
      stop.abort();
      void close?.();
    };
  }, [href, attempt]);
  const again = useCallback(() => setAttempt((count) => count + 1), []);
  return [loaded, again];
}

function Failed({
  problem,
  code,
  href,
  onRetry,
}: {
  problem: Problem;
  code: string | null;
  href: string;
  onRetry: () => void;
}) {
  const t = useT(pdfView);
  const id = useId();
  const readable = problem === 'broken' || problem === 'locked';
  return (
    <div className="sf-pdf__problem" role="alert" aria-labelledby={id}>
      <Icon name="late" />
      <h3 className="sf-pdf__problem-title" id={id}>
        {t('problemTitle')}
      </h3>
      <p>{t(`problem.${problem}`)}</p>
      {code && problem !== 'refused' ? <p className="mc-hint">{t('code', { code })}</p> : null}
      {readable ? (
        <a className="sf-button" href={href} download>
          <Icon name="download" />
          {t('download')}
        </a>
      ) : (
        <button type="button" className="sf-button" onClick={onRetry}>
          <Icon name="refresh" />
          {t('retry')}
        </button>
      )}
    </div>
  );
}

function Open({ pdf, title, mark }: { pdf: OpenPdf; title: string; mark: PdfViewProps['mark'] }) {
  const t = useT(pdfView);
  const root = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLElement>(null);
  const inside = useInside(stage);
  // Who signs must see the whole page at once; who reads wants it as large as it goes.
  const [zoom, setZoom] = useState<Zoom>(mark ? 'page' : 'width');
  const [turn, setTurn] = useState(0);
  const sizes = pdf.pages.map((page) => page.getViewport({ scale: 1, rotation: page.rotate + turn * 90 }));
  // Each page fits by itself: a landscape page among others must not make them small.
  const scales = inside ? sizes.map((size) => scaleOf(zoom, size, inside)) : undefined;
  const [current, setCurrent] = useState(1);
  const scale = scales?.[current - 1];
  const keepMiddle = useKeptMiddle(stage, scale, turn);
  const change = (to: Zoom | undefined) => {
    if (to === undefined) return;
    keepMiddle();
    setZoom(to);
  };
  const wanted = useRef(mark !== null);
  const toMark = useCallback((smooth: boolean) => {
    const found = stage.current?.querySelector('[data-mark]');
    const calm = !smooth || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (stage.current && found) scrollToMiddle(stage.current, found, calm ? 'auto' : 'smooth');
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the pages have their new size
  useLayoutEffect(() => {
    if (scale === undefined || !wanted.current) return;
    // A small window, or one zoomed by the browser: as wide as it goes, at the place of the signature.
    if (zoom === 'page' && scale < READABLE) return setZoom('width');
    wanted.current = false;
    toMark(false);
  }, [scale]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || scale === undefined) return;
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => change(nextScale(scale, 1)),
      '=': () => change(nextScale(scale, 1)),
      '-': () => change(nextScale(scale, -1)),
      '0': () => change('width'),
      r: () => setTurn((turn + 1) % 4),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that repeat what the buttons do
    <div className="sf-pdf__open" ref={root} onKeyDown={onKeyDown}>
      <PdfTools
        mark={pdf.place ? mark : null}
        view={
          scale === undefined
            ? null
            : {
                current,
                count: pdf.pages.length,
                scale,
                zoom,
                change,
                rotate: () => setTurn((turn + 1) % 4),
                toMark: () => {
                  // Near enough to read: the mark three quarters as wide as the stage.
                  const width = pdf.place?.rect.width ?? 0;
                  const near = inside ? (0.75 * inside.width) / width : scale;
                  if (near > scale * 1.03) {
                    wanted.current = true;
                    setZoom(near);
                  } else toMark(true);
                },
                root,
              }
        }
      />
      <section
        className={`sf-viewer__stage sf-pdf__stage${zoom === 'page' && sizes.length === 1 ? ' sf-pdf__stage--still' : ''}`}
        ref={stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={title}
        onScroll={(event) => setCurrent(pageInMiddle(event.currentTarget))}
      >
        {scales === undefined
          ? null
          : pdf.pages.map((page, index) => (
              <PdfPage
                key={page.pageNumber}
                page={page}
                count={pdf.pages.length}
                scale={scales[index] ?? 1}
                turn={turn}
                stage={stage}
                TextLayer={pdf.TextLayer}
                mark={
                  mark && pdf.place?.page === page.pageNumber
                    ? { rect: pdf.place.rect, text: t(`here.${mark}`), seal: mark === 'sealing' }
                    : null
                }
              />
            ))}
      </section>
    </div>
  );
}

/** Size of the stage without its scroll bars and the room around pages. */
function useInside(stage: React.RefObject<HTMLElement | null>) {
  const [inside, setInside] = useState<{ width: number; height: number }>();
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = () => {
      const width = Math.max(100, element.clientWidth - ROOM);
      const height = Math.max(100, element.clientHeight - ROOM);
      setInside((known) => (known?.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return inside;
}

/** What was in the middle of the stage stays there when pages grow or shrink. */
function useKeptMiddle(stage: React.RefObject<HTMLElement | null>, scale: number | undefined, turn: number) {
  const kept = useRef<{ x: number; y: number }>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after the pages have their new size
  useLayoutEffect(() => {
    const element = stage.current;
    const middle = kept.current;
    kept.current = undefined;
    if (!element || !middle) return;
    element.scrollLeft = middle.x * element.scrollWidth - element.clientWidth / 2;
    element.scrollTop = middle.y * element.scrollHeight - element.clientHeight / 2;
  }, [scale, turn]);
  return () => {
    const element = stage.current;
    if (!element) return;
    kept.current = {
      x: (element.scrollLeft + element.clientWidth / 2) / element.scrollWidth,
      y: (element.scrollTop + element.clientHeight / 2) / element.scrollHeight,
    };
  };
}

function scrollToMiddle(stage: Element, target: Element, behavior: ScrollBehavior): void {
  const frame = stage.getBoundingClientRect();
  const box = target.getBoundingClientRect();
  stage.scrollBy({
    left: box.left + box.width / 2 - frame.left - frame.width / 2,
    top: box.top + box.height / 2 - frame.top - frame.height / 2,
    behavior,
  });
}

function pageInMiddle(stage: HTMLElement): number {
  const frame = stage.getBoundingClientRect();
  const middle = frame.top + frame.height / 2;
  const pages = [...stage.children];
  const at = pages.findIndex((page) => page.getBoundingClientRect().bottom >= middle);
  return at === -1 ? pages.length : at + 1;
}
