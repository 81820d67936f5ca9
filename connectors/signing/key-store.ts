/** Keys and certificates on disk: one PEM file per holder, readable by this user alone, written whole or not at all. */
import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SigningError } from './errors.ts';

/** A private key with its certificate, both PEM. */
export interface KeyPem {
  readonly key: string;
  readonly certificate: string;
}
export interface KeyStore {
  /** The stored pair of that name, or the one `make` makes. Of several processes making it at a time, one wins and all get its pair. */
  findOrMake(name: string, make: () => Promise<KeyPem>): Promise<KeyPem>;
}

/** @throws SigningError KEY_STORE for a file that is not a pair */
export function openKeyStore(dir: string): KeyStore {
  const known = new Map<string, Promise<KeyPem>>();
  async function load(name: string, make: () => Promise<KeyPem>): Promise<KeyPem> {
    const path = join(dir, `${name}.pem`);
    const found = await read(path);
    if (found) return found;
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await chmod(dir, 0o700);
    await writeOnce(path, await make());
    const written = await read(path);
    if (!written) throw new SigningError('KEY_STORE', `${path} vanished while it was written.`);
    return written;
  }
  return {
    findOrMake(name, make) {
      const asked = known.get(name) ?? load(name, make);
      known.set(name, asked);
      asked.catch(() => known.delete(name));
      return asked;
    },
  };
}

async function read(path: string): Promise<KeyPem | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const key = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/.exec(text)?.[0];
  const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text)?.[0];
  if (!key || !certificate)
    throw new SigningError(
      'KEY_STORE',
      `${path} holds no key with its certificate. Remove it and a new one is made.`,
    );
  return { key, certificate };
}

/** Written, flushed and linked under its name: a kill leaves a stray temporary file at worst; an existing file is left as it is. */
async function writeOnce(path: string, pair: KeyPem): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${pair.key}\n${pair.certificate}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}
