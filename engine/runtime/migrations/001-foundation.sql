-- Tables of the runtime (schema motcua). Times are timestamptz, keys of the engine are text (64-bit).

create table procedure_version (
  id                     bigint generated always as identity primary key,
  code                   text not null,
  version                int not null,
  digest                 text not null,
  package                jsonb not null,
  files                  jsonb not null,
  model                  jsonb not null,
  process_id             text not null,
  process_definition_key text,
  search                 text not null,
  published_at           timestamptz not null default now(),
  unique (code, version)
);
create index on procedure_version (process_definition_key);

create table secret (
  name  text primary key,
  value text not null
);

create table dossier (
  id                   uuid primary key,
  reference            text not null unique,
  code                 text unique,
  submission_key       text not null unique,
  procedure_version_id bigint not null references procedure_version,
  procedure_code       text not null,
  case_code            text not null,
  channel              text not null,
  reception_unit_id    text not null,
  competent_unit_id    text not null,
  consulted_unit_ids   text[] not null default '{}',
  applicant_name       text not null,
  subject              text,
  email                text,
  phone                text,
  data                 jsonb not null,
  state                jsonb not null,
  status               smallint not null,
  last_seq             int not null,
  submitted_at         timestamptz not null,
  received_at          timestamptz,
  due_at               timestamptz,
  paused               boolean not null default false,
  closed_at            timestamptz,
  process_instance_key text,
  -- folded words of code, reference and names, separated by one blank
  search               text not null,
  search_vector        tsvector generated always as (array_to_tsvector(string_to_array(search, ' '))) stored
);
create index dossier_search on dossier using gin (search_vector);
-- the dashboard counts open dossiers and recent days only, so closed ones cost it nothing
create index dossier_open_competent on dossier (competent_unit_id, status, due_at) where closed_at is null;
create index dossier_open_reception on dossier (reception_unit_id, status, due_at) where closed_at is null;
create index dossier_received on dossier (competent_unit_id, received_at) where received_at is not null;
create index dossier_closed on dossier (competent_unit_id, closed_at) where closed_at is not null;

create table dossier_event (
  dossier_id    uuid not null references dossier,
  seq           int not null,
  type          text not null,
  at            timestamptz not null,
  actor_kind    text not null check (actor_kind in ('official', 'applicant', 'system')),
  actor_id      text,
  actor_name    text not null,
  actor_unit_id text,
  data          jsonb not null,
  primary key (dossier_id, seq)
);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger append_only before update or delete on dossier_event for each row execute function refuse_change();
create trigger append_only_truncate before truncate on dossier_event for each statement execute function refuse_change();

create table task (
  id                   uuid primary key,
  dossier_id           uuid not null references dossier,
  job_key              text not null unique,
  process_instance_key text not null,
  element_instance_key text not null,
  element_id           text not null,
  role                 text not null,
  unit_id              text not null,
  status               text not null check (status in ('open', 'done', 'gone')),
  assignee_id          text,
  assignee_name        text,
  assigned_at          timestamptz,
  barred_ids           text[] not null default '{}',
  created_at           timestamptz not null,
  limit_at             timestamptz,
  due_at               timestamptz,
  -- due date, or infinity: what the inbox is ordered by
  sort_at              timestamptz not null default 'infinity',
  supplemented         boolean not null default false,
  draft                jsonb,
  ended_at             timestamptz,
  done_by              text,
  done_by_name         text,
  done_action          text,
  -- from when the engine may take the task away by itself; null: only a person's act can
  probe_from           timestamptz,
  probed_at            timestamptz,
  search               text not null,
  search_vector        tsvector generated always as (array_to_tsvector(string_to_array(search, ' '))) stored
);
create index task_dossier on task (dossier_id);
create index task_unit on task (role, unit_id, sort_at, id) where status = 'open';
create index task_supervised on task (unit_id, sort_at, id) where status = 'open';
create index task_pool on task (role, unit_id, sort_at, id) where status = 'open' and assignee_id is null;
create index task_mine on task (assignee_id, sort_at, id) where status = 'open' and assignee_id is not null;
create index task_done on task (done_by, ended_at desc, id desc) where status = 'done';
create index task_search on task using gin (search_vector) where status = 'open';
create index task_probe on task (probe_from) where status = 'open' and probe_from is not null;

