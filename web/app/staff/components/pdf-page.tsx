/** One page of a PDF: drawn when it comes near, its text over the picture for selecting and reading aloud. */
import type { PDFPageProxy } from 'pdfjs-dist';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { pdfView } from '../../i18n/pdf-view.ts';
import { useT } from '../../i18n/use-locale.ts';
import type { OpenPdf } from '../pdf/open-pdf.ts';
import { density } from '../pdf/scale.ts';
import type { SignaturePlace } from '../pdf/signature-place.ts';

export function PdfPage({
  page,
  count,
  scale,
  turn,
  stage,
  TextLayer,
  mark,
}: {
  page: PDFPageProxy;
  count: number;
  scale: number;
  /** Quarter turns to the right, over the page's own. */
  turn: number;
  stage: RefObject<HTMLElement | null>;
  TextLayer: OpenPdf['TextLayer'];
  mark: { readonly rect: SignaturePlace['rect']; readonly text: string; readonly seal: boolean } | null;
}) {
  const t = useT(pdfView);
  const ref = useRef<HTMLElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'waiting' | 'drawn' | 'failed'>('waiting');
  const near = useNear(ref, stage);
  const viewport = page.getViewport({ scale, rotation: (page.rotate + turn * 90) % 360 });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the viewport follows from page, scale and turn
  useEffect(() => {
    const place = picture.current;
    if (!near || !place) return;
    const canvas = document.createElement('canvas');
    const dots = density(viewport, window.devicePixelRatio);
    canvas.width = Math.round(viewport.width * dots);
    canvas.height = Math.round(viewport.height * dots);
    canvas.setAttribute('aria-hidden', 'true');
    const task = page.render({
      canvas,
      viewport,
      transform: [canvas.width / viewport.width, 0, 0, canvas.height / viewport.height, 0, 0],
    });
    let current = true;
    task.promise.then(
      () => {
        if (!current) return;
        // Until now the former picture stood here, stretched: no flash while zooming.
        place.replaceChildren(canvas);
        setState('drawn');
      },
      (error: unknown) => {
        if (!current) return;
        console.error(`page ${page.pageNumber} could not be drawn`, error);
        setState('failed');
      },
    );
    return () => {
      current = false;
      task.cancel();
    };
  }, [page, near, scale, turn]);

  useEffect(() => {
    if (near) return;
    // A long file must not fill a phone's memory with pictures nobody sees.
    picture.current?.replaceChildren();
    setState('waiting');
  }, [near]);

  const layer = useRef<InstanceType<OpenPdf['TextLayer']>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scale and turn are followed below
  useEffect(() => {
    const container = text.current;
    if (!near || !container) return;
    const made = new TextLayer({ textContentSource: page.streamTextContent(), container, viewport });
    layer.current = made;
    made.render().catch((error: unknown) => {
      if (layer.current === made) console.error(`text of page ${page.pageNumber} could not be read`, error);
    });
    return () => {
      layer.current = undefined;
      made.cancel();
      container.replaceChildren();
    };
  }, [page, near, TextLayer]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the viewport follows from page, scale and turn
  useEffect(() => layer.current?.update({ viewport }), [scale, turn]);

  return (
    <section
      ref={ref}
      className="sf-pdf__page"
      data-state={state}
      aria-label={t('page', { page: page.pageNumber, count })}
      style={
        {
          inlineSize: viewport.width,
          blockSize: viewport.height,
          '--total-scale-factor': scale,
          '--scale-round-x': '1px',
          '--scale-round-y': '1px',
        } as React.CSSProperties
      }
    >
      <div className="sf-pdf__picture" ref={picture} />
      <div className="sf-pdf__text" ref={text} />
      {mark ? <Mark mark={mark} box={boxOf(viewport, mark.rect)} /> : null}
      {state === 'failed' ? (
        <p className="sf-pdf__failed" role="alert">
          {t('pageFailed')}
        </p>
      ) : null}
    </section>
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function boxOf(viewport: ReturnType<PDFPageProxy['getViewport']>, rect: SignaturePlace['rect']): Box {
  const [x1, y1] = viewport.convertToViewportPoint(rect.x, rect.y) as [number, number];
  const [x2, y2] = viewport.convertToViewportPoint(rect.x + rect.width, rect.y + rect.height) as [
    number,
    number,
  ];
  return {
    left: Math.min(x1, x2),
    top: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
}

function Mark({ mark, box }: { mark: { readonly text: string; readonly seal: boolean }; box: Box }) {
  return (
    <div className={mark.seal ? 'sf-pdf__mark sf-pdf__mark--seal' : 'sf-pdf__mark'} data-mark="" style={box}>
      <p className="mc-hidden">{mark.text}</p>
    </div>
  );
}

/** Whether the element is in the stage's window or little outside. */
function useNear(ref: RefObject<HTMLElement | null>, stage: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: stage.current,
      rootMargin: '100% 0px',
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref, stage]);
  return near;
}
