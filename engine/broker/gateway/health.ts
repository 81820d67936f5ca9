/** The service `grpc.health.v1.Health`, answered as Zeebe 8.5 does: for the whole server and for the gateway. */
import type { Core } from '../broker.ts';
import type { Call } from './grpc/call.ts';
import type { Handler } from './grpc/server.ts';
import { status } from './grpc/status.ts';

const SERVING = 1;
const NOT_SERVING = 2;
const SERVICE_UNKNOWN = 3;
const services: readonly string[] = ['', 'gateway_protocol.Gateway'];

/** HealthCheckRequest {service = 1}; anything else in it is of no interest. */
function serviceOf(request: Buffer): string {
  if (request.length < 2 || request[0] !== 0x0a) return '';
  const length = request[1] ?? 0;
  return length < 0x80 ? request.toString('utf8', 2, 2 + length) : '?';
}

/** HealthCheckResponse {status = 1}. */
const response = (value: number): Buffer => Buffer.from([0x08, value]);

export interface Health {
  readonly handlers: readonly (readonly [path: string, handler: Handler])[];
  /** Tells all watchers that the server is going. */
  end(): void;
}

export function healthService(core: Pick<Core, 'isReady' | 'onAway' | 'onBack'>): Health {
  const watchers = new Set<Call>();
  let ending = false;
  const now = (): number => (core.isReady() && !ending ? SERVING : NOT_SERVING);
  const tell = (): void => {
    for (const call of watchers) call.write(response(now()));
  };
  core.onAway(tell);
  core.onBack(tell);
  return {
    handlers: [
      [
        '/grpc.health.v1.Health/Check',
        (call, request) => {
          const service = serviceOf(request);
          if (services.includes(service)) call.end(response(now()));
          else call.fail({ code: status.NOT_FOUND, message: `unknown service ${service}` });
        },
      ],
      [
        '/grpc.health.v1.Health/Watch',
        (call, request) => {
          if (!services.includes(serviceOf(request))) {
            // the service may come: the call stays open
            call.write(response(SERVICE_UNKNOWN));
            return;
          }
          call.write(response(now()));
          watchers.add(call);
          call.onClose(() => watchers.delete(call));
        },
      ],
    ],
    end() {
      ending = true;
      tell();
      for (const call of watchers) call.fail({ code: status.UNAVAILABLE, message: 'The broker is ending' });
    },
  };
}
