/**
 * Incidents as a gRPC client can find them: no RPC lists them, but keys are given out one after the other, and ResolveIncident says
 * whether a key is one of an open incident. The key of a message published now bounds the search.
 */
import { type ServiceError, status } from '@grpc/grpc-js';
import type { GatewayClient } from './client.ts';

export interface IncidentSearch {
  /** Keys given out before are of no interest. */
  begin(): Promise<void>;
  /** Tries all keys since the last search. `refused`: texts about jobs without retries. */
  resolveNew(): Promise<{ readonly resolved: number; readonly refused: readonly string[] }>;
  /** The incident of a job without retries. Throws when there is none. */
  ofJob(jobKey: string): Promise<string>;
}

/** `mark` keeps the message that asks for the newest key apart from others. */
export function incidentSearch(client: GatewayClient, mark: string): IncidentSearch {
  const newestKey = async (): Promise<bigint> =>
    BigInt((await client.call('PublishMessage', { name: `key${mark}`, correlationKey: mark })).key);
  let from: bigint | undefined;

  async function attempt(key: bigint): Promise<'none' | 'resolved' | { refused: string }> {
    try {
      await client.call('ResolveIncident', { incidentKey: String(key) });
      return 'resolved';
    } catch (error) {
      const { code, details } = error as ServiceError;
      if (code !== status.NOT_FOUND) throw error;
      return details.includes('has no retries left') ? { refused: details } : 'none';
    }
  }
  async function search(): Promise<
    { key: bigint; found: Exclude<Awaited<ReturnType<typeof attempt>>, 'none'> }[]
  > {
    if (from === undefined) throw new Error('a scenario with incidents says so: `incidents: true`');
    const to = await newestKey();
    const all = [];
    for (let first = from + 1n; first < to; first += 32n) {
      const keys = Array.from({ length: 32 }, (_, index) => first + BigInt(index)).filter((key) => key < to);
      all.push(...(await Promise.all(keys.map(async (key) => ({ key, found: await attempt(key) })))));
    }
    from = to;
    return all.flatMap(({ key, found }) => (found === 'none' ? [] : [{ key, found }]));
  }

  return {
    async begin() {
      from = await newestKey();
    },
    async resolveNew() {
      const all = await search();
      return {
        resolved: all.filter(({ found }) => found === 'resolved').length,
        refused: all.flatMap(({ found }) => (found === 'resolved' ? [] : [found.refused])),
      };
    },
    async ofJob(jobKey) {
      const before = from;
      const hit = (await search()).find(
        ({ found }) => found !== 'resolved' && found.refused.includes(`job with key '${jobKey}'`),
      );
      // nothing was resolved: the next search may start where this one did
      from = before;
      if (!hit) throw new Error(`no incident of job ${jobKey}`);
      return String(hit.key);
    },
  };
}
