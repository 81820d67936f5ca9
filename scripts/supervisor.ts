/** Children of the start script: started, watched, started again when they die, ended in order. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ChildSpec {
  readonly name: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
  readonly nodeArgs?: readonly string[];
}

export interface Child {
  readonly name: string;
  /** Process id of the present run; undefined between two runs. */
  pid(): number | undefined;
  /** How often it was started again after an unexpected end. */
  restarts(): number;
  stop(): Promise<void>;
}

export interface SupervisorOptions {
  readonly logDir: string;
  readonly root: string;
  /** A line worth a person's eye: a death, an error the child could not go on from. */
  readonly notice: (line: string) => void;
  /** Milliseconds a child may take to say `ready`. */
  readonly readyTimeoutMs?: number;
}

const MAX_LOG_BYTES = 20_000_000;
const GRACE_MS = 10_000;

function openLog(logDir: string, name: string) {
  mkdirSync(logDir, { recursive: true });
  const file = join(logDir, `${name}.log`);
  try {
    if (statSync(file).size > MAX_LOG_BYTES) renameSync(file, `${file}.1`);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return createWriteStream(file, { flags: 'a' });
}

/**
 * Starts one child and waits for its `ready` line. A child that ends before it was ever ready rejects with its last
 * words; one that dies later is started again, with a pause that doubles from 0.1 s to 5 s while it keeps dying.
 */
export async function superviseChild(spec: ChildSpec, options: SupervisorOptions): Promise<Child> {
  const log = openLog(options.logDir, spec.name);
  let current: ChildProcess | undefined;
  let stopping = false;
  let restarts = 0;
  let pause = 100;
  let timer: NodeJS.Timeout | undefined;

  const run = (onReady: () => void, onEnd: (words: string) => void) => {
    // A group of its own, so that Ctrl-C reaches only the supervisor, which ends the parts in order.
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...(spec.nodeArgs ?? []), spec.script],
      {
        cwd: options.root,
        env: { ...process.env, ...spec.env, MOTCUA_CHILD: '1' },
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
      },
    );
    current = child;
    const startedAt = Date.now();
    const words: string[] = [];
    // The child closes its end when it dies; that must not kill the supervisor.
    child.stdin?.on('error', () => undefined);
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface({ input: stream }).on('line', (line) => {
          log.write(`${line}\n`);
          words.push(line);
          if (words.length > 12) words.shift();
          if (line.startsWith('ready ')) onReady();
        });
    child.once('exit', (code, signal) => {
      current = undefined;
      if (Date.now() - startedAt > 10_000) pause = 100;
      onEnd(words.join('\n') || `ended with ${signal ?? code}`);
      if (stopping) return;
      options.notice(`${spec.name} ended (${signal ?? code}), starting it again`);
    });
    child.once('error', (error) => onEnd(error.message));
  };

  const again = () => {
    if (stopping) return;
    restarts++;
    run(
      () => undefined,
      () => {
        if (stopping) return;
        timer = setTimeout(again, pause);
        pause = Math.min(pause * 2, 5000);
      },
    );
  };

  await new Promise<void>((resolve, reject) => {
    let ready = false;
    const timeout = setTimeout(() => {
      stopping = true;
      current?.kill('SIGKILL');
      reject(
        new Error(`${spec.name} was not ready in time, see ${join(options.logDir, `${spec.name}.log`)}`),
      );
    }, options.readyTimeoutMs ?? 60_000);
    run(
      () => {
        ready = true;
        clearTimeout(timeout);
        resolve();
      },
      (words) => {
        clearTimeout(timeout);
        if (!ready) {
          stopping = true;
          reject(new Error(`${spec.name} could not start:\n${words}`));
        } else if (!stopping) timer = setTimeout(again, pause);
      },
    );
  });

  return {
    name: spec.name,
    pid: () => current?.pid,
    restarts: () => restarts,
    stop: () =>
      new Promise<void>((resolve) => {
        stopping = true;
        clearTimeout(timer);
        const child = current;
        const done = () => log.end(resolve);
        if (!child || child.exitCode !== null) return done();
        const force = setTimeout(() => {
          options.notice(`${spec.name} did not end within ${GRACE_MS / 1000} s and was killed`);
          child.kill('SIGKILL');
        }, GRACE_MS);
        child.once('exit', () => {
          clearTimeout(force);
          done();
        });
        child.kill('SIGTERM');
      }),
  };
}
