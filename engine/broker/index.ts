/** The embedded broker: a Zeebe 8.5 gateway over Postgres. The only entry of this room for other code. */
import { type Logger, pino } from 'pino';
import { openCore } from './broker.ts';
import { type Clock, type ControllableClock, systemClock } from './clock.ts';
import { assertPortFree, openGateway } from './gateway/server.ts';
import { type Management, openManagement } from './operation/http.ts';
import { defaultCallLimits } from './process/call.ts';

export { type ControllableClock, controllableClock } from './clock.ts';
export { PortInUse } from './gateway/server.ts';
export { DatabaseInUse } from './store/store.ts';

export interface BrokerOptions {
  /** Any PostgreSQL from 15 on; the broker keeps to the schema `zeebe`. */
  readonly databaseUrl: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0 or absent: any free one. */
  readonly port?: number;
  readonly clock?: Clock;
  /** Port of /metrics, /ready and /live; 0: any free one; absent: none. */
  readonly managementPort?: number;
  /** A door through which tests move this clock over the management port; never on a broker with real work. */
  readonly clockDoor?: ControllableClock;
  /** How long to wait for a broker that is just going, in ms; default 10 000. */
  readonly lockTimeout?: number;
  /** How long PostgreSQL may take for an answer before it counts as away, in ms; default 15 000. */
  readonly statementTimeout?: number;
  /** Whether the database's disk has room for new work; without it only an error of PostgreSQL tells. */
  readonly hasRoom?: () => boolean;
  /** Days that ended instances are kept with the way they took (zeebe.ended_instances, zeebe.ended_elements); 0, the default: not. */
  readonly historyDays?: number;
  /** Calls of processes inside calls, from the root instance on, above which a call activity gets an incident; default 1 000. */
  readonly maxCallDepth?: number;
  /** Running called instances below one root instance above which a call activity gets an incident; default 100 000. */
  readonly maxCalledInstances?: number;
  /** Default: silent. */
  readonly log?: Logger;
  /** Called when another broker has taken the database over, after this one has stopped serving. */
  readonly onReplaced?: (error: Error) => void;
}

export interface Broker {
  readonly host: string;
  readonly port: number;
  /** `host:port`, as clients want it. */
  readonly address: string;
  readonly managementPort: number | undefined;
  /** Ends the gateway, writes what is pending and lets go of the database. */
  close(): Promise<void>;
}

/**
 * Starts a broker. Throws `DatabaseInUse` while another broker runs on the database, `PortInUse` for a taken port, and the driver's
 * error when the database cannot be reached.
 */
export async function startBroker(options: BrokerOptions): Promise<Broker> {
  const {
    databaseUrl,
    host = '127.0.0.1',
    port = 0,
    clockDoor,
    clock = clockDoor ?? systemClock,
    managementPort,
    lockTimeout = 10_000,
    statementTimeout = 15_000,
    hasRoom,
    historyDays = 0,
    onReplaced,
  } = options;
  const log = options.log ?? pino({ level: 'silent' });
  await assertPortFree(host, port);
  const core = await openCore({
    databaseUrl,
    clock,
    log,
    lockTimeout,
    statementTimeout,
    hasRoom,
    historyDays,
    callLimits: {
      depth: options.maxCallDepth ?? defaultCallLimits.depth,
      instances: options.maxCalledInstances ?? defaultCallLimits.instances,
    },
    onReplaced: (error) => {
      log.fatal({ err: error }, 'another broker has taken the database over');
      onReplaced?.(error);
    },
  });
  let management: Management | undefined;
  try {
    if (managementPort !== undefined) {
      management = await openManagement({
        host,
        port: managementPort,
        metrics: core.metrics.text,
        isReady: core.isReady,
        clock: clockDoor,
      });
    }
    const gateway = await openGateway(core, { host, port, log });
    return {
      host,
      port: gateway.port,
      address: `${host}:${gateway.port}`,
      managementPort: management?.port,
      async close() {
        await gateway.close();
        await core.close();
        await management?.close();
      },
    };
  } catch (error) {
    await management?.close();
    await core.close();
    throw error;
  }
}
