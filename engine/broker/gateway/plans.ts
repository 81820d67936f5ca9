/** Requests that consist of many instructions: modifications and migrations of process instances. */
import type { MigrateInstance } from '../commands/migrate-instance.ts';
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

export const migrateRequest = (request: Fields): MigrateInstance => {
  const plan = request.migrationPlan as Fields | null | undefined;
  return {
    processInstanceKey: key(request, 'processInstanceKey'),
    targetProcessDefinitionKey: plan ? int64(plan, 'targetProcessDefinitionKey') : 0,
    mappings: (plan ? messages(plan, 'mappingInstructions') : []).map((instruction) => ({
      source: text(instruction, 'sourceElementId'),
      target: text(instruction, 'targetElementId'),
    })),
  };
};
