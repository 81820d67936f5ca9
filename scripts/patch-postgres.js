/**
 * Runs after `npm ci`: mends postgres.js 3.4.9, whose pool can hang for ever once PostgreSQL cut a connection
 * (docs/decisions/011-postgres-js-patch.md). Plain JavaScript: it may run under any Node. Refuses a version it does not know.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../node_modules/postgres/src/connection.js', import.meta.url);

const mends = [
  // A write that was queued when the connection closed kept its timer: the slot never wrote again.
  [
    '    clearImmediate(nextWriteTimer)\n    socket.removeListener',
    '    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener',
  ],
  // A write queued after that found no socket: an exception from a timer, which no caller can catch.
  [
    '  function nextWrite(fn) {\n    const x',
    '  function nextWrite(fn) {\n    if (socket === null) {\n      chunk = nextWriteTimer = null\n      return false\n    }\n    const x',
  ],
];

const before = readFileSync(file, 'utf8');
let after = before;
for (const [wrong, right] of mends) {
  if (after.includes(right)) continue;
  if (!after.includes(wrong)) {
    console.error(
      'postgres.js has changed: look whether it hangs after a cut connection still, then drop or renew scripts/patch-postgres.js',
    );
    process.exit(1);
  }
  after = after.replace(wrong, right);
}
if (after !== before) writeFileSync(file, after);
