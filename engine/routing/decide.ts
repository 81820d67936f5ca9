/** The decisions: a role's right from the policy, joined with the units of the dossier and the four-eyes rule. */
import type { PolicyAction, RolePolicy } from './policy.ts';
import type {
  Decision,
  DossierAction,
  DossierScope,
  Official,
  OperationAction,
  TaskActionName,
  TaskScope,
} from './types.ts';

const yes: Decision = { allowed: true };
const no = (reason: 'ROLE' | 'UNIT' | 'FOUR_EYES' | 'TAKEN'): Decision => ({ allowed: false, reason });

/** Allowed when one assignment has the right and the unit; ROLE when no role has the right, UNIT when only elsewhere. */
function byAssignment(
  official: Official,
  right: (role: string) => boolean,
  unit: (unitId: string) => boolean,
): Decision {
  const able = official.roles.filter(({ role }) => right(role));
  if (able.some(({ unitId }) => unit(unitId))) return yes;
  return no(able.length > 0 ? 'UNIT' : 'ROLE');
}

const unitsOf = (dossier: DossierScope): readonly string[] => [
  dossier.receptionUnitId,
  dossier.competentUnitId,
  ...dossier.consultedUnitIds,
];

export function decideOnTask(
  may: RolePolicy,
  official: Official,
  action: TaskActionName,
  task: TaskScope,
): Decision {
  if (!unitsOf(task.dossier).includes(task.unitId)) return no('UNIT');
  const inUnit = (unitId: string) => unitId === task.unitId;
  const holder = (wanted: PolicyAction) =>
    byAssignment(official, (role) => role === task.role && may(role, wanted), inUnit);
  if (action === 'task.reassign') return byAssignment(official, (role) => may(role, action), inUnit);
  const own = holder(action);
  if (action === 'task.read')
    return own.allowed || byAssignment(official, (role) => may(role, 'task.supervise'), inUnit).allowed
      ? yes
      : own;
  if (!own.allowed) return own;
  if (task.barredIds.includes(official.id)) return no('FOUR_EYES');
  if (task.assigneeId !== null && task.assigneeId !== official.id) return no('TAKEN');
  return yes;
}

export function decideOnDossier(
  may: RolePolicy,
  official: Official,
  action: DossierAction,
  dossier: DossierScope,
): Decision {
  const { receptionUnitId, competentUnitId, consultedUnitIds } = dossier;
  const right = (role: string) => may(role, action);
  if (action === 'dossier.enter')
    return byAssignment(official, right, (unitId) => unitId === receptionUnitId);
  const own = byAssignment(
    official,
    right,
    (unitId) => unitId === receptionUnitId || unitId === competentUnitId,
  );
  if (action !== 'dossier.read' || own.allowed) return own;
  const asked = byAssignment(
    official,
    (role) => may(role, 'dossier.readConsulted'),
    (unitId) => consultedUnitIds.includes(unitId),
  );
  return asked.allowed ? asked : own;
}

export function decideOnOperation(may: RolePolicy, official: Official, action: OperationAction): Decision {
  return official.roles.some(({ role }) => may(role, action)) ? yes : no('ROLE');
}
