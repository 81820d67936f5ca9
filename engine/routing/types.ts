/** Shapes of routing: who may see and do what. Roles × organisation units × actions. */

export interface Unit {
  readonly id: string;
  /** Mã định danh, e.g. H38.12 (QĐ 20/2020/QĐ-TTg order). Used in the dossier code. */
  readonly code: string;
  readonly name: { vi: string; en: string };
  readonly kind: 'province' | 'centre' | 'commune';
  readonly parentId: string | null;
  readonly calendarId: string;
  readonly address: string;
  readonly phone: string;
}
export interface RoleAssignment {
  readonly role: string;
  readonly unitId: string;
}
export interface Official {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  /** Chức vụ, as printed above the signature. */
  readonly title: { vi: string; en: string };
  readonly roles: readonly RoleAssignment[];
}

/** What routing has to know of a dossier; the runtime passes it in. */
export interface DossierScope {
  readonly receptionUnitId: string;
  readonly competentUnitId: string;
  readonly consultedUnitIds: readonly string[];
}
export interface TaskScope {
  readonly dossier: DossierScope;
  /** Role from candidateGroups and the unit it resolved to. */
  readonly role: string;
  readonly unitId: string;
  readonly assigneeId: string | null;
  /** Officials barred by four-eyes. */
  readonly barredIds: readonly string[];
}
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'ROLE' | 'UNIT' | 'FOUR_EYES' | 'TAKEN' };
export type DossierAction = 'dossier.read' | 'dossier.enter' | 'dossier.reassign' | 'dashboard.read';
export type TaskActionName = 'task.read' | 'task.claim' | 'task.act' | 'task.reassign';
export type OperationAction = 'operations.read' | 'operations.retry' | 'procedures.publish';
/** Tasks an official may see, for SQL: `(role, unit_id)` in pairs, or (for supervisors) any task of the units. */
export interface TaskFilter {
  readonly pairs: readonly RoleAssignment[];
  readonly supervisedUnitIds: readonly string[];
}
/** Dossiers an official may see, for SQL: reception or competent unit, or the unit was consulted. */
export interface DossierFilter {
  readonly unitIds: readonly string[];
  readonly consultedUnitIds: readonly string[];
}
/** Provinces and communes of the address fields; the shape forms/ reads. */
export interface PlaceCatalogue {
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
  readonly communes: Readonly<Record<string, readonly { readonly code: string; readonly name: string }[]>>;
  readonly homeProvince?: string;
}
