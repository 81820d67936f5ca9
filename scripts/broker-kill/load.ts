/** Clients and workers that go on whatever dies, and note every answer in the ledger. */

import { setTimeout as delay } from 'node:timers/promises';
import { type ServiceError, status } from '@grpc/grpc-js';
import {
  bpmn,
  chain,
  element,
  end,
  message,
  messageRef,
  oneTask,
  start,
  task,
  timer,
} from '../../engine/broker/testing/bpmn.ts';
import { type TestClient, testClient } from '../../engine/broker/testing/client.ts';
import type { Ledger } from './ledger.ts';

/** A task, a timer and a message side by side, each with a job behind it; then one job for all. */
const model = bpmn(
  'kill',
  `${start()}${element('parallelGateway', 'fork')}${element('parallelGateway', 'join')}
${task('work', '', 'kill-work')}${task('rang', '', 'kill-rang')}${task('heard', '', 'kill-heard')}${task('done', '', 'kill-done')}${end()}
${element('intermediateCatchEvent', 'wait', '', timer('timeDuration', 'PT0.2S'))}
${element('intermediateCatchEvent', 'hear', '', messageRef('m'))}
${chain('start', 'fork', 'work', 'join', 'done', 'end')}${chain('fork', 'wait', 'rang', 'join')}${chain('fork', 'hear', 'heard', 'join')}`,
  message('m', 'kill-go', '=id'),
);

const JOB_TIMEOUT = 1_500;
const CREATORS = 6;
/** Instances that may be open before the creators wait for the workers. */
const MAX_OPEN = 200;
const MESSAGE_LIFETIME = 3_600_000;

export interface Load {
  /** No new work from now on; what there is goes on. */
  stopCreating(): void;
  /** Ends all clients. */
  stop(): Promise<void>;
}

const isFinal = (error: unknown, ...codes: readonly number[]): boolean =>
  codes.includes((error as ServiceError).code);

/** Deploys and begins; `draw` gives numbers by chance. */
export async function startLoad(address: string, ledger: Ledger, draw: () => number): Promise<Load> {
  const clients = Array.from({ length: 4 }, () =>
    testClient(address, {
      'grpc.initial_reconnect_backoff_ms': 50,
      'grpc.max_reconnect_backoff_ms': 200,
      'grpc.use_local_subchannel_pool': 1,
    }),
  );
  const [first] = clients as [TestClient];
  await first.deploy(model);
  let creating = true;
  let running = true;
  let next = 0;
  const answered = <T>(answer: T): T => {
    ledger.answers++;
    return answer;
  };

  /** Publishes until it is certain that the message is there; a second success would be one too many. */
  async function publish(client: TestClient, id: string): Promise<boolean> {
    for (let attempt = 0; attempt < 50 && creating; attempt++) {
      try {
        const options = { timeToLive: MESSAGE_LIFETIME, messageId: id, variables: `{"n":"${id}"}` };
        const { key } = answered(await client.publish('kill-go', id, options));
        ledger.key(key, `message ${id}`);
        if (ledger.published.has(id)) ledger.fault(`message ${id} was taken twice`);
        ledger.published.add(id);
        return true;
      } catch (error) {
        if (isFinal(error, status.ALREADY_EXISTS)) {
          ledger.published.add(id);
          return true;
        }
        await delay(20);
      }
    }
    return false;
  }

  async function create(client: TestClient): Promise<void> {
    const id = `n${next++}`;
    if (!(await publish(client, id))) return;
    try {
      const { processInstanceKey: key } = answered(await client.create('kill', { id }));
      ledger.key(key, `instance ${id}`);
      ledger.created.set(id, key);
      if (draw() > 0.3) return;
      const request = { elementInstanceKey: key, variables: '{"marked":true}', local: true };
      ledger.key(answered(await client.call('SetVariables', request)).key, `variables of ${id}`);
      ledger.marked.add(id);
    } catch {
      // nobody knows whether it is there
      await delay(20);
    }
  }

  async function creator(client: TestClient): Promise<void> {
    while (creating) {
      if (ledger.created.size - ledger.finished.size > MAX_OPEN) await delay(20);
      else await create(client);
    }
  }

  async function deployer(client: TestClient): Promise<void> {
    for (let version = 1; creating; version++) {
      try {
        const { deployments } = answered(
          await client.deploy(
            oneTask('kill-side')
              .replace('"start"', `"start${version}"`)
              .replaceAll('sourceRef="start"', `sourceRef="start${version}"`),
          ),
        );
        const { processDefinitionKey } = deployments[0].process;
        ledger.key(processDefinitionKey, `definition ${version}`);
        ledger.deployed.add(processDefinitionKey);
      } catch {
        // perhaps it is there; the next one is another
      }
      await delay(400);
    }
  }

  async function work(
    client: TestClient,
    type: string,
    job: { key: string; variables: string; type: string },
  ): Promise<void> {
    const variables = JSON.parse(job.variables) as { id: string; n?: string; marked?: boolean };
    const { id } = variables;
    const chance = draw();
    // a worker that dies with its job
    if (chance < 0.1) return;
    if (chance < 0.2) {
      ledger.givenBack(job.key);
      const retryBackOff = chance < 0.15 ? 100 : 0;
      await client.call('FailJob', { jobKey: job.key, retries: 3, retryBackOff });
      answered(undefined);
      return;
    }
    if (type === 'kill-heard' && variables.n !== id)
      ledger.fault(`instance ${id} heard the message of ${variables.n}`);
    if (type === 'kill-done') {
      ledger.finished.add(id);
      if (ledger.marked.has(id) && !variables.marked) ledger.fault(`instance ${id} lost what was set`);
    }
    await client.complete(job);
    answered(undefined);
    ledger.completed(job.key);
  }

  async function worker(client: TestClient, type: string): Promise<void> {
    while (running) {
      try {
        const since = Date.now();
        const jobs = await client.activate(type, {
          timeout: JOB_TIMEOUT,
          requestTimeout: 500,
          maxJobsToActivate: 20,
        });
        for (const job of jobs) ledger.activated(job, JSON.parse(job.variables).id, since);
        await Promise.allSettled(jobs.map((job) => work(client, type, job)));
      } catch {
        await delay(50);
      }
    }
  }

  const pick = (index: number): TestClient => clients[index % clients.length] as TestClient;
  const workers = ['kill-work', 'kill-rang', 'kill-heard', 'kill-done'].map((type, index) =>
    worker(pick(index), type),
  );
  const creators = Array.from({ length: CREATORS }, (_, index) => creator(pick(index)));
  const everybody = Promise.all([...workers, ...creators, deployer(first)]);
  return {
    stopCreating: () => {
      creating = false;
    },
    async stop() {
      creating = false;
      running = false;
      for (const client of clients) client.close();
      // a call on a client that is closed may never end
      await Promise.race([everybody, delay(2_000, undefined, { ref: false })]);
    },
  };
}
