import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import pino from 'pino';
import { expect, test } from 'vitest';
import { answerInTime } from './in-time.ts';

test('a page that never comes ends in 503, a slow upload does not', async () => {
  const lines: string[] = [];
  const app = express();
  app.use((_req, res, next) => {
    res.locals.correlationId = 'C1';
    next();
  });
  app.use(answerInTime(pino({}, { write: (line: string) => lines.push(line) }), 100));
  app.get('/never', () => undefined);
  app.post('/upload', (req, res) => {
    req.resume().on('end', () => res.send('taken'));
  });
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const never = await fetch(`http://127.0.0.1:${port}/never`);
  expect([never.status, await never.text()]).toEqual([503, expect.stringContaining('C1')]);
  expect(lines.join()).toContain('no answer in time');
  const upload = await new Promise<number | undefined>((done, failed) => {
    const slow = request({ port, host: '127.0.0.1', path: '/upload', method: 'POST' }, (res) => {
      res.resume();
      done(res.statusCode);
    });
    slow.on('error', failed);
    slow.write('first');
    setTimeout(() => slow.end('last'), 350);
  });
  expect(upload).toBe(200);
  server.close();
});
