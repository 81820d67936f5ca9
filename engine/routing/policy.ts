/** Which role may do what, whatever the unit: Casbin over model.conf and policy.csv, every answer remembered. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import type { DossierAction, OperationAction, TaskActionName } from './types.ts';

/** `task.supervise` = see all tasks of one's unit; `dossier.readConsulted` = read what one's unit was asked about. */
export type PolicyAction =
  | DossierAction
  | TaskActionName
  | OperationAction
  | 'task.supervise'
  | 'dossier.readConsulted';

export type RolePolicy = (role: string, action: PolicyAction) => boolean;

/** Reads the policy files beside this one. */
export async function loadPolicy(): Promise<RolePolicy> {
  const [model, policy] = await Promise.all(
    ['model.conf', 'policy.csv'].map((file) => readFile(join(import.meta.dirname, file), 'utf8')),
  );
  const enforcer = await newEnforcer(newModelFromString(model ?? ''), new StringAdapter(policy ?? ''));
  const known = new Map<string, boolean>();
  return (role, action) => {
    const key = `${action} ${role}`;
    let answer = known.get(key);
    if (answer === undefined) {
      answer = enforcer.enforceSync(role, action);
      known.set(key, answer);
    }
    return answer;
  };
}
