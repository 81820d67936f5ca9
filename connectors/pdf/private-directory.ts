/** A directory under the temporary one that is this user's alone. */
import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PdfError } from './errors.ts';

/**
 * Made when missing; somebody else's of the same name is refused, since programs are started from it.
 * @throws PdfError NO_CHROMIUM
 */
export async function privateDirectory(name: string): Promise<string> {
  const uid = process.getuid?.() ?? 0;
  const dir = join(tmpdir(), `${name}-${uid}`);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const stat = await lstat(dir);
  if (!stat.isDirectory() || stat.uid !== uid || (stat.mode & 0o022) !== 0)
    throw new PdfError('NO_CHROMIUM', `${dir} belongs to somebody else. Remove it or set TMPDIR.`);
  return dir;
}
