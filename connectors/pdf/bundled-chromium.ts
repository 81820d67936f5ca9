/** Unpacks the Chromium that npm brought (@sparticuz/chromium), once per machine user, safely for several processes at a time. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress, createBrotliDecompress } from 'node:zlib';
import { PdfError } from './errors.ts';
import { privateDirectory } from './private-directory.ts';
import { readTar } from './tar.ts';

export interface BundledChromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * The package's own `executablePath()` is not used: it unpacks to one fixed path in the temporary directory, where a second
 * process sees a half-written file and a second user has no rights.
 * @throws PdfError NO_CHROMIUM
 */
export async function bundledChromium(): Promise<BundledChromium> {
  const packageDir = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '..');
  const manifest = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const dir = await privateDirectory(`motcua-chromium-${manifest.version}`);
  const bin = join(packageDir, 'bin');
  const executablePath = join(dir, 'chromium');
  await once(executablePath, async (temporary) => {
    await pipeline(
      createReadStream(join(bin, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(temporary, { mode: 0o700 }),
    );
  });
  await once(join(dir, 'fonts'), (temporary) => unpackTar(join(bin, 'fonts.tar.br'), temporary));
  const config = join(dir, 'fonts', 'motcua-fonts.conf');
  await once(config, (temporary) => writeFile(temporary, fontConfig(dir)));
  const env: Record<string, string> = { FONTCONFIG_FILE: config };
  if (await runs(executablePath, env)) return { executablePath, env };
  // A bare machine lacks NSS: the package brings these libraries too.
  await once(join(dir, 'al2023'), (temporary) => unpackTar(join(bin, 'al2023.tar.br'), temporary));
  env.LD_LIBRARY_PATH = [join(dir, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  if (await runs(executablePath, env)) return { executablePath, env };
  throw new PdfError(
    'NO_CHROMIUM',
    'The bundled Chromium does not run on this machine. Install Chromium or set CHROMIUM_PATH to its executable.',
  );
}

/** Makes `target` under a temporary name and renames it, so that it exists whole or not at all. */
async function once(target: string, make: (temporary: string) => Promise<void>): Promise<void> {
  if (await exists(target)) return;
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await make(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (!(await exists(target))) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function unpackTar(archive: string, target: string): Promise<void> {
  const tar = await promisify(brotliDecompress)(await readFile(archive));
  await mkdir(target, { recursive: true, mode: 0o700 });
  for (const entry of readTar(tar)) {
    const path = join(target, entry.name);
    if (!path.startsWith(`${target}/`)) throw new PdfError('NO_CHROMIUM', `${archive} names a path outside.`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, entry.bytes);
  }
}

async function runs(executablePath: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  return promisify(execFile)(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    timeout: 20_000,
  }).then(
    () => true,
    () => false,
  );
}

/** The same fallback font on every machine; documents bring their own typeface. */
function fontConfig(dir: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(dir, 'fonts', 'fonts')}</dir>
  <cachedir>${join(dir, 'font-cache')}</cachedir>
</fontconfig>
`;
}
