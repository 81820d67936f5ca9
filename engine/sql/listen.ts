/** LISTEN on a connection of its own, which comes back after every loss. */
import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig, escapeIdentifier } from 'pg';

export interface Listening {
  unlisten(): Promise<void>;
}

const RETRY_MS = 500;
/** A connection that answers nothing for so long is taken for dead. */
const PROBE_MS = 20_000;

/** Resolves when listening for the first time, or fails as the first connection does. */
export async function listen(
  settings: ClientConfig,
  channel: string,
  onNotice: (payload: string) => void,
  onListening: () => void,
): Promise<Listening> {
  const over = new AbortController();
  let current: Client | undefined;

  /** Told by `lost` when the connection is gone. */
  const open = async (): Promise<{ readonly lost: Promise<void> }> => {
    const client = new Client(settings);
    const lost = new Promise<void>((resolve) => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    client.on('notification', (notice) => onNotice(notice.payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    current = client;
    const probe = setInterval(() => {
      client.query({ text: 'select 1', query_timeout: 5_000 } as { text: string }).catch(() => client.end());
    }, PROBE_MS);
    probe.unref();
    void lost.then(() => clearInterval(probe));
    onListening();
    return { lost };
  };

  const keep = async (first: { readonly lost: Promise<void> }): Promise<void> => {
    let connection: { readonly lost: Promise<void> } | undefined = first;
    while (!over.signal.aborted) {
      await connection?.lost;
      if (over.signal.aborted) return;
      await delay(RETRY_MS, undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted) return;
      connection = await open().catch(() => undefined);
    }
  };

  const kept = keep(await open());
  return {
    async unlisten() {
      over.abort();
      await current?.end().catch(() => undefined);
      await kept;
    },
  };
}
