/** The broker's clock: the system's, or one that a test moves. */

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls back after the time has jumped (never on a steady clock); returns how to unsubscribe. */
  onJump(listener: () => void): () => void;
}

export const systemClock: Clock = { now: Date.now, onJump: () => () => undefined };

export interface ControllableClock extends Clock {
  /** Moves the running clock forward by `ms` milliseconds: timers, job timeouts, back-offs and message lifetimes follow. */
  add(ms: number): void;
}

/** A clock that runs with the system's, plus what a test added. */
export function controllableClock(): ControllableClock {
  let offset = 0;
  const listeners = new Set<() => void>();
  return {
    now: () => Date.now() + offset,
    onJump(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(ms) {
      offset += ms;
      for (const listener of listeners) listener();
    },
  };
}
