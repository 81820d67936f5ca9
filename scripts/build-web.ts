/** Builds the web bundle when its sources are newer than the last build; a second start builds nothing. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Folders whose code or style ends up in the bundle. */
const inputs = ['web', 'forms', 'engine', 'connectors', 'designer'];
const skipped = /(^|\/)(build|node_modules|\.react-router|migrations)(\/|$)|\.test\.tsx?$|\.(md|sql|log)$/;

/** Name, size and time of every input: cheap, and a checkout or an edit changes it. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const folder of inputs)
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (skipped.test(name)) continue;
      const stat = statSync(join(root, folder, name));
      if (stat.isFile()) hash.update(`${folder}/${name}:${stat.size}:${Math.round(stat.mtimeMs)}\n`);
    }
  hash.update(readFileSync(join(root, 'package-lock.json')));
  return hash.digest('hex');
}

/** Runs the bundler if needed. Throws an Error with the bundler's words when it fails. */
export async function buildWebIfStale(root: string, progress: (line: string) => void): Promise<void> {
  const mark = join(root, 'web/build/.inputs');
  const now = fingerprint(root);
  if (existsSync(mark) && readFileSync(mark, 'utf8') === now) return;
  progress('building the web bundle (first start only)');
  try {
    await promisify(execFile)(
      process.execPath,
      [join(root, 'node_modules/@react-router/dev/bin.cjs'), 'build', 'web'],
      {
        cwd: root,
        maxBuffer: 1e8,
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
  } catch (error) {
    const words = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    throw new Error(`The web bundle could not be built:\n${words.split('\n').slice(-20).join('\n')}`);
  }
  writeFileSync(mark, now);
}
