/** What happens with a job of each type when the engine hands it out. */
import { type MailKind, mailTemplates } from '../../../connectors/index.ts';
import { computeDue } from '../../calendar/index.ts';
import type { TimeLimit } from '../../calendar/types.ts';
import { notify } from '../commands/notify.ts';
import { appendEvents } from '../events/append.ts';
import { openIncident } from '../operations/incidents.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { deadlineJob, notifyJob, renderJob } from '../package/check.ts';
import type { Transaction } from '../store/connect.ts';
import type { DossierRow } from '../store/dossiers.ts';
import type { WorkerContext } from '../worker/context.ts';
import { bindJob, engineActor, StrayJob } from './bind.ts';
import { GatewayError, type Job } from './gateway.ts';
import { openTask, userTaskJob } from './mirror.ts';
import { yearMs } from './polling.ts';
import { probeDossier } from './probe.ts';

type JobHandler = (context: WorkerContext, job: Job) => Promise<void>;

/** Every job type the worker serves. */
export function jobHandlers(context: WorkerContext): ReadonlyMap<string, JobHandler> {
  const handlers = new Map<string, JobHandler>([
    [userTaskJob, userTask],
    [deadlineJob, deadline],
    [renderJob, render],
    [notifyJob, notice],
  ]);
  for (const type of context.connectors.keys()) handlers.set(type, connectorCall);
  return handlers;
}

/** Handles a job; one that nobody can do is given up with an incident here and in the engine. */
export async function handleJob(context: WorkerContext, handler: JobHandler, job: Job): Promise<void> {
  try {
    await handler(context, job);
  } catch (error) {
    if (!(error instanceof StrayJob)) throw error;
    context.log('error', 'a job has no place here', {
      job: job.key,
      type: job.type,
      element: job.elementId,
      error: error.message,
    });
    await openIncident(context.sql, {
      kind: 'job',
      dossierId: null,
      outboxId: null,
      element: job.elementId,
      message: error.message,
    });
    await context.gateway.fail(job.key, 0, error.message, 0);
  }
}

const userTask: JobHandler = async (context, job) => {
  const dossierId = await openTask(context, job);
  await hold(context, job);
  if (dossierId) await probeDossier(context, dossierId, job.key);
};

const connectorCall: JobHandler = async (context, job) => {
  const at = context.now();
  await context.sql.begin(async (tx) => {
    const dossier = await bindJob(tx, job, at);
    if (!dossier) return;
    const fresh = await enqueue(
      tx,
      dossier.id,
      `job:${job.key}`,
      {
        kind: 'connector',
        payload: { jobKey: job.key, type: job.type, elementId: job.elementId, headers: job.headers },
      },
      at,
    );
    if (fresh)
      await appendEvents(
        tx,
        dossier,
        [{ actor: engineActor, body: { type: 'element.reached', data: { elementId: job.elementId } } }],
        at,
      );
  });
  await hold(context, job);
};

const render: JobHandler = async (context, job) => {
  const at = context.now();
  await context.sql.begin(async (tx) => {
    const dossier = await bindJob(tx, job, at);
    if (!dossier) return;
    const template = job.headers.template ?? '';
    const payload = {
      documentKind: /^\d\d$/.test(template)
        ? 'slip'
        : job.headers.kind === 'result'
          ? 'forSignature'
          : 'draft',
      template,
      key: job.headers.key ?? template,
      seq: dossier.lastSeq,
      jobKey: job.key,
      elementId: job.elementId,
    } as const;
    const fresh = await enqueue(tx, dossier.id, `job:${job.key}`, { kind: 'document.render', payload }, at);
    if (fresh)
      await appendEvents(
        tx,
        dossier,
        [{ actor: engineActor, body: { type: 'element.reached', data: { elementId: job.elementId } } }],
        at,
      );
  });
  await hold(context, job);
};

/** The process does not wait for a notice: what is to be sent lies in the outbox, the job is completed at once. */
const notice: JobHandler = async (context, job) => {
  const at = context.now();
  await context.sql.begin(async (tx) => {
    const dossier = await bindJob(tx, job, at);
    if (!dossier) return;
    const { template = '', to = 'applicant' } = job.headers;
    if (to !== 'applicant') await remind(tx, dossier, { role: to, template, jobKey: job.key }, at);
    else if (isMailKind(template)) await notify(tx, dossier, template, `job:${job.key}`, at);
    else throw new StrayJob(`job ${job.key} of ${job.elementId}: there is no mail “${template}”`);
    await enqueue(
      tx,
      dossier.id,
      `complete:${job.key}`,
      { kind: 'engine.complete', payload: { jobKey: job.key, variables: {}, elementId: job.elementId } },
      at,
    );
  });
  await hold(context, job);
};

/** Officials are reminded in their inbox: the task stands there unread again, and its history says so. */
async function remind(
  tx: Transaction,
  dossier: DossierRow,
  { role, template, jobKey }: { role: string; template: string; jobKey: string },
  at: Date,
): Promise<void> {
  const done = await tx`select 1 from outbox where idempotency_key = ${`complete:${jobKey}`}`;
  if (done.length > 0) return;
  await tx`delete from task_visit where task_id in (select id from task where dossier_id = ${dossier.id} and role = ${role} and status = 'open')`;
  await appendEvents(
    tx,
    dossier,
    [{ actor: engineActor, body: { type: 'reminder.sent', data: { role, template } } }],
    at,
  );
}

/** Computes an instant in working time of the competent unit; nothing is stored, so the engine is answered directly. */
const deadline: JobHandler = async (context, job) => {
  const unitId = job.variables.unitId;
  if (typeof unitId !== 'string') throw new StrayJob(`job ${job.key} of ${job.elementId} names no unit`);
  const limit: TimeLimit = { qty: Number(job.headers.qty), unit: job.headers.unit as TimeLimit['unit'] };
  const { due } = computeDue(await context.places.calendar(unitId), context.now(), limit, []);
  await unlessGone(
    context.gateway.complete(job.key, { [job.headers.result ?? 'deadline']: due.toISOString() }),
  );
};

/** Ours for a year; the engine gives it again after `holdMs` if we die before. */
async function hold(context: WorkerContext, job: Job): Promise<void> {
  await unlessGone(context.gateway.holdFor(job.key, yearMs));
}

async function unlessGone(call: Promise<void>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof GatewayError && error.failure === 'gone')) throw error;
  }
}

function isMailKind(name: string): name is MailKind {
  return Object.hasOwn(mailTemplates, name);
}
