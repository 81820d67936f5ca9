/** What a hostile client has at hand. */
import type { ServiceError } from '@grpc/grpc-js';
import type { TestClient } from '../../engine/broker/testing/client.ts';

export interface Attacker {
  readonly client: TestClient;
  readonly address: string;
  /** Numbers by chance, from 0 to below 1. */
  readonly draw: () => number;
  /** How much to do: 1 is the small share for every test run. */
  readonly amount: number;
  /** Sends a call and notes a status that nobody could make sense of; resolves to the code (0 = OK). */
  tryCall(rpc: string, request: object): Promise<number>;
  note(fault: string): void;
}
export interface Attack {
  readonly name: string;
  run(attacker: Attacker): Promise<void>;
}

const INTERNAL = 13;
const DEADLINE_EXCEEDED = 4;

/** Notes INTERNAL, which no input deserves, and calls that are not answered in time. */
export function judged(
  client: TestClient,
  note: (fault: string) => void,
): (rpc: string, request: object) => Promise<number> {
  return async (rpc, request) => {
    try {
      await client.call(rpc, request as Record<string, unknown>);
      return 0;
    } catch (error) {
      const { code, details = String(error) } = error as ServiceError;
      if (code === INTERNAL || code === DEADLINE_EXCEEDED || code === undefined)
        note(`${rpc} answered ${code} ${details.slice(0, 300)}`);
      return code ?? -1;
    }
  };
}

export const pick = <T>(draw: () => number, list: readonly T[]): T =>
  list[Math.floor(draw() * list.length)] as T;
