/** How long a slip takes: start of the browser, then warm. For `npm run bench`. */

import { createPdfRenderer } from './renderer.ts';
import { receiptSample } from './sample-data.ts';
import { loadSlipSets, renderSlip, slipSetOn } from './slip-set.ts';

export interface PdfBench {
  readonly case: 'slip-pdf';
  readonly documents: number;
  readonly concurrency: number;
  /** First document, browser start included, milliseconds. */
  readonly coldMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly documentsPerSecond: number;
  readonly bytes: number;
}

/** Fills and prints slip 01 again and again, `concurrency` at a time. Template, QR code, Chromium and finishing are all counted. */
export async function benchPdf(
  options: { documents?: number; concurrency?: number } = {},
): Promise<PdfBench> {
  const { documents = 100, concurrency = 1 } = options;
  const renderer = createPdfRenderer({ concurrency });
  const set = slipSetOn(await loadSlipSets(), '2026-11-20');
  let next = 0;
  let bytes = 0;
  const times: number[] = [];
  const renderOne = async (): Promise<number> => {
    const data = { ...receiptSample, dossierCode: `H38.12.01-261120-${String(next++).padStart(4, '0')}` };
    const start = performance.now();
    bytes = (await renderer.renderPdf(renderSlip(set, '01', data).html)).length;
    return performance.now() - start;
  };
  try {
    const coldMs = await renderOne();
    await renderOne();
    const started = performance.now();
    const worker = async () => {
      while (times.length < documents) times.push(await renderOne());
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    const seconds = (performance.now() - started) / 1000;
    times.sort((a, b) => a - b);
    const percentile = (share: number) =>
      round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0);
    return {
      case: 'slip-pdf',
      documents: times.length,
      concurrency,
      coldMs: round(coldMs),
      p50Ms: percentile(0.5),
      p95Ms: percentile(0.95),
      documentsPerSecond: round(times.length / seconds),
      bytes,
    };
  } finally {
    await renderer.close();
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
