/** `npm start`: everything on one machine, with progress, addresses and demo accounts; Ctrl-C ends it cleanly. */
import { relative } from 'node:path';
import { buildWebIfStale } from './build-web.ts';
import { readConfig } from './config.ts';
import { root, type Stack, StartError, startStack } from './stack.ts';
import { welcome } from './welcome.ts';

const startedAt = Date.now();
const read = readConfig(process.env);
if (!read.ok) {
  for (const line of read.mistakes) console.error(line);
  process.exit(1);
}
const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
const progress = (line: string) => console.log(`${seconds()} s  ${line} …`);

let stack: Stack | undefined;
let ending = false;
const end = async () => {
  if (ending) return;
  ending = true;
  console.log('\nStopping …');
  await stack?.stop();
  console.log('Stopped. Data stays in', relative(process.cwd(), read.config.DATA_DIR) || '.');
  process.exit(0);
};
process.on('SIGINT', end);
process.on('SIGTERM', end);
process.on('SIGHUP', end);

try {
  await buildWebIfStale(root, progress);
  if (!ending)
    stack = await startStack({
      config: read.config,
      progress,
      notice: (line) => console.error(`${seconds()} s  ! ${line}`),
    });
  // A signal during the start waits for the parts to be there, then ends them.
  if (ending) await stack?.stop();
  else console.log(welcome(read.config, seconds().trim()));
} catch (error) {
  console.error(error instanceof StartError || error instanceof Error ? error.message : error);
  process.exit(1);
}