create table task_visit (
  task_id       uuid not null references task,
  official_id   text not null,
  official_name text not null,
  seen_at       timestamptz not null,
  primary key (task_id, official_id)
);

create table document (
  id             uuid primary key,
  dossier_id     uuid references dossier,
  kind           text not null check (kind in ('upload', 'slip', 'draft', 'result')),
  key            text not null,
  title          jsonb not null,
  component_code text,
  name           text not null,
  mime           text not null,
  size           bigint not null,
  sha256         text not null,
  path           text not null,
  public         boolean not null default false,
  created_at     timestamptz not null,
  superseded_at  timestamptz,
  -- one document per effect, however often the effect is repeated
  made_by        text unique
);
create index document_dossier on document (dossier_id, created_at);
create index document_loose on document (created_at) where dossier_id is null;

create table outbox (
  id              bigint generated always as identity primary key,
  dossier_id      uuid references dossier,
  kind            text not null,
  idempotency_key text not null unique,
  payload         jsonb not null,
  attempts        int not null default 0,
  next_at         timestamptz not null,
  state           text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
  -- true: later rows of the dossier wait for this one
  blocking        boolean not null,
  last_error      text,
  created_at      timestamptz not null default now(),
  done_at         timestamptz
);
create index outbox_waiting on outbox (next_at, id) where state = 'waiting';
create index outbox_blocking on outbox (dossier_id, id) where state <> 'done' and blocking;
create index outbox_dossier on outbox (dossier_id);
create index outbox_done on outbox (done_at) where state = 'done';
create index outbox_dead on outbox (id) where state = 'dead';

-- written outside the relay's transaction, before an effect that cannot tell its repetition from a refusal
-- (no foreign key: its check would wait for the lock the relay holds)
create table outbox_try (
  outbox_id bigint not null,
  at        timestamptz not null default clock_timestamp()
);
create index on outbox_try (outbox_id);

create table incident (
  id          bigint generated always as identity primary key,
  dossier_id  uuid references dossier,
  outbox_id   bigint references outbox,
  kind        text not null,
  element     text,
  message     text not null,
  opened_at   timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text
);
create unique index incident_open on incident (outbox_id) where resolved_at is null;
create index incident_dossier on incident (dossier_id) where resolved_at is null;

create table draft (
  id             uuid primary key,
  token_hash     text not null unique,
  procedure_code text not null,
  data           jsonb not null,
  page           int not null,
  saved_at       timestamptz not null,
  expires_at     timestamptz not null
);
create index on draft (expires_at);

-- dossier codes and register books: taken in the transaction of the act, so no number is lost or given twice
create table counter (
  name  text primary key,
  value bigint not null
);

create table act_key (
  key        text primary key,
  actor      text not null,
  dossier_id uuid not null references dossier,
  event_seq  int not null,
  at         timestamptz not null
);

create table setting (
  name  text primary key,
  value jsonb not null
);
-- mã số hồ sơ (TT 01/2018 Đ19, TT 03/2025): {unit} {yyMMdd} {yyyyMMdd} {n:4}; number of the result in its yearly book
insert into setting (name, value) values
  ('dossierCode', '{"pattern": "{unit}-{yyMMdd}-{n:4}", "counter": "{unit}/{yyMMdd}"}'),
  ('registerNumber', '{"pattern": "{n:2}/{yyyy}", "counter": "{unit}/{procedure}/{yyyy}"}');

create table heartbeat (
  name    text primary key,
  pid     int not null,
  at      timestamptz not null,
  details jsonb not null
);

create table track_attempt (
  key text not null,
  at  timestamptz not null
);
create index on track_attempt (key, at);
create index on track_attempt (at);
