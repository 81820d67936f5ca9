-- Sessions of the web server and the key its CSRF tokens are made with.
create schema if not exists motcua;

create table motcua.web_session (
  id_hash bytea primary key,
  official_id text,
  data jsonb not null default '{}',
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index web_session_expires on motcua.web_session (expires_at);
create index web_session_official on motcua.web_session (official_id) where official_id is not null;
comment on table motcua.web_session is 'id_hash = SHA-256 of the cookie; data holds dossiers proved by code and PIN';

create table motcua.web_key (
  name text primary key,
  secret bytea not null,
  created_at timestamptz not null default now()
);
