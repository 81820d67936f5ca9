/** Runs one random process with one random behaviour on one engine and writes down all that a client sees. */
import { setTimeout as delay } from 'node:timers/promises';
import type { GatewayClient } from '../client.ts';
import type { Job } from '../scenario.ts';
import { type Hands, hands } from '../z.ts';
import { type Behaviour, type Decision, GOOD } from './behaviour.ts';
import { JOB, MESSAGES, type RandomProcess, SIGNALS, textsOf } from './process.ts';

export interface Case {
  readonly process: RandomProcess;
  readonly behaviour: Behaviour;
}

/** Rounds in which what is left is completed after the last decision. */
const DRAIN = 15;
/** More jobs at once than this say nothing new. */
const ENOUGH = 60;

/** Keys differ from run to run. */
const withoutKeys = (text: string): string =>
  text.replaceAll(/\d{15,}/g, '#').replaceAll(/x[0-9a-f]{10}/g, 'x');
/** The order of the elements in a refused deployment is not stable. */
const sorted = (text: string): string => text.split('\n').sort().join('\n');

interface Rest {
  /** Jobs that wait for a decision, oldest first. */
  readonly held: Job[];
  /** Those without retries or with an error that nobody caught. */
  readonly stuck: Job[];
  readonly gone: Job[];
  readonly instance: string;
  /** Ids of the flow nodes of the process. */
  readonly elements: readonly string[];
}

async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'ok';
  } catch (error) {
    return withoutKeys((error as Error).message);
  }
}

/** Brings the engine to rest and takes the jobs that came. */
async function settle(z: Hands, rest: Rest): Promise<string[]> {
  const lines: string[] = [];
  for (let quiet = 0; quiet < 2; ) {
    // every answer comes after what was queued before it
    for (let turn = 0; turn < 3; turn++) await z.publish('barrier', '');
    const came = await z.activate(JOB, { timeout: 3_600_000 });
    quiet = came.length === 0 ? quiet + 1 : 0;
    for (const job of came) {
      // a job that came again after a failure stays in its place
      const before = rest.held.findIndex(({ key }) => key === job.key);
      if (before >= 0) rest.held[before] = job;
      else rest.held.push(job);
      const at = rest.stuck.findIndex(({ key }) => key === job.key);
      if (at >= 0) rest.stuck.splice(at, 1);
      const headers = Object.keys(job.customHeaders).length ? ` ${JSON.stringify(job.customHeaders)}` : '';
      lines.push(
        `  job of ${job.elementId} in ${job.bpmnProcessId}, retries ${job.retries}${headers}: ${job.text}`,
      );
    }
    if (rest.held.length > ENOUGH) break;
  }
  return lines;
}

