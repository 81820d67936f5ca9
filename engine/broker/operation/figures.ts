/** What the broker counts about itself. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { State } from '../state/state.ts';
import { createMetrics, type Metrics } from './metrics.ts';

/** Where the broker tells what it does; cheap enough for every command. */
export interface Figures {
  /** A command was processed: its intent, and ACCEPTED or the type of its rejection. */
  command(intent: string, outcome: string): void;
  /** A batch of so many commands is durable (or had nothing to write) after that many seconds. */
  committed(seconds: number, commands: number): void;
  activated(jobs: number): void;
  /** New work was refused because too much waits, or because the disk is full. */
  refused(reason: 'load' | 'disk'): void;
}

/** What there is at a moment. */
export interface Situation {
  readonly state: State;
  /** Commands taken but not answered. */
  readonly load: number;
}

const COMMIT_BOUNDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const BATCH_BOUNDS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000];
/** Intents whose accepted commands are also counted as what happened to a job. */
const jobEvents: Readonly<Record<string, string>> = {
  COMPLETE: 'completed',
  FAIL: 'failed',
  THROW_ERROR: 'error_thrown',
};

const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** Figures of one broker; `situation` is undefined while it has no database. */
export function createFigures(
  situation: () => Situation | undefined,
): Figures & { readonly metrics: Metrics; stop(): void } {
  const metrics = createMetrics();
  const commands = metrics.counter(
    'commands_total',
    'Commands processed, by intent and outcome.',
    'intent',
    'outcome',
  );
  const commit = metrics.histogram(
    'commit_seconds',
    'Time from writing a batch until it is durable.',
    COMMIT_BOUNDS,
  );
  const batch = metrics.histogram('batch_commands', 'Commands per batch.', BATCH_BOUNDS);
  const jobs = metrics.counter('jobs_total', 'What happened to jobs.', 'event');
  const refused = metrics.counter('refused_total', 'New work refused, by reason.', 'reason');
  metrics.gauge('ready', 'Whether the broker has its database.', () => (situation() ? 1 : 0));
  metrics.gauge('queue_commands', 'Commands taken but not answered.', () => situation()?.load);
  metrics.gauge('open', 'What is open, by kind.', () => {
    const state = situation()?.state;
    return (
      state && {
        process_instances: sum(state.running.values()),
        jobs: state.jobs.size,
        timers: state.timers.size,
        message_subscriptions: state.subscriptions.size,
        signal_subscriptions: sum([...state.signalSubscriptionsOf.values()].map(({ length }) => length)),
        messages: state.messages.size,
        incidents: state.incidents.size,
      }
    );
  });
  metrics.gauge(
    'instances_in_memory',
    'Process instances in memory.',
    () => situation()?.state.instances.size,
  );
  metrics.gauge('memory_bytes', 'Memory of the process, by kind.', () => {
    const { rss, heapUsed, external } = process.memoryUsage();
    return { resident: rss, heap_used: heapUsed, external };
  });
  metrics.gauge('cpu_seconds', 'CPU time used.', () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1e6;
  });
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  metrics.gauge(
    'event_loop_delay_seconds',
    'How late the process came to its work since the last look.',
    () => {
      const reading = {
        '0.5': delay.percentile(50) / 1e9,
        '0.99': delay.percentile(99) / 1e9,
        '1': delay.max / 1e9,
      };
      delay.reset();
      return reading;
    },
    'quantile',
  );
  return {
    metrics,
    command(intent, outcome) {
      commands.add(1, intent, outcome);
      const event = outcome === 'ACCEPTED' ? jobEvents[intent] : undefined;
      if (event) jobs.add(1, event);
    },
    committed(seconds, count) {
      commit.observe(seconds);
      batch.observe(count);
    },
    activated: (count) => jobs.add(count, 'activated'),
    refused: (reason) => refused.add(1, reason),
    stop: () => delay.disable(),
  };
}
