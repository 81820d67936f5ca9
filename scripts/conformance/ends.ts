/** What a script has started is ended with it, also when it is told to stop. */

/** Returns where to register what must be ended, and how to end it all, the last first. */
export function endings(): { add(end: () => Promise<void>): void; all(): Promise<void> } {
  const ends: (() => Promise<void>)[] = [];
  const all = async (): Promise<void> => {
    for (let end = ends.pop(); end; end = ends.pop()) await end();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      all().finally(() => process.exit(130));
    });
  return { add: (end) => ends.push(end), all };
}
