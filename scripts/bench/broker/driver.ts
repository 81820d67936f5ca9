/**
 * The driver: a process of its own that plays clients and worker against a gateway. It gets orders as messages and answers with what it
 * measured, its own CPU time included.
 */
import { type Connection, connect, type Job, type Library, refusals } from './grpc.ts';
import { type Model, modelNamed } from './models.ts';

export type Worker = 'stream' | 'poll';
export type Order =
  | {
      readonly type: 'run';
      readonly address: string;
      readonly model: string;
      readonly worker: Worker;
      readonly library: Library;
      readonly clients: number;
      readonly seconds: number;
    }
  /** Creates instances that stay open. */
  | { readonly type: 'fill'; readonly address: string; readonly model: string; readonly count: number }
  /** Waits until a job can be had. */
  | { readonly type: 'first-job'; readonly address: string; readonly jobType: string }
  /** Opens long polls that nothing comes for, and keeps them. */
  | {
      readonly type: 'pollers';
      readonly address: string;
      readonly count: number;
      readonly connections: number;
    };

export interface Answer {
  readonly instances: number;
  readonly seconds: number;
  /** CPU seconds of this process. */
  readonly cpu: number;
  readonly refused: number;
  /** Milliseconds. */
  readonly instance: readonly number[];
  readonly create: readonly number[];
  /** From the answer that made a job possible until its completion is answered. */
  readonly job: readonly number[];
}

const CONNECTIONS = 4;
const POLLERS = 2;

/** Jobs by process instance: whoever comes first waits for the other. */
function jobExchange() {
  const arrived = new Map<number, Job>();
  const awaited = new Map<number, (job: Job) => void>();
  return {
    arrive(job: Job): void {
      const waiting = awaited.get(job.processInstanceKey);
      if (waiting) {
        awaited.delete(job.processInstanceKey);
        waiting(job);
      } else arrived.set(job.processInstanceKey, job);
    },
    next(instance: number): Job | Promise<Job> {
      const job = arrived.get(instance);
      if (!job) return new Promise((resolve) => awaited.set(instance, resolve));
      arrived.delete(instance);
      return job;
    },
  };
}

interface Samples {
  readonly instance: number[];
  readonly create: number[];
  readonly job: number[];
}
let serial = 0;

async function runInstance(
  connection: Connection,
  model: Model,
  jobs: ReturnType<typeof jobExchange>,
  samples: Samples,
): Promise<void> {
  const id = `${process.pid}-${Date.now()}-${serial++}`;
  const begun = performance.now();
  const key = await connection.create(model.processId, JSON.stringify(model.variables(id)));
  let last = performance.now();
  samples.create.push(last - begun);
  for (const act of model.acts) {
    if ('message' in act) {
      await connection.publish(act.message, id);
      last = performance.now();
      continue;
    }
    const job = await jobs.next(key);
    await connection.complete(job.key, JSON.stringify(act.job));
    const now = performance.now();
    samples.job.push(now - last);
    last = now;
  }
  samples.instance.push(last - begun);
}

/** Runs for some seconds; what is under way then is finished and counted out. */
async function run(order: Order & { type: 'run' }): Promise<Answer> {
  const model = modelNamed(order.model);
  const jobs = jobExchange();
  const connections = Array.from({ length: Math.min(order.clients, CONNECTIONS) }, () =>
    connect(order.address, order.library),
  );
  const pick = (index: number): Connection => connections[index % connections.length] as Connection;
  await pick(0).call('DeployResource', {
    resources: [{ name: `${model.processId}.bpmn`, content: Buffer.from(model.bpmn) }],
  });
  let over = false;
  const poll = async (connection: Connection): Promise<void> => {
    while (!over)
      for (const job of await connection.poll(model.jobType, { max: 64, requestTimeout: 10_000 }))
        jobs.arrive(job);
  };
  if (order.worker === 'stream')
    for (const connection of connections) connection.stream(model.jobType, jobs.arrive);
  else for (let index = 0; index < POLLERS; index++) void poll(pick(index));
  // jobs of a run that was cut, and whatever a stream may miss
  if (order.worker === 'stream') void poll(pick(0));
  await new Promise((resolve) => setTimeout(resolve, 200));

  const samples: Samples = { instance: [], create: [], job: [] };
  const refusedBefore = refusals.count;
  const cpuBefore = process.cpuUsage();
  const begun = performance.now();
  const end = begun + order.seconds * 1000;
  let measured: Answer | undefined;
  const measure = (): Answer => {
    const cpu = process.cpuUsage(cpuBefore);
    return {
      instances: samples.instance.length,
      seconds: (performance.now() - begun) / 1000,
      cpu: (cpu.user + cpu.system) / 1e6,
      refused: refusals.count - refusedBefore,
      ...samples,
    };
  };
  const client = async (index: number): Promise<void> => {
    while (performance.now() < end) await runInstance(pick(index), model, jobs, samples);
    measured ??= measure();
  };
  await Promise.all(Array.from({ length: order.clients }, (_, index) => client(index)));
  over = true;
  for (const connection of connections) connection.close();
  return measured ?? measure();
}

async function fill(order: Order & { type: 'fill' }): Promise<number> {
  const model = modelNamed(order.model);
  const connection = connect(order.address);
  const resources = [{ name: `${model.processId}.bpmn`, content: Buffer.from(model.bpmn) }];
  await connection.call('DeployResource', { resources });
  let left = order.count;
  const client = async (): Promise<void> => {
    while (left-- > 0) {
      const id = `${process.pid}-${Date.now()}-${serial++}`;
      await connection.create(model.processId, JSON.stringify(model.variables(id)));
    }
  };
  await Promise.all(Array.from({ length: 256 }, client));
  connection.close();
  return order.count;
}

/** Tries again until the gateway is there and gives a job; the moment in epoch ms. */
async function firstJob(order: Order & { type: 'first-job' }): Promise<number> {
  for (;;) {
    const connection = connect(order.address);
    try {
      const jobs = await connection.poll(order.jobType, { max: 1, requestTimeout: 1_000 });
      if (jobs.length > 0) return Date.now();
    } catch {
      // not there yet
    } finally {
      connection.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

let held: Connection[] = [];
async function pollers(order: Order & { type: 'pollers' }): Promise<number> {
  for (const connection of held) connection.close();
  held = Array.from({ length: order.connections }, () => connect(order.address));
  for (let index = 0; index < order.count; index++) {
    const connection = held[index % held.length] as Connection;
    const type = `bench-broker-nothing-${index % 100}`;
    connection.poll(type, { max: 1, requestTimeout: 3_600_000 }).catch(() => undefined);
    if (index % 500 === 499) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return order.count;
}

process.on('message', (order: Order) => {
  const work =
    order.type === 'run'
      ? run(order)
      : order.type === 'fill'
        ? fill(order)
        : order.type === 'pollers'
          ? pollers(order)
          : firstJob(order);
  work.then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
