/** HTML → PDF with Chromium, statutory slips and result papers. See README.md. */
export { type ChromiumLaunchOptions, chromiumLaunchOptions } from './chromium.ts';
export { formatDate, formatDateTime, formatShortDate } from './dates.ts';
export { PdfError, type PdfErrorCode, SlipError, type SlipErrorCode } from './errors.ts';
export {
  createPdfRenderer,
  type PdfRenderer,
  type PdfRendererOptions,
  type RenderOptions,
} from './renderer.ts';
export { type ResultData, resultData, type SlipData, type SlipKind, slipData } from './slip-data.ts';
export { loadSlipSets, renderResult, renderSlip, type SlipSet, slipSetOn } from './slip-set.ts';
export { renderTemplate } from './template.ts';
