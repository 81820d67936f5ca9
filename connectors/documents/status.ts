/** `motcua.documents.status`: waits until the recipient of a registered document has received or completed it. */
import { z } from 'zod';
import { defineConnector } from '../kit/define.ts';
import { ConnectorError } from '../kit/types.ts';
import { text, vietnameseTime } from '../kit/values.ts';
import { documentsConfig } from './config.ts';
import { statusNames } from './edxml.ts';
import { type ReceivedStatus, waitingStatuses } from './mailbox.ts';
import { acknowledge, type VxpContext } from './vxp.ts';

const code = z.enum(['01', '02', '03', '04', '05', '06', '13', '15', '16']);
const minute = 60_000;
const day = 24 * 60 * minute;

export const documentsStatus = defineConnector({
  type: 'motcua.documents.status',
  name: { vi: 'Chờ trạng thái văn bản', en: 'Wait for the document’s status' },
  description: {
    vi: 'Chờ nơi nhận báo đã tiếp nhận (03), hoàn thành (06) hoặc từ chối (02)',
    en: 'Waits until the recipient reports received (03), completed (06) or refused (02)',
  },
  config: documentsConfig,
  input: z.object({
    edocDocumentId: text(80).meta({
      title: 'Mã văn bản',
      description: 'DocumentId of the envelope',
      examples: ['facts.registration.edocDocumentId'],
    }),
    until: z
      .enum(['03', '06'])
      .default('03')
      .meta({ title: 'Chờ đến', description: '03 received, 06 completed', examples: ['=03'] }),
  }),
  output: z.object({
    code,
    name: z.object({ vi: z.string(), en: z.string() }),
    description: z.string(),
    at: z.string(),
    history: z.array(z.object({ code, description: z.string(), at: z.string() })),
  }),
  resultName: 'receipt',
  // Waiting for people at the other end: soon at first, then every quarter of an hour for about three days.
  backoff: [
    1_000,
    1_000,
    2_000,
    5_000,
    10_000,
    30_000,
    minute,
    5 * minute,
    ...Array<number>(288).fill(15 * minute),
  ],
  timeoutMs: 60_000,
  async handle(input, context) {
    const history = await about(input.edocDocumentId, context);
    const final = history.find(
      (status) =>
        status.code === '02' || status.code === '06' || (input.until === '03' && status.code === '03'),
    );
    if (!final) {
      const reached = history.at(-1)?.code ?? 'none';
      throw new ConnectorError(
        'PENDING',
        `waiting for status ${input.until} of the document (so far: ${reached})`,
        'transient',
      );
    }
    return {
      code: final.code,
      name: statusNames[final.code],
      description: final.description,
      at: final.timestamp,
      history: history.map((status) => ({
        code: status.code,
        description: status.description,
        at: status.timestamp,
      })),
    };
  },
  async settle(input, output, context) {
    const taken = new Set<string>(output.history.map((status) => status.code));
    // Later reports of documents nobody waits for any more would fill the mailbox; by then every wait has ended.
    const forgotten = vietnameseTime(new Date(context.now().getTime() - 4 * day));
    const done: string[] = [];
    for await (const status of waitingStatuses(context)) {
      const ours = status.responseFor.documentId === input.edocDocumentId && taken.has(status.code);
      if (ours || status.timestamp < forgotten) done.push(status.docId);
    }
    for (const docId of done) await acknowledge(docId, context);
  },
});

async function about(
  documentId: string,
  context: VxpContext & { log: (message: string) => void },
): Promise<readonly ReceivedStatus[]> {
  const found = new Map<string, ReceivedStatus>();
  for await (const status of waitingStatuses(context))
    if (status.responseFor.documentId === documentId && !found.has(status.code))
      found.set(status.code, status);
  return [...found.values()].sort(
    (a, b) => a.timestamp.localeCompare(b.timestamp) || a.code.localeCompare(b.code),
  );
}
