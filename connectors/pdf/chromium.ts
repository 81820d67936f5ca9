/** Which Chromium we use and how it is started: CHROMIUM_PATH, else the system's, else the bundled one. */
import { access, constants } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { bundledChromium } from './bundled-chromium.ts';
import { PdfError } from './errors.ts';

const SYSTEM_NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome-headless-shell',
];

/**
 * Our pages come from our own templates and run no script, and containers and root have no user namespaces, hence no sandbox.
 * Every host name resolves to nothing, so the browser itself cannot call out either.
 */
const ARGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--mute-audio',
  '--font-render-hinting=none',
  '--js-flags=--lite-mode',
];
const OFFLINE = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-features=Translate,BackForwardCache,OptimizationHints',
];

export interface ChromiumLaunchOptions {
  readonly executablePath: string;
  readonly headless: 'shell';
  readonly args: string[];
  readonly env: Record<string, string | undefined>;
}

/**
 * Options for `puppeteer.launch`, for the renderer and for browser tests alike.
 * @param options.offline no host name resolves (the renderer); false for tests that visit a server
 * @throws PdfError NO_CHROMIUM, naming what to set
 */
export async function chromiumLaunchOptions(
  options: { executablePath?: string; offline?: boolean } = {},
): Promise<ChromiumLaunchOptions> {
  const named = options.executablePath ?? process.env.CHROMIUM_PATH;
  const args = options.offline ? [...ARGS, ...OFFLINE] : ARGS.filter((arg) => !arg.startsWith('--js-flags'));
  if (named) {
    if (!(await isExecutable(named)))
      throw new PdfError('NO_CHROMIUM', `CHROMIUM_PATH names ${named}, which is not an executable file.`);
    return { executablePath: named, headless: 'shell', args, env: { ...process.env } };
  }
  const system = await findOnPath();
  if (system) return { executablePath: system, headless: 'shell', args, env: { ...process.env } };
  const bundled = await bundledChromium();
  return {
    executablePath: bundled.executablePath,
    headless: 'shell',
    args,
    env: { ...process.env, ...bundled.env },
  };
}

async function findOnPath(): Promise<string | undefined> {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(isAbsolute);
  for (const name of SYSTEM_NAMES)
    for (const dir of dirs) {
      const path = join(dir, name);
      if (await isExecutable(path)) return path;
    }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
