/** The broker's tables, created and upgraded at start; keys are Zeebe keys, times epoch milliseconds. */

/** One entry per version of the schema; entries are never changed, only added. */
export const migrations: readonly string[] = [
  `
create table zeebe.writer (
  id int primary key check (id = 1),
  epoch int not null,
  next_key bigint not null
);
insert into zeebe.writer values (1, 0, 2251799813685249);

create table zeebe.process_definition (
  key bigint primary key,
  bpmn_process_id text not null,
  version int not null,
  resource_name text not null,
  checksum text not null,
  deployment_key bigint not null,
  resource text not null,
  deployed_at timestamptz not null default now(),
  unique (bpmn_process_id, version)
);
comment on column zeebe.process_definition.resource is 'The BPMN file in base64; empty once the definition is deleted.';

create table zeebe.element_instance (
  key bigint primary key,
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  parent_key bigint,
  element_id text not null,
  state text not null,
  job_key bigint,
  data text
) with (fillfactor = 80);
create index element_instance_process on zeebe.element_instance (process_instance_key);

create table zeebe.variable (
  scope_key bigint not null,
  name text not null,
  value text not null,
  primary key (scope_key, name)
) with (fillfactor = 80);

create table zeebe.job (
  key bigint primary key,
  type text not null,
  process_instance_key bigint not null,
  element_instance_key bigint not null,
  process_definition_key bigint not null,
  element_id text not null,
  headers text not null,
  state text not null,
  retries int not null,
  due bigint not null,
  worker text not null
) with (fillfactor = 70);

create table zeebe.timer (
  key bigint primary key,
  process_instance_key bigint not null,
  element_instance_key bigint not null,
  process_definition_key bigint not null,
  element_id text not null,
  due bigint not null,
  repetitions int not null,
  cycle text not null
);

create table zeebe.message_subscription (
  key bigint primary key,
  process_instance_key bigint not null,
  element_instance_key bigint not null,
  process_definition_key bigint not null,
  element_id text not null,
  message_name text not null,
  correlation_key text not null
);

create table zeebe.message (
  key bigint primary key,
  name text not null,
  correlation_key text not null,
  message_id text not null,
  deadline bigint not null,
  variables text not null,
  correlated text not null
);

create table zeebe.message_start_lock (
  process_instance_key bigint primary key,
  bpmn_process_id text not null,
  correlation_key text not null
);

create table zeebe.incident (
  key bigint primary key,
  type text not null,
  message text not null,
  process_instance_key bigint not null,
  element_instance_key bigint not null,
  process_definition_key bigint not null,
  element_id text not null,
  job_key bigint,
  created_at bigint not null
);

create table zeebe.continuation (
  key bigint primary key,
  process_instance_key bigint not null,
  steps text not null
);

create view zeebe.instances as
select e.key as process_instance_key, d.bpmn_process_id, d.version, d.key as process_definition_key, e.state,
  (select coalesce(json_object_agg(v.name, v.value::json), '{}') from zeebe.variable v where v.scope_key = e.key) as variables,
  (select array_agg(c.element_id order by c.key) from zeebe.element_instance c
    where c.process_instance_key = e.key and c.key <> e.key) as active_elements,
  exists (select 1 from zeebe.incident i where i.process_instance_key = e.key) as has_incident
from zeebe.element_instance e join zeebe.process_definition d on d.key = e.process_definition_key
where e.key = e.process_instance_key;
comment on view zeebe.instances is 'Running process instances.';

create view zeebe.incidents as
select i.key as incident_key, i.type, i.message, i.process_instance_key, d.bpmn_process_id, d.version, i.element_id,
  i.element_instance_key, i.job_key, j.type as job_type, j.retries as job_retries, to_timestamp(i.created_at / 1000.0) as created_at
from zeebe.incident i join zeebe.process_definition d on d.key = i.process_definition_key
left join zeebe.job j on j.key = i.job_key;
comment on view zeebe.incidents is 'Open incidents; resolve with ResolveIncident(incident_key), after UpdateJobRetries(job_key) where a job has none left.';
`,
  `
create table zeebe.called_instance (
  key bigint primary key,
  caller_key bigint not null,
  caller_process_instance_key bigint not null,
  root_process_instance_key bigint not null,
  depth int not null
);
comment on table zeebe.called_instance is 'Process instances that call activities have created; caller_key is the element instance of the call activity.';

create or replace view zeebe.instances as
select e.key as process_instance_key, d.bpmn_process_id, d.version, d.key as process_definition_key, e.state,
  (select coalesce(json_object_agg(v.name, v.value::json), '{}') from zeebe.variable v where v.scope_key = e.key) as variables,
  (select array_agg(c.element_id order by c.key) from zeebe.element_instance c
    where c.process_instance_key = e.key and c.key <> e.key) as active_elements,
  exists (select 1 from zeebe.incident i where i.process_instance_key = e.key) as has_incident,
  p.caller_process_instance_key as parent_process_instance_key, p.root_process_instance_key
from zeebe.element_instance e join zeebe.process_definition d on d.key = e.process_definition_key
left join zeebe.called_instance p on p.key = e.key
where e.key = e.process_instance_key;
`,
  `
create table zeebe.signal_subscription (
  key bigint primary key,
  process_instance_key bigint not null,
  element_instance_key bigint not null,
  process_definition_key bigint not null,
  element_id text not null,
  signal_name text not null
);
`,
  `
create table zeebe.decision_requirements (
  key bigint primary key,
  decision_requirements_id text not null,
  name text not null,
  version int not null,
  resource_name text not null,
  checksum text not null,
  deployment_key bigint not null,
  resource text not null,
  deployed_at timestamptz not null default now()
);
comment on column zeebe.decision_requirements.resource is 'The DMN file in base64.';

create table zeebe.decision (
  key bigint primary key,
  decision_id text not null,
  name text not null,
  version int not null,
  decision_requirements_key bigint not null
);
`,
  `
create table zeebe.path (
  process_instance_key bigint primary key,
  path text not null
) with (fillfactor = 70);
comment on table zeebe.path is 'What running instances have gone through so far, for their history; a second old at most.';

create table zeebe.history (
  process_instance_key bigint not null,
  process_definition_key bigint not null,
  parent_process_instance_key bigint,
  state text not null,
  ended_at timestamptz not null,
  path text not null
) partition by range (ended_at);
create index history_process_instance on zeebe.history (process_instance_key);
create table zeebe.history_rest partition of zeebe.history default;
comment on table zeebe.history is 'Process instances that have ended, in partitions by day (UTC), which the broker makes and drops.';

create view zeebe.ended_instances as
select h.process_instance_key, d.bpmn_process_id, d.version, h.process_definition_key, h.parent_process_instance_key, h.state,
  to_timestamp(nullif(split_part(h.path, ' ', 1), '')::bigint / 1000.0) as started_at, h.ended_at
from zeebe.history h join zeebe.process_definition d on d.key = h.process_definition_key;
comment on view zeebe.ended_instances is 'started_at is when the first element ended.';

create view zeebe.ended_elements as
select h.process_instance_key, d.bpmn_process_id, line.number,
  ltrim(split_part(line.text, ' ', 2), '!') as element_id,
  case when split_part(line.text, ' ', 2) like '!%' then 'TERMINATED' else 'COMPLETED' end as state,
  to_timestamp(split_part(line.text, ' ', 1)::bigint / 1000.0) as ended_at
from zeebe.history h join zeebe.process_definition d on d.key = h.process_definition_key
cross join lateral string_to_table(rtrim(h.path, E'\\n'), E'\\n') with ordinality as line(text, number)
where line.text <> '';
comment on view zeebe.ended_elements is 'The way of each ended instance through its process, in the order in which elements ended.';
`,
  `
create table zeebe.form (
  key bigint primary key,
  form_id text not null,
  version int not null,
  resource_name text not null,
  checksum text not null,
  deployment_key bigint not null,
  resource text not null,
  deployed_at timestamptz not null default now()
);
comment on column zeebe.form.resource is 'The form file in base64; empty once the version is deleted.';
`,
];
