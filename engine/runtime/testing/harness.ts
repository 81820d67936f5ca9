/** The runtime on real parts for tests: Postgres, an engine, the sandbox, the worker in this process. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createConnectors, createMailer } from '../../../connectors/index.ts';
import { createPdfRenderer } from '../../../connectors/pdf/index.ts';
import { startSandbox } from '../../../connectors/sandbox/server.ts';
import { createSigningService } from '../../../connectors/signing/index.ts';
import { testDatabase } from '../../../scripts/testing/postgres.ts';
import { applySeeds } from '../../../seeds/apply.ts';
import type { Official } from '../../routing/types.ts';
import { type ActInput, type Actor, type Receipt, RuntimeError, type SubmitInput } from '../api.ts';
import { act } from '../commands/act.ts';
import { submit } from '../commands/submit.ts';
import type { Context } from '../context.ts';
import { closeContext, createContext } from '../create-context.ts';
import { connectGateway, type Gateway, type Job } from '../engine/gateway.ts';
import { openTask } from '../engine/mirror.ts';
import { readEvents } from '../events/append.ts';
import type { DossierState, RecordedEvent } from '../events/types.ts';
import { publishPackage } from '../package/publish.ts';
import { getDossierRow } from '../store/dossiers.ts';
import { migrate } from '../store/migrate.ts';
import { type TaskRecord, taskColumns } from '../store/tasks.ts';
import type { WorkerContext } from '../worker/context.ts';
import { runWorker } from '../worker/worker.ts';
import { application } from './application.ts';

const root = resolve(import.meta.dirname, '../../..');

export interface Harness {
  readonly context: Context;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly sandboxUrl: string;
  official(id: string): Promise<Official>;
  submit(changes?: Partial<SubmitInput> & { childName?: string }): Promise<Receipt>;
  /** Waits for the open task of a dossier at an element. */
  task(dossierId: string, elementId: string): Promise<TaskRecord>;
  /** As if the engine had created the job: for tests that need no process. */
  openTask(dossierId: string, elementId: string, job?: Partial<Job>): Promise<TaskRecord>;
  actAs(
    officialId: string,
    dossierId: string,
    elementId: string,
    input: Partial<ActInput> & { action: string },
  ): Promise<void>;
  actAsApplicant(
    dossierId: string,
    elementId: string,
    input: Partial<ActInput> & { action: string },
  ): Promise<void>;
  /** In this process, with the test's clock. */
  startWorker(zeebeAddress: string): Promise<TestWorker>;
  /** As `npm start` runs it, to be killed. */
  spawnWorker(zeebeAddress: string): Promise<WorkerProcess>;
  close(): Promise<void>;
}
export interface WorkerProcess {
  /** SIGKILL */
  kill(): Promise<void>;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
}
export interface TestWorker {
  readonly context: WorkerContext;
  stop(): Promise<void>;
}

