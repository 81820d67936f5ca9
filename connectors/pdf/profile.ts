/** A throw-away browser profile per start. What a killed process left behind is swept at the next start. */
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { privateDirectory } from './private-directory.ts';

export interface Profile {
  readonly dir: string;
  remove(): Promise<void>;
}

/** @throws PdfError NO_CHROMIUM when the place belongs to somebody else */
export async function makeProfile(): Promise<Profile> {
  const base = await privateDirectory('motcua-browser');
  await sweep(base);
  const own = join(base, String(process.pid));
  await mkdir(own, { recursive: true });
  const dir = await mkdtemp(join(own, 'profile-'));
  return { dir, remove: () => rm(dir, { recursive: true, force: true, maxRetries: 3 }) };
}

/** Folders are named by the process that made them. */
async function sweep(base: string): Promise<void> {
  const gone = (await readdir(base)).filter((name) => /^\d+$/.test(name) && !isAlive(Number(name)));
  await Promise.all(gone.map((name) => rm(join(base, name), { recursive: true, force: true })));
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
