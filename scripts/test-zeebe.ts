/** `npm run test:zeebe`: the main job in the browser against a real Zeebe broker. Exit 3: no broker can be had here. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startZeebe, ZeebeUnavailable } from './zeebe.ts';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'motcua-results-'));
const report = join(folder, 'zeebe.json');
let status = 1;
try {
  const zeebe = await startZeebe({ say: console.log });
  console.log(`Zeebe serves ${zeebe.address}`);
  const run = spawnSync(
    join(root, 'node_modules/.bin/vitest'),
    [
      'run',
      '--config',
      'vitest.e2e.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      'main-job',
      'other-ways',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ZEEBE_ADDRESS: zeebe.address },
    },
  );
  await zeebe.stop();
  const counts: { numPassedTests: number; numFailedTests: number } = JSON.parse(readFileSync(report, 'utf8'));
  const failed = counts.numFailedTests + (run.status !== 0 && counts.numFailedTests === 0 ? 1 : 0);
  console.log(`${counts.numPassedTests} passed, ${failed} failed`);
  status = failed === 0 && counts.numPassedTests > 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof ZeebeUnavailable)) throw error;
  console.error(error.message);
  status = 3;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(status);