export async function startHarness(options: { now?: () => Date } = {}): Promise<Harness> {
  const database = await testDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'motcua-runtime-'));
  const context = await prepare(database.url, dataDir, options.now);
  const sandbox = await startSandbox({
    host: '127.0.0.1',
    port: 0,
    smtpPort: 0,
    databaseUrl: database.url,
    recipientDelaysMs: [0, 100, 200],
  });
  const official = async (id: string): Promise<Official> => {
    const found = await context.places.findOfficial(id);
    if (!found) throw new Error(`no official ${id}`);
    return found;
  };
  const task = (dossierId: string, elementId: string) =>
    eventually(`task ${elementId}`, async () => {
      const { sql } = context;
      const [row] = await sql<
        TaskRecord[]
      >`select ${taskColumns(sql)} from task t where dossier_id = ${dossierId} and element_id = ${elementId} and status = 'open'`;
      return row;
    });
  const perform = async (
    actor: Actor,
    dossierId: string,
    elementId: string,
    input: Partial<ActInput> & { action: string },
  ) => {
    const { id } = await task(dossierId, elementId);
    await act(context, actor, { taskId: id, data: {}, actKey: crypto.randomUUID(), ...input });
  };
  return {
    context,
    databaseUrl: database.url,
    dataDir,
    sandboxUrl: sandbox.url,
    official,
    submit: async ({ childName, ...changes } = {}) =>
      submit(context, {
        submissionKey: crypto.randomUUID(),
        procedureCode: '1.001193',
        caseCode: '1.001193.01',
        channel: 'ONLINE',
        competentUnitId: 'suoi-cham',
        receptionUnitId: 'suoi-cham',
        data: await application(context, { childName }),
        ...changes,
      }),
    task,
    openTask: async (dossierId, elementId, job = {}) => {
      await openTask(context, fakeJob(dossierId, elementId, job));
      return task(dossierId, elementId);
    },
    actAs: async (officialId, dossierId, elementId, input) =>
      perform({ kind: 'official', official: await official(officialId) }, dossierId, elementId, input),
    actAsApplicant: async (dossierId, elementId, input) =>
      perform({ kind: 'applicant', dossierId }, dossierId, elementId, input),
    startWorker: async (zeebeAddress) =>
      startTestWorker(context, zeebeAddress, { sandboxUrl: sandbox.url, smtpPort: sandbox.smtpPort }),
    spawnWorker: (zeebeAddress) =>
      spawnWorker({
        DATABASE_URL: database.url,
        ZEEBE_ADDRESS: zeebeAddress,
        DATA_DIR: dataDir,
        PUBLIC_URL: 'http://127.0.0.1:3000',
        SANDBOX_URL: sandbox.url,
        SMTP_URL: `smtp://127.0.0.1:${sandbox.smtpPort}`,
      }),
    close: async () => {
      await sandbox.close();
      await closeContext(context);
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function prepare(databaseUrl: string, dataDir: string, now?: () => Date): Promise<Context> {
  const { connect } = await import('../store/connect.ts');
  const sql = connect(databaseUrl);
  await migrate(sql, [join(root, 'engine/routing/migrations'), join(root, 'engine/runtime/migrations')]);
  await applySeeds({ sql, log: () => undefined });
  await publishPackage(sql, join(root, 'procedures/1.001193'));
  await sql.end();
  return createContext({
    databaseUrl,
    dataDir,
    publicUrl: 'http://127.0.0.1:3000',
    log: quietLog,
    connections: 12,
    now,
  });
}

const quietLog: Context['log'] = (level, message, data) => {
  if (process.env.TEST_LOG) console.error(level, message, JSON.stringify(data ?? {}));
};

async function startTestWorker(
  context: Context,
  zeebeAddress: string,
  outside: { sandboxUrl: string; smtpPort: number },
): Promise<TestWorker> {
  const stopping = new AbortController();
  const gateway: Gateway = connectGateway(zeebeAddress);
  const environment = { SANDBOX_URL: outside.sandboxUrl, SMTP_URL: `smtp://127.0.0.1:${outside.smtpPort}` };
  const mailer = createMailer(environment);
  const renderer = createPdfRenderer();
  const worker: WorkerContext = {
    ...context,
    gateway,
    mailer,
    renderer,
    connectors: createConnectors(environment),
    signing: createSigningService({ dir: join(context.dataDir, 'signing') }),
    signal: stopping.signal,
  };
  const ended = runWorker(worker, () => undefined);
  return {
    context: worker,
    stop: async () => {
      stopping.abort();
      await gateway.close();
      await ended;
      mailer.close();
      await renderer.close();
    },
  };
}

async function spawnWorker(environment: Readonly<Record<string, string>>): Promise<WorkerProcess> {
  const child = spawn(process.execPath, [join(root, 'engine/runtime/main.ts')], {
    env: {
      ...process.env,
      ...environment,
      LOG_LEVEL: process.env.TEST_LOG ? 'info' : 'silent',
      MOTCUA_CHILD: '1',
    },
    stdio: ['pipe', 'pipe', process.env.TEST_LOG ? 'inherit' : 'ignore'],
  });
  const exited = once(child, 'exit');
  const [ready] = (await Promise.race([once(child.stdout, 'data'), exited.then(() => ['exited'])])) as [
    Buffer | string,
  ];
  if (!String(ready).startsWith('ready worker'))
    throw new Error(`the worker did not start: ${String(ready)}`);
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    child.kill(signal);
    await exited;
    return child.exitCode;
  };
  return {
    kill: async () => {
      await end('SIGKILL');
    },
    stop: () => end('SIGTERM'),
  };
}

/** Looks every 20 ms until there is something, at most 40 s: a job held by a killed worker comes again after 15 s. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | null | false>,
): Promise<T> {
  const until = Date.now() + 40_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error(`${what}: not there after 40 s`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Events and kept state of a dossier at one and the same moment. */
export async function snapshot(
  context: Context,
  dossierId: string,
): Promise<{ events: RecordedEvent[]; state: DossierState }> {
  return context.sql.begin(async (tx) => {
    await tx`set transaction isolation level repeatable read`;
    return { events: await readEvents(tx, dossierId), state: (await getDossierRow(tx, dossierId)).state };
  });
}

export async function errorOf(promise: Promise<unknown>): Promise<RuntimeError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof RuntimeError) return error;
    throw error;
  }
  throw new Error('expected a RuntimeError');
}

let jobs = 0;
/** A job as the engine would hand it out; one process instance per dossier unless told otherwise. */
export function fakeJob(dossierId: string, elementId: string, job: Partial<Job> = {}): Job {
  jobs += 1;
  return {
    key: `job-${process.pid}-${jobs}`,
    type: 'io.camunda.zeebe:userTask',
    processInstanceKey: `instance-${dossierId}`,
    processDefinitionKey: 'definition',
    elementId,
    elementInstanceKey: `element-${process.pid}-${jobs}`,
    headers: {},
    variables: { dossierId },
    ...job,
  };
}

/** A clock that tests set; it goes on from there. */
export function testClock(start: string): { now: () => Date; set: (instant: string) => void } {
  let ahead = Date.parse(start) - Date.now();
  return {
    now: () => new Date(Date.now() + ahead),
    set: (instant) => {
      ahead = Date.parse(instant) - Date.now();
    },
  };
}
