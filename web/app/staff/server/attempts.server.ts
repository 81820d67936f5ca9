/** Counts sign-in attempts in memory: begun ones count, so that many at the same time do not slip through; a success clears. */

/** Keys kept at most; the oldest go first. */
const MOST_KEYS = 20_000;

export interface Attempts {
  /** Counts one more attempt; false when `most` were begun within the window. */
  begin(key: string, most: number): boolean;
  /** The attempt was a good one: its key starts afresh. */
  succeeded(key: string): void;
}

export function createAttempts(windowMs: number, now: () => number = Date.now): Attempts {
  const counts = new Map<string, { count: number; since: number }>();
  return {
    begin(key, most) {
      const time = now();
      const found = counts.get(key);
      const entry = found && time - found.since < windowMs ? found : { count: 0, since: time };
      entry.count += 1;
      counts.delete(key);
      counts.set(key, entry);
      if (counts.size > MOST_KEYS) counts.delete(counts.keys().next().value ?? key);
      return entry.count <= most;
    },
    succeeded: (key) => {
      counts.delete(key);
    },
  };
}
