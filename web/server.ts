/** The web process: `node web/server.ts`. Prints `ready web <address>` once it serves. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pino from 'pino';
import type { ServerBuild } from 'react-router';
import { createApp } from './server/app.ts';
import { createServices } from './server/engine.ts';
import { readWebEnv } from './server/env.ts';

/** Ends the process with one line a person can act on. */
function stop(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const log = pino(
  { base: { part: 'web' }, redact: ['err.parameters', 'err.args', 'err.query', 'err.detail'] },
  pino.destination(2),
);

const settings = readWebEnv(process.env);
if (!settings.ok) stop(settings.lines.join('\n'));
const { env } = settings;

const bundle = join(import.meta.dirname, 'build', 'server', 'index.js');
if (!existsSync(bundle)) stop('The pages are not built yet: run `npm run build`.');
const build: ServerBuild = await import(pathToFileURL(bundle).href);

const services = await createServices(env, log).catch((error: unknown) => {
  log.fatal({ err: error }, 'start failed');
  return stop(`The web server could not start: ${error instanceof Error ? error.message : String(error)}`);
});
const server = createServer(createApp({ build, services: services.services, log }));

server.once('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') stop(`Port ${env.PORT} is taken: set PORT to a free one.`);
  stop(`The web server cannot listen on ${env.HOST}:${env.PORT}: ${error.message}`);
});
server.listen(env.PORT, env.HOST, () => process.stdout.write(`ready web http://${env.HOST}:${env.PORT}\n`));

let ending = false;
async function end(): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(0), 8000).unref();
  server.close();
  server.closeIdleConnections();
  await services.close();
  process.exit(0);
}
process.once('SIGTERM', end);
process.once('SIGINT', end);
// A child of `npm start` whose parent is gone ends itself.
if (process.env.MOTCUA_CHILD === '1') process.stdin.on('end', end).on('close', end).resume();
