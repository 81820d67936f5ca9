/**
 * `npm test`: lint, dead code, types, unit and integration tests, the whole story in a browser, and a small share of
 * the kill test. Every step runs even when an earlier one failed; the last line printed is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (name: string) => join(root, 'node_modules/.bin', name);
const folder = mkdtempSync(join(tmpdir(), 'motcua-results-'));
let passed = 0;
let failed = 0;

const seconds = (since: number) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** A step that counts as one test. */
function check(name: string, command: string, ...args: string[]): void {
  const startedAt = Date.now();
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (run.status === 0) passed++;
  else failed++;
  console.log(`${run.status === 0 ? 'ok    ' : 'FAILED'}  ${name} (${seconds(startedAt)})\n`);
}

/** A vitest run; each of its tests counts. A run that found no test, or ended without a report, is one failure. */
function tests(name: string, ...args: string[]): void {
  const startedAt = Date.now();
  const report = join(folder, `${name}.json`);
  const run = spawnSync(
    bin('vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    { cwd: root, stdio: 'inherit' },
  );
  let good = 0;
  let bad = 0;
  try {
    const counts: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number } =
      JSON.parse(readFileSync(report, 'utf8'));
    good = counts.numPassedTests;
    bad = counts.numFailedTests;
  } catch (error) {
    console.error(`no report from the ${name} tests: ${String(error)}`);
  }
  // A file that cannot be loaded fails the run without failing a test.
  if ((run.status !== 0 && bad === 0) || good + bad === 0) bad++;
  passed += good;
  failed += bad;
  console.log(
    `${bad === 0 ? 'ok    ' : 'FAILED'}  ${name} tests: ${good} passed, ${bad} failed (${seconds(startedAt)})\n`,
  );
}

check('lint and format', bin('biome'), 'ci', '.');
check('route types', bin('react-router'), 'typegen', 'web');
check('dead code', bin('knip'));
check('types', bin('tsc'), '--noEmit');
tests('unit');
check('web bundle', bin('react-router'), 'build', 'web');
tests('browser', '--config', 'vitest.e2e.config.ts');
check('kill test, small share', process.execPath, 'scripts/chaos.ts', '--kills', '10', '--dossiers', '30');

rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
