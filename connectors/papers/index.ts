/**
 * Printing and signing in a process of their own that ends when idle. Browser driver, PDF tools and cryptography leave some
 * 100 MB of code and native buffers behind; a process that ends is the only one that gives all of it back. It also keeps the
 * hundred milliseconds of a signature off the event loop that answers the engine.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { PdfRenderer } from '../pdf/index.ts';
import type { SigningService } from '../signing/index.ts';
import type { Answer, Call, CallName } from './protocol.ts';

export interface PaperTools {
  readonly renderer: PdfRenderer;
  readonly signing: SigningService;
  /** Ends the process, whatever it is doing. */
  close(): Promise<void>;
}
export interface PaperToolsOptions {
  /** Where keys and certificates lie. */
  readonly signingDir: string;
  /** Time without work after which the process ends, in milliseconds. */
  readonly idleMs?: number;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}
/** The process and the calls it has not answered yet. */
interface Workshop {
  readonly child: ChildProcess;
  readonly pending: Map<number, Pending>;
}

/** Nothing starts until the first call; a process that died is started anew by the next one. */
export function createPaperTools({ signingDir, idleMs = 60_000 }: PaperToolsOptions): PaperTools {
  let current: Workshop | undefined;
  let closed = false;
  let lastId = 0;
  let idleTimer: NodeJS.Timeout | undefined;

  function open(): Workshop {
    const child = fork(join(import.meta.dirname, 'process.ts'), [signingDir], {
      serialization: 'advanced', // papers go over as bytes
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const opened: Workshop = { child, pending: new Map() };
    const gone = (reason: string) => {
      if (current === opened) current = undefined;
      for (const { reject } of opened.pending.values()) reject(new Error(reason));
      opened.pending.clear();
    };
    child.on('message', (answer: Answer) => {
      const call = opened.pending.get(answer.id);
      opened.pending.delete(answer.id);
      if (opened.pending.size === 0) restAfterIdle(opened);
      if (answer.ok) call?.resolve(answer.value);
      else call?.reject(errorOf(answer));
    });
    child.once('exit', (code, signal) => gone(`printing and signing ended (${signal ?? code}), try again`));
    child.once('error', (error) => gone(error.message));
    return opened;
  }
  function restAfterIdle(opened: Workshop): void {
    clearTimeout(idleTimer);
    idleTimer = setTimeout(() => {
      // A call that comes now gets a process of its own.
      if (current === opened) current = undefined;
      if (opened.child.connected) opened.child.disconnect();
    }, idleMs);
    idleTimer.unref();
  }
  function call(name: CallName, args: readonly unknown[]): Promise<unknown> {
    if (closed) return Promise.reject(new Error('printing and signing is closed already'));
    clearTimeout(idleTimer);
    current ??= open();
    const { child, pending } = current;
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      child.send({ id, name, args } satisfies Call, (error) => {
        if (error && pending.delete(id)) reject(error);
      });
    });
  }
  const close = async (): Promise<void> => {
    closed = true;
    clearTimeout(idleTimer);
    const child = current?.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    if (child.connected) child.disconnect();
    await ended;
  };
  const sign = <K extends keyof SigningService>(name: K): SigningService[K] =>
    ((...args: unknown[]) => call(name, args)) as unknown as SigningService[K];
  return {
    renderer: {
      renderPdf: (html, options) => call('renderPdf', [html, options]) as Promise<Uint8Array>,
      close,
    },
    signing: {
      signAsPerson: sign('signAsPerson'),
      sealAsAgency: sign('sealAsAgency'),
      prepare: sign('prepare'),
      verify: sign('verify'),
      roots: sign('roots'),
    },
    close,
  };
}

/** The error as it was there: name, code and words; its class stays in the other process. */
function errorOf({ error }: Extract<Answer, { ok: false }>): Error {
  const { name, message, code, stack } = error;
  return Object.assign(new Error(message), { name, stack, ...(code === undefined ? {} : { code }) });
}
