/**
 * Token buckets in memory, one set per web process: enough to slow guessing down on one machine. Behind several
 * web processes each has its own buckets; the runtime's own limit on code + PIN counts in Postgres for all of them.
 */
export interface RateLimiter {
  /** Takes a token of `key`; false when none is left. `perMinute` refills, `burst` is the most that can be saved up. */
  take(key: string, limit: { perMinute: number; burst: number }): boolean;
}

const MOST_KEYS = 50_000;

export function createRateLimiter(now: () => number = Date.now): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return {
    take(key, { perMinute, burst }) {
      const time = now();
      const bucket = buckets.get(key) ?? { tokens: burst, at: time };
      const tokens = Math.min(burst, bucket.tokens + ((time - bucket.at) / 60_000) * perMinute);
      const allowed = tokens >= 1;
      buckets.delete(key);
      buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: time });
      // The map keeps order of use: the oldest key is the one that matters least.
      if (buckets.size > MOST_KEYS) buckets.delete(buckets.keys().next().value ?? key);
      return allowed;
    },
  };
}
