/** Helpers of the start that run in a process of their own and end: what they load is memory the product does not keep. */
import { spawn } from 'node:child_process';

/** Runs a script of ours to its end. @throws Error with its last words when it fails */
export async function runOnce(
  script: string,
  options: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    words = (words + text).slice(-4000);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(words.trim() || `${script} ended with ${code}`);
}

/**
 * Compiles the programs into the cache before they are first started: a process that strips types itself keeps 20 MB for it.
 * A program without settings loads everything it is made of, says which setting is missing, and ends.
 */
export async function compileAhead(
  scripts: readonly string[],
  options: { readonly cwd: string; readonly cacheDir: string },
): Promise<void> {
  const { DATABASE_URL: _database, MOTCUA_CHILD: _child, ...rest } = process.env;
  for (const script of scripts)
    await new Promise<void>((resolve) => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script], {
        cwd: options.cwd,
        env: { ...rest, NODE_COMPILE_CACHE: options.cacheDir },
        stdio: 'ignore',
        timeout: 20_000,
      });
      // Whatever goes wrong here costs memory only, and the program itself will tell what it is.
      child.once('error', () => resolve());
      child.once('close', () => resolve());
    });
}
