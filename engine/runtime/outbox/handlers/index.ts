/** Effect handlers by kind of outbox row. */
import type { WorkerContext } from '../../worker/context.ts';
import type { OutboxRow, Settle } from '../types.ts';
import { callConnector } from './connector.ts';
import { cancelInstance, completeJob, publishMessage } from './engine.ts';
import { sendNotice } from './notify.ts';
import { renderDocument } from './render.ts';
import { sealResult } from './seal.ts';
import { signResult } from './sign.ts';

export function handle(
  context: WorkerContext,
  row: OutboxRow,
): Promise<{ settle?: Settle; after?: () => Promise<void> }> {
  switch (row.kind) {
    case 'engine.publish':
      return publishMessage(context, row);
    case 'engine.complete':
      return completeJob(context, row);
    case 'engine.cancel':
      return cancelInstance(context, row);
    case 'connector':
      return callConnector(context, row);
    case 'document.render':
      return renderDocument(context, row);
    case 'document.sign':
      return signResult(context, row);
    case 'document.seal':
      return sealResult(context, row);
    case 'notify':
      return sendNotice(context, row);
  }
}
