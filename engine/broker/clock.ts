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
  /** Stops the clock at a moment. */
  pin(at: number): void;
  /** Back to the system's time. */
  reset(): void;
}

/** A clock that runs with the system's, plus what a test added, or stands still where a test wants it. */
export function controllableClock(): ControllableClock {
  let offset = 0;
  let pinned: number | undefined;
  const listeners = new Set<() => void>();
  const jump = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    now: () => pinned ?? Date.now() + offset,
    onJump(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(ms) {
      if (pinned === undefined) offset += ms;
      else pinned += ms;
      jump();
    },
    pin(at) {
      pinned = at;
      jump();
    },
    reset() {
      offset = 0;
      pinned = undefined;
      jump();
    },
  };
}
