/** Rows of `dossier` as the runtime uses them, and the lock every writer takes first. */

import { RuntimeError } from '../api.ts';
import type { DossierState } from '../events/types.ts';
import type { Channel } from '../package/schema.ts';
import type { Sql, Transaction } from './connect.ts';

export interface DossierRow {
  readonly id: string;
  readonly reference: string;
  readonly code: string | null;
  readonly submissionKey: string;
  readonly versionId: string;
  readonly procedureCode: string;
  readonly caseCode: string;
  readonly channel: Channel;
  readonly receptionUnitId: string;
  readonly competentUnitId: string;
  readonly consultedUnitIds: readonly string[];
  readonly applicantName: string;
  readonly subject: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly state: DossierState;
  readonly lastSeq: number;
  readonly submittedAt: Date;
  readonly closedAt: Date | null;
  readonly processInstanceKey: string | null;
}

const columns = (sql: Sql) => sql`
  id, reference, code, submission_key as "submissionKey", procedure_version_id as "versionId", procedure_code as "procedureCode",
  case_code as "caseCode", channel, reception_unit_id as "receptionUnitId", competent_unit_id as "competentUnitId",
  consulted_unit_ids as "consultedUnitIds", applicant_name as "applicantName", subject, email, phone, data, state, last_seq as "lastSeq",
  submitted_at as "submittedAt", closed_at as "closedAt", process_instance_key as "processInstanceKey"`;

async function findDossier(sql: Sql, id: string): Promise<DossierRow | undefined> {
  const [row] = await sql<DossierRow[]>`select ${columns(sql)} from dossier where id = ${id}`;
  return row;
}

/** @throws RuntimeError NOT_FOUND */
export async function getDossierRow(sql: Sql, id: string): Promise<DossierRow> {
  const row = await findDossier(sql, id);
  if (!row) throw dossierNotFound();
  return row;
}

/** Locks the dossier for the rest of the transaction: acts on one dossier are in one order. */
export async function lockDossier(tx: Transaction, id: string): Promise<DossierRow | undefined> {
  const [row] = await tx<DossierRow[]>`select ${columns(tx)} from dossier where id = ${id} for update`;
  return row;
}

/** By code (once issued) or reference. */
export async function findDossierByCode(sql: Sql, code: string): Promise<DossierRow | undefined> {
  const [row] = await sql<
    DossierRow[]
  >`select ${columns(sql)} from dossier where reference = ${code} or code = ${code}`;
  return row;
}

export async function findDossierBySubmission(
  sql: Sql,
  submissionKey: string,
): Promise<DossierRow | undefined> {
  const [row] = await sql<
    DossierRow[]
  >`select ${columns(sql)} from dossier where submission_key = ${submissionKey}`;
  return row;
}

export function dossierNotFound(): RuntimeError {
  return new RuntimeError('NOT_FOUND', { vi: 'Không tìm thấy hồ sơ.', en: 'The dossier was not found.' });
}
