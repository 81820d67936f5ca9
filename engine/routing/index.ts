/** Routing: who may see and do what. Policies are role-level; units come from the dossier. */
import { decideOnDossier, decideOnOperation, decideOnTask } from './decide.ts';
import { dossierFilter, taskFilter } from './filters.ts';
import { loadPolicy } from './policy.ts';
import type {
  Decision,
  DossierAction,
  DossierFilter,
  DossierScope,
  Official,
  OperationAction,
  TaskActionName,
  TaskFilter,
  TaskScope,
} from './types.ts';

export * from './organisation.ts';
export { hashPassword, verifyPassword } from './passwords.ts';
export { dossierCondition, taskCondition } from './sql-filters.ts';
export type * from './types.ts';

export interface Routing {
  /** Reading, claiming, acting need the task's role in the task's unit; supervisors of the unit may read and reassign. */
  readonly mayOnTask: (official: Official, action: TaskActionName, task: TaskScope) => Decision;
  /** Reading needs a role in the reception or competent unit, or the consulted role in a unit that was asked. */
  readonly mayOnDossier: (official: Official, action: DossierAction, dossier: DossierScope) => Decision;
  readonly mayOperate: (official: Official, action: OperationAction) => Decision;
  readonly taskFilter: (official: Official) => TaskFilter;
  readonly dossierFilter: (official: Official) => DossierFilter;
}

export async function createRouting(): Promise<Routing> {
  const may = await loadPolicy();
  return {
    mayOnTask: (official, action, task) => decideOnTask(may, official, action, task),
    mayOnDossier: (official, action, dossier) => decideOnDossier(may, official, action, dossier),
    mayOperate: (official, action) => decideOnOperation(may, official, action),
    taskFilter: (official) => taskFilter(may, official),
    dossierFilter: (official) => dossierFilter(may, official),
  };
}
