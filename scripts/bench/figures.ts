/** Small statistics for benchmarks. */

/** Value below which the share `q` (0…1) of the samples lies; nearest rank. NaN without samples. */
export function quantile(samples: readonly number[], q: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? Number.NaN;
}

/** p50 and p95 in milliseconds, one decimal. */
export const spread = (samples: readonly number[]) => ({
  n: samples.length,
  p50: round(quantile(samples, 0.5)),
  p95: round(quantile(samples, 0.95)),
});

export const round = (value: number): number => Math.round(value * 10) / 10;
