/** HTML → PDF with Chromium, statutory slips and result papers. See README.md. */
export { chromiumLaunchOptions } from './chromium.ts';
export { PdfError, SlipError } from './errors.ts';
export { createPdfRenderer, type PdfRenderer } from './renderer.ts';
export type { ResultData, SlipData } from './slip-data.ts';
export { loadSlipSets, renderResult, renderSlip, type SlipSet, slipSetOn } from './slip-set.ts';
export { renderTemplate } from './template.ts';