/** `undefined`: there is nothing to do it to. */
async function carryOut(z: Hands, rest: Rest, decision: Decision): Promise<string | undefined> {
  const choose = (from: readonly Job[], which: number): Job | undefined =>
    from[which % Math.max(from.length, 1)];
  const take = (job: Job, to: Job[]): void => {
    rest.held.splice(rest.held.indexOf(job), 1);
    to.push(job);
  };
  switch (decision.do) {
    case 'complete':
    case 'fail':
    case 'failForGood':
    case 'throw': {
      const job = choose(rest.held, decision.which);
      if (!job) return undefined;
      take(job, decision.do === 'complete' ? rest.gone : rest.stuck);
      const { variables } = decision;
      if (decision.do === 'complete')
        return `complete ${job.elementId}: ${await outcome(z.complete(job, variables))}`;
      if (decision.do === 'throw')
        return `throw ${decision.code} from ${job.elementId}: ${await outcome(z.throwError(job, decision.code, variables))}`;
      const retries = decision.do === 'fail' ? 1 : 0;
      return `fail ${job.elementId} with ${retries}: ${await outcome(z.fail(job, { retries, variables }))}`;
    }
    case 'publish': {
      const { name, key, ttl, variables } = decision;
      return `publish ${name} ${key}: ${await outcome(z.publish(name, key, { ttl, variables }))}`;
    }
    case 'broadcast':
      return `broadcast ${decision.name}: ${await outcome(z.broadcast(decision.name, decision.variables))}`;
    case 'set': {
      const scopes = [rest.instance, ...rest.held.map(({ elementInstanceKey }) => elementInstanceKey)];
      const scope = scopes[decision.which % scopes.length] ?? rest.instance;
      return `set: ${await outcome(z.setVariables(scope, decision.variables, decision.local))}`;
    }
    case 'repair': {
      const job = choose(rest.stuck, decision.which);
      return (
        job && `new retries for ${job.elementId}: ${await outcome(z.updateRetries(job, decision.retries))}`
      );
    }
    case 'completeGone': {
      const job = rest.gone.at(-1) ?? rest.stuck.at(-1);
      return job && `complete ${job.elementId} again: ${await outcome(z.complete(job))}`;
    }
    case 'modify': {
      const { element, which } = decision;
      const elementId = element === undefined ? undefined : rest.elements[element % rest.elements.length];
      const job = which === undefined ? undefined : choose(rest.held, which);
      if (job) take(job, rest.gone);
      const done = z.modify(
        { processInstanceKey: rest.instance },
        {
          activate: elementId === undefined ? [] : [{ elementId, ancestorElementInstanceKey: -1 }],
          terminate: job ? [job.elementInstanceKey] : [],
        },
      );
      return `modify, activate ${elementId}, terminate ${job?.elementId}: ${await outcome(done)}`;
    }
    case 'resolve': {
      const { resolved, refused } = await z.resolveAll();
      return `resolve: ${resolved} incidents, ${refused.length} without retries`;
    }
    case 'mend': {
      const set = await outcome(z.setVariables(rest.instance, GOOD, false));
      const { resolved, refused } = await z.resolveAll();
      return `mend: ${set}, ${resolved} incidents, ${refused.length} without retries`;
    }
    case 'cancel':
      return `cancel: ${await outcome(z.cancel({ processInstanceKey: rest.instance }))}`;
  }
}

async function isRunning(z: Hands, instance: string): Promise<string> {
  return (await outcome(z.running(instance))) === 'ok' ? 'running' : 'gone';
}

/** What a client sees, line by line. Comes to the same on every engine that behaves the same. */
export async function drive(client: GatewayClient, { process, behaviour }: Case): Promise<string[]> {
  const z = hands(client);
  const trace: string[] = [];
  try {
    await z.watchIncidents();
    const texts = textsOf(process);
    const elements = [...(texts[0] ?? '').matchAll(/<bpmn:(?!\w*EventDefinition)\w+ id="([a-z]+\d*)"/g)].map(
      ([, id]) => id ?? '',
    );
    const deployed = await outcome(z.deploy(...texts));
    trace.push(`deploy: ${sorted(deployed)}`);
    if (deployed !== 'ok') return trace;
    const { processInstanceKey } = await z.create('main', behaviour.variables);
    const rest: Rest = { held: [], stuck: [], gone: [], instance: processInstanceKey, elements };
    trace.push('create', ...(await settle(z, rest)));
    for (const decision of behaviour.decisions) {
      const line = await carryOut(z, rest, decision);
      if (line === undefined) continue;
      trace.push(line, ...(await settle(z, rest)), `  ${await isRunning(z, processInstanceKey)}`);
    }
    const step = async (decision: Decision): Promise<void> => {
      trace.push(String(await carryOut(z, rest, decision)), ...(await settle(z, rest)));
    };
    const variables = {};
    const stimuli: Decision[] = [
      { do: 'mend' },
      ...MESSAGES.map((name): Decision => ({ do: 'publish', name, key: 'k', ttl: 0, variables })),
      ...SIGNALS.map((name): Decision => ({ do: 'broadcast', name, variables })),
    ];
    for (let round = 0; round < DRAIN && (await isRunning(z, processInstanceKey)) === 'running'; round++) {
      const next: Decision | undefined =
        rest.held.length > 0 ? { do: 'complete', which: 0, variables } : stimuli.shift();
      if (!next) break;
      await step(next);
    }
    const { resolved, refused } = await z.resolveAll();
    trace.push(`incidents at the end: ${resolved}, without retries: ${refused.length}`);
    trace.push(...(await settle(z, rest)), await isRunning(z, processInstanceKey));
    return trace;
  } finally {
    await z.cleanUp();
    await delay(0);
  }
}
