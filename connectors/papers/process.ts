/** The process that prints and signs: `process.ts <signing folder>`, started by index.ts; ends with the channel to its parent. */
import { createPdfRenderer } from '../pdf/index.ts';
import { createSigningService } from '../signing/index.ts';
import type { Answer, Call } from './protocol.ts';

const dir = process.argv[2];
if (!dir || !process.send) {
  process.stderr.write('papers: started by the worker only, with the folder of the keys\n');
  process.exit(2);
}
const renderer = createPdfRenderer();
const tools = { ...createSigningService({ dir }), renderPdf: renderer.renderPdf };

const send = (answer: Answer): void => {
  // The parent may be gone by now; then nobody waits.
  if (process.connected) process.send?.(answer, () => undefined);
};
process.on('message', async ({ id, name, args }: Call) => {
  try {
    const run = tools[name] as (...given: readonly unknown[]) => Promise<unknown>;
    send({ id, ok: true, value: await run(...args) });
  } catch (error) {
    const { name: kind, message, stack } = error instanceof Error ? error : new Error(String(error));
    const code =
      error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    send({ id, ok: false, error: { name: kind, message, stack, ...(code ? { code } : {}) } });
  }
});
process.on('disconnect', () => {
  setTimeout(() => process.exit(0), 3_000).unref();
  void renderer.close().finally(() => process.exit(0));
});
// The parent decides when to end: a signal to the whole group must not cut off a signature.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
