/** How large pages of a PDF are drawn. A scale is CSS pixels per point; 96/72 is the size on paper. */

export interface Size {
  readonly width: number;
  readonly height: number;
}
/** The whole width of the page, the whole page, or a scale somebody chose. */
export type Zoom = 'width' | 'page' | number;

export const ON_PAPER = 96 / 72;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4].map(
  (step) => step * ON_PAPER,
);
/** iPhones give up on larger canvases (16 million pixels). */
const MAX_PIXELS = 2 ** 24;

/** The scale at which a page of this size (in points) fills a stage whose inside has this size. */
export function scaleOf(zoom: Zoom, page: Size, inside: Size): number {
  if (typeof zoom === 'number') return zoom;
  const wide = inside.width / page.width;
  return Math.max(0.1, zoom === 'width' ? wide : Math.min(wide, inside.height / page.height));
}

/** The next step up or down; undefined at the end. A step nearer than 3 % is no step. */
export function nextScale(scale: number, by: 1 | -1): number | undefined {
  return by === 1 ? STEPS.find((step) => step > scale * 1.03) : STEPS.findLast((step) => step < scale / 1.03);
}

/** Canvas pixels per CSS pixel: the screen's own, fewer where the canvas would grow too large. */
export function density(size: Size, screen: number): number {
  return Math.min(Math.max(1, screen), Math.sqrt(MAX_PIXELS / (size.width * size.height)));
}
