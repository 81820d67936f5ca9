/** What happens with a job of each type when the engine hands it out. */
import { type MailKind, mailTemplates } from '../../../connectors/index.ts';
import { computeDue } from '../../calendar/index.ts';
import type { TimeLimit } from '../../calendar/types.ts';
import { notify } from '../commands/notify.ts';
import { appendEvents } from '../events/append.ts';
import { openIncident } from '../operations/incidents.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { deadlineJob, notifyJob, renderJob } from '../package/check.ts';
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
    [notifyJob, mail],
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
    context.log('error', 'a job has no place here', { job: job.key, type: job.type, element: job.elementId, error: error.message });
    await openIncident(context.sql, { kind: 'job', dossierId: null, outboxId: null, element: job.elementId, message: error.message });
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
    const fresh = await enqueue(tx, dossier.id, `job:${job.key}`, {
      kind: 'connector',
      payload: { jobKey: job.key, type: job.type, elementId: job.elementId, headers: job.headers },
    }, at);
    if (fresh) await appendEvents(tx, dossier, [{ actor: engineActor, body: { type: 'element.reached', data: { elementId: job.elementId } } }], at);
  });
  await hold(context, job);
};

const render: JobHandler = async (context, job) => {
  const at = context.now();
  await context.sql.begin(async (tx) => {
    const dossier = await bindJob(tx, job, at);
    if (!dossier) return;
    const template = job.headers.template ?? '';
    const payload = { documentKind: /^\d\d$/.test(template) ? 'slip' : 'draft', template, key: job.headers.key ?? template, seq: dossier.lastSeq, jobKey: job.key, elementId: job.elementId } as const;
    const fresh = await enqueue(tx, dossier.id, `job:${job.key}`, { kind: 'document.render', payload }, at);
    if (fresh) await appendEvents(tx, dossier, [{ actor: engineActor, body: { type: 'element.reached', data: { elementId: job.elementId } } }], at);
  });
  await hold(context, job);
};

/** The process does not wait for an e-mail: sent from the outbox, the job is completed at once. */
const mail: JobHandler = async (context, job) => {
  const at = context.now();
  await context.sql.begin(async (tx) => {
    const dossier = await bindJob(tx, job, at);
    if (!dossier) return;
    const template = job.headers.template ?? '';
    if (!isMailKind(template)) throw new StrayJob(`job ${job.key} of ${job.elementId}: there is no mail “${template}”`);
    await notify(tx, dossier, template, `job:${job.key}`, at);
    await enqueue(tx, dossier.id, `complete:${job.key}`, { kind: 'engine.complete', payload: { jobKey: job.key, variables: {}, elementId: job.elementId } }, at);
  });
  await hold(context, job);
};

/** Computes an instant in working time of the competent unit; nothing is stored, so the engine is answered directly. */
const deadline: JobHandler = async (context, job) => {
  const unitId = job.variables.unitId;
  if (typeof unitId !== 'string') throw new StrayJob(`job ${job.key} of ${job.elementId} names no unit`);
  const limit: TimeLimit = { qty: Number(job.headers.qty), unit: job.headers.unit as TimeLimit['unit'] };
  const { due } = computeDue(await context.places.calendar(unitId), context.now(), limit, []);
  await unlessGone(context.gateway.complete(job.key, { [job.headers.result ?? 'deadline']: due.toISOString() }));
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
