/** Requests that consist of many instructions: modifications and migrations of process instances. */
import type { ModifyInstance } from '../commands/modify-instance.ts';
import { document, type Fields, int64, key, messages, text } from './request.ts';

export const modifyRequest = (request: Fields): ModifyInstance => ({
  processInstanceKey: key(request, 'processInstanceKey'),
  activate: messages(request, 'activateInstructions').map((instruction) => ({
    elementId: text(instruction, 'elementId'),
    ancestorKey: int64(instruction, 'ancestorElementInstanceKey'),
    variables: messages(instruction, 'variableInstructions').map((variables) => ({
      document: document(variables),
      scopeId: text(variables, 'scopeId'),
    })),
  })),
  terminate: messages(request, 'terminateInstructions').map((instruction) =>
    int64(instruction, 'elementInstanceKey'),
  ),
});
