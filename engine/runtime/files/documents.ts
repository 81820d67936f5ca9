/** Papers of a dossier as rows: reading them, and adding one that an effect made. */
import type { DossierDocument } from '../api.ts';
import { appendEvents } from '../events/append.ts';
import type { EventActor } from '../events/types.ts';
import type { Localized } from '../package/schema.ts';
import { json, type Sql, type Transaction } from '../store/connect.ts';
import type { DossierRow } from '../store/dossiers.ts';
import { uuidOrNil } from './attach.ts';
import type { Blob } from './blobs.ts';

export interface DocumentRow extends DossierDocument {
  readonly dossierId: string | null;
  readonly path: string;
}

const columns = (sql: Sql) => sql`
  id, dossier_id as "dossierId", kind, key, title, component_code as "componentCode", name, mime, size::float8 as size, sha256, path, public, created_at as "createdAt"`;

/** The papers in force, the oldest first. */
export async function listDocuments(sql: Sql, dossierId: string): Promise<DocumentRow[]> {
  return sql<
    DocumentRow[]
  >`select ${columns(sql)} from document where dossier_id = ${dossierId} and superseded_at is null order by created_at, id`;
}

export async function findDocument(sql: Sql, id: string): Promise<DocumentRow | undefined> {
  const [row] = await sql<DocumentRow[]>`select ${columns(sql)} from document where id = ${uuidOrNil(id)}`;
  return row;
}

/** The newest paper of a kind and key. */
export async function latestDocument(
  sql: Sql,
  dossierId: string,
  kind: DossierDocument['kind'],
  key: string,
): Promise<DocumentRow | undefined> {
  const [row] = await sql<DocumentRow[]>`
    select ${columns(sql)} from document where dossier_id = ${dossierId} and kind = ${kind} and key = ${key} and superseded_at is null
    order by created_at desc limit 1`;
  return row;
}

/** Has the effect with this key made its paper already? */
export async function isMade(sql: Sql, madeBy: string): Promise<boolean> {
  return (await sql`select 1 from document where made_by = ${madeBy}`).length > 0;
}

export interface NewDocument {
  readonly id: string;
  readonly kind: 'slip' | 'draft' | 'result';
  readonly key: string;
  readonly title: Localized;
  readonly name: string;
  readonly blob: Blob;
  readonly public: boolean;
  readonly madeBy: string;
}

/** Adds a PDF to the locked dossier; one of the same kind and key before it is superseded. */
export async function addDocument(
  tx: Transaction,
  dossier: DossierRow,
  document: NewDocument,
  actor: EventActor,
  at: Date,
): Promise<DossierRow> {
  if (await isMade(tx, document.madeBy)) return dossier;
  const { id, kind, key, title, name, blob } = document;
  if (kind !== 'slip')
    await tx`update document set superseded_at = ${at} where dossier_id = ${dossier.id} and kind = ${kind} and key = ${key} and superseded_at is null`;
  await tx`
    insert into document (id, dossier_id, kind, key, title, name, mime, size, sha256, path, public, created_at, made_by)
    values (${id}, ${dossier.id}, ${kind}, ${key}, ${json(tx, title)}, ${name}, 'application/pdf', ${blob.size}, ${blob.sha256}, ${blob.path},
      ${document.public}, ${at}, ${document.madeBy})`;
  return appendEvents(
    tx,
    dossier,
    [
      {
        actor,
        body: {
          type: 'document.created',
          data: { documentId: id, kind, key, title, public: document.public },
        },
      },
    ],
    at,
  );
}
