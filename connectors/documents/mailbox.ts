/** Status messages that wait at the document exchange: listed page by page, each read once, acknowledged when it is safe. */
import { ConnectorError } from '../kit/types.ts';
import type { DocumentsConfig } from './config.ts';
import { type EdocStatus, EdxmlError } from './edxml.ts';
import { readEdxml } from './read-edxml.ts';
import { acknowledge, getEdoc, receivedList, type VxpContext } from './vxp.ts';

export interface ReceivedStatus extends EdocStatus {
  /** Of the status message itself at the transport; one message has one, however often it is listed. */
  readonly docId: string;
}

const pageSize = 100;
/** A message never changes, so one read is enough; bounded, and only a saving. */
const seen = new WeakMap<DocumentsConfig, Map<string, ReceivedStatus | null>>();
const maxSeen = 10_000;

/** All waiting status messages, oldest first. Unreadable ones are reported to `log` and passed over: one must not stop the others. */
export async function* waitingStatuses(
  context: VxpContext & { readonly log: (message: string, data?: Readonly<Record<string, unknown>>) => void },
): AsyncGenerator<ReceivedStatus> {
  const known = seen.get(context.config) ?? new Map<string, ReceivedStatus | null>();
  seen.set(context.config, known);
  for (let index = 1; ; index++) {
    const items = await receivedList({ messageType: 'status', index, size: pageSize }, context);
    for (const { docId } of items) {
      let status = known.get(docId);
      if (status === undefined) {
        status = await readOne(docId, context);
        if (known.size >= maxSeen) known.clear();
        known.set(docId, status);
      }
      if (status) yield status;
    }
    if (items.length < pageSize) return;
  }
}

/**
 * Hands every waiting status to `store`, and acknowledges it only after `store` has settled: at least once, so `store`
 * keeps one row per `docId`. Gives the number handed over.
 */
export async function pollStatuses(
  context: Parameters<typeof waitingStatuses>[0],
  store: (status: ReceivedStatus) => Promise<void>,
): Promise<number> {
  const waiting: ReceivedStatus[] = [];
  for await (const status of waitingStatuses(context)) waiting.push(status);
  for (const status of waiting) {
    await store(status);
    await acknowledge(status.docId, context);
  }
  return waiting.length;
}

async function readOne(
  docId: string,
  context: Parameters<typeof waitingStatuses>[0],
): Promise<ReceivedStatus | null> {
  try {
    const message = await readEdxml(await getEdoc(docId, context));
    if (message.kind === 'status') return { docId, ...message.status };
    context.log('message listed as a status is none', { docId });
  } catch (error) {
    const unreadable =
      error instanceof EdxmlError || (error instanceof ConnectorError && error.retry === 'permanent');
    if (!unreadable) throw error;
    context.log('status message cannot be read', { docId, reason: error.message });
  }
  return null;
}
