/** State of the simulated outside systems, in Postgres schema `sandbox`: a killed sandbox comes back knowing everything it answered. */
import { connect, type Database } from '../../engine/sql/index.ts';

export type Sql = Database;

const schema = `
create schema if not exists sandbox;
create table if not exists sandbox.token (value text primary key, client_id text not null, expires_at timestamptz not null);
create table if not exists sandbox.call (
  id bigint generated always as identity primary key, at timestamptz not null default now(), system text not null,
  operation text not null, key text, status int not null, request text not null, response text not null, ms int not null);
create table if not exists sandbox.citizen (
  personal_id text primary key, request_key text not null unique, at timestamptz not null default now(), times int not null default 1,
  family text not null, middle text not null, given text not null, sex text not null, birth_date date not null,
  ethnicity text, nationality text, official_id text not null, purpose text not null);
create table if not exists sandbox.edoc (
  doc_id text primary key, document_id text not null, from_organ text not null, from_name text not null, to_organ text not null,
  to_name text not null, code text not null, promulgation_date date not null, type_name text not null, subject text not null,
  at timestamptz not null default now(), times int not null default 1, sha256 text not null, envelope bytea not null,
  unique (from_organ, document_id));
create table if not exists sandbox.edoc_status (
  doc_id text primary key, about text not null references sandbox.edoc on delete cascade, code text not null,
  description text not null, visible_at timestamptz not null, acknowledged_at timestamptz);
create index if not exists edoc_status_waiting on sandbox.edoc_status (visible_at, doc_id) where acknowledged_at is null;
create index if not exists edoc_status_about on sandbox.edoc_status (about, code);
create table if not exists sandbox.mail (
  id bigint generated always as identity primary key, message_id text not null unique, at timestamptz not null default now(),
  times int not null default 1, sender text not null, recipients text[] not null, subject text not null, body_text text not null,
  body_html text, raw bytea not null);
create table if not exists sandbox.fault (system text primary key, mode text not null, since timestamptz not null default now());
`;

/** Connects and creates what is missing; several sandboxes may do so at once. The caller ends the connection. */
export async function openStore(databaseUrl: string): Promise<Sql> {
  const sql = connect(databaseUrl, { max: 5, name: 'motcua-sandbox' });
  try {
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtext('motcua sandbox schema'))`;
      await tx.unsafe(schema);
    });
    return sql;
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
}
