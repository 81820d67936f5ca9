/** Watches the free space of the disk that the database stands on: below a limit new work is refused before the database itself fails. */
import { statfs } from 'node:fs/promises';
import type { Logger } from 'pino';

const EVERY = 1_000;

export interface DiskWatch {
  hasRoom(): boolean;
  stop(): void;
}

/** `minFree` in bytes; the first look is taken before this returns. */
export async function watchDisk(folder: string, minFree: number, log: Logger): Promise<DiskWatch> {
  let room = true;
  const look = async (): Promise<void> => {
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    // a little more than the limit, so that it does not go to and fro
    const now = free > (room ? minFree : minFree * 1.1);
    if (now !== room)
      log.warn(
        { folder, free, minFree },
        now ? 'the disk has room again' : 'the disk is nearly full: new work is refused',
      );
    room = now;
  };
  await look();
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, 'the disk cannot be looked at'));
  }, EVERY);
  timer.unref();
  return { hasRoom: () => room, stop: () => clearInterval(timer) };
}
