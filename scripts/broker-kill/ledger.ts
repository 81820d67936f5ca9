/** What the broker has promised so far, and every promise that it broke. */

/** What is known of a job from being handed out. */
interface SeenJob {
  readonly type: string;
  readonly id: string;
  /** Until then nobody else may get it, epoch ms; 0 once it was given back. */
  reserved: number;
}

export interface Ledger {
  readonly faults: string[];
  /** Answered creations: the id that stands in the instance's variables, and the instance's key. */
  readonly created: Map<string, string>;
  /** Ids whose last job was completed, answered or not. */
  readonly finished: Set<string>;
  /** Answered publications by id. */
  readonly published: Set<string>;
  /** Ids for whose instance SetVariables was answered. */
  readonly marked: Set<string>;
  /** Keys of answered deployments. */
  readonly deployed: Set<string>;
  fault(text: string): void;
  /** A key may belong to one thing only. */
  key(key: string, owner: string): void;
  /** A job was handed out by a call that began at that time. */
  activated(
    job: { key: string; type: string; processInstanceKey: string; deadline: string },
    id: string,
    since: number,
  ): void;
  /** FailJob was sent: from now on the job may be handed out again. */
  givenBack(key: string): void;
  /** CompleteJob was answered. */
  completed(key: string): void;
  /** Counts everything that was answered: progress. */
  answers: number;
}

/** Handing out again this much too early is the clocks' grain. */
const GRAIN = 20;

export function createLedger(): Ledger {
  const faults: string[] = [];
  const keys = new Map<string, string>();
  const jobs = new Map<string, SeenJob>();
  const completions = new Map<string, number>();
  const jobOf = new Map<string, string>();
  const fault = (text: string): void => {
    if (faults.length < 100) faults.push(text);
  };
  const key = (value: string, owner: string): void => {
    const other = keys.get(value);
    if (other !== undefined && other !== owner) fault(`key ${value} was given to ${other} and to ${owner}`);
    keys.set(value, owner);
  };
  return {
    faults,
    created: new Map(),
    finished: new Set(),
    published: new Set(),
    marked: new Set(),
    deployed: new Set(),
    answers: 0,
    fault,
    key,
    activated(job, id, since) {
      key(job.key, `job ${job.type} of ${id}`);
      key(job.processInstanceKey, `instance ${id}`);
      const instance = jobOf.get(`instance ${id}`) ?? job.processInstanceKey;
      if (instance !== job.processInstanceKey)
        fault(`two instances of ${id}: ${instance}, ${job.processInstanceKey}`);
      jobOf.set(`instance ${id}`, instance);
      const first = jobOf.get(`${job.type} of ${id}`) ?? job.key;
      if (first !== job.key) fault(`two jobs ${job.type} of ${id}: ${first} and ${job.key}`);
      jobOf.set(`${job.type} of ${id}`, first);
      const done = completions.get(job.key);
      if (done !== undefined && done < since) fault(`job ${job.key} came back after its completion`);
      const before = jobs.get(job.key);
      if (before && before.reserved > Date.now() + GRAIN)
        fault(`job ${job.key} was handed out twice, ${before.reserved - Date.now()} ms before its timeout`);
      jobs.set(job.key, { type: job.type, id, reserved: Number(job.deadline) });
    },
    givenBack(jobKey) {
      const job = jobs.get(jobKey);
      if (job) job.reserved = 0;
    },
    completed(jobKey) {
      if (completions.has(jobKey)) fault(`the completion of job ${jobKey} was answered twice`);
      completions.set(jobKey, Date.now());
    },
  };
}
