-- Figures of a unit, kept with the projections: counting half a million open dossiers for every look at the board took seconds.
-- Each change adds a row (+1 or -1) in its own transaction, so that two acts in one unit never wait for each other; the worker
-- folds the rows of equal meaning into one (views/figures.ts).

create table figure (
  unit_id text not null,
  -- open, waiting (for the applicant), step: open work · received, onTime, late: by day
  measure text not null,
  -- step: procedure code, blank, element id; else empty
  detail  text not null default '',
  -- open, step: hour of the due date, null while there is none or the clock stands; by day: local midnight
  slot    timestamptz,
  n       int not null
);
create index on figure (unit_id, measure);
-- the hour that has begun is looked at itself
drop index dossier_open_competent;
drop index dossier_open_reception;
create index dossier_open_competent on dossier (competent_unit_id, due_at) where closed_at is null;
create index dossier_open_reception on dossier (reception_unit_id, due_at) where closed_at is null;

create function count_dossier(d dossier, sign int) returns void language sql as $$
  insert into motcua.figure (unit_id, measure, slot, n)
  select unit_id, 'open', case when not d.paused then date_trunc('hour', d.due_at) end, sign
  from (select distinct unnest(array[d.competent_unit_id, d.reception_unit_id]) as unit_id) u where d.closed_at is null
  union all
  select unit_id, 'waiting', null, sign
  from (select distinct unnest(array[d.competent_unit_id, d.reception_unit_id]) as unit_id) u where d.closed_at is null and d.status = 5
  union all
  select d.competent_unit_id, 'received', date_trunc('day', d.received_at, 'Asia/Ho_Chi_Minh'), sign where d.received_at is not null
  union all
  select d.competent_unit_id, case when d.closed_at <= d.due_at then 'onTime' else 'late' end,
    date_trunc('day', d.closed_at, 'Asia/Ho_Chi_Minh'), sign
  where d.closed_at is not null and d.status = 10
$$;

create function count_task(t task, sign int) returns void language sql as $$
  insert into motcua.figure (unit_id, measure, detail, slot, n)
  select case when t.unit_id = 'applicant' then d.competent_unit_id else t.unit_id end, 'step',
    d.procedure_code || ' ' || t.element_id, date_trunc('hour', t.due_at), sign
  from motcua.dossier d where d.id = t.dossier_id and t.status = 'open'
$$;

create function dossier_counted() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform motcua.count_dossier(old, -1); end if;
  if tg_op <> 'DELETE' then perform motcua.count_dossier(new, 1); end if;
  return null;
end $$;
create function task_counted() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then perform motcua.count_task(old, -1); end if;
  if tg_op <> 'DELETE' then perform motcua.count_task(new, 1); end if;
  return null;
end $$;

create trigger dossier_counted_new after insert or delete on dossier for each row execute function dossier_counted();
create trigger dossier_counted after update on dossier for each row
  when ((old.closed_at, old.due_at, old.paused, old.status, old.received_at, old.competent_unit_id, old.reception_unit_id)
    is distinct from (new.closed_at, new.due_at, new.paused, new.status, new.received_at, new.competent_unit_id, new.reception_unit_id))
  execute function dossier_counted();
create trigger task_counted_new after insert or delete on task for each row execute function task_counted();
create trigger task_counted after update on task for each row
  when ((old.status, old.due_at, old.unit_id, old.element_id) is distinct from (new.status, new.due_at, new.unit_id, new.element_id))
  execute function task_counted();

-- what there is already
insert into figure (unit_id, measure, detail, slot, n)
  select u.unit_id, 'open', '', case when not d.paused then date_trunc('hour', d.due_at) end, count(*)
  from dossier d cross join lateral (select distinct unnest(array[d.competent_unit_id, d.reception_unit_id]) as unit_id) u
  where d.closed_at is null group by 1, 4
  union all
  select u.unit_id, 'waiting', '', null, count(*)
  from dossier d cross join lateral (select distinct unnest(array[d.competent_unit_id, d.reception_unit_id]) as unit_id) u
  where d.closed_at is null and d.status = 5 group by 1
  union all
  select competent_unit_id, 'received', '', date_trunc('day', received_at, 'Asia/Ho_Chi_Minh'), count(*)
  from dossier where received_at is not null group by 1, 4
  union all
  select competent_unit_id, case when closed_at <= due_at then 'onTime' else 'late' end, '',
    date_trunc('day', closed_at, 'Asia/Ho_Chi_Minh'), count(*)
  from dossier where closed_at is not null and status = 10 group by 1, 2, 4
  union all
  select case when t.unit_id = 'applicant' then d.competent_unit_id else t.unit_id end, 'step',
    d.procedure_code || ' ' || t.element_id, date_trunc('hour', t.due_at), count(*)
  from task t join dossier d on d.id = t.dossier_id where t.status = 'open' group by 1, 3, 4;
