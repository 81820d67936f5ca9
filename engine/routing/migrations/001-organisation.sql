-- Organisation: working calendars, units, officials with their roles, places for addresses.

create table calendar (
  id         text primary key,
  -- as engine/calendar loadCalendar reads it
  definition jsonb not null,
  updated_at timestamptz not null default now()
);

create table unit (
  id          text primary key,
  -- mã định danh, printed in dossier codes
  code        text not null unique,
  name_vi     text not null,
  name_en     text not null,
  kind        text not null check (kind in ('province', 'centre', 'commune')),
  parent_id   text references unit,
  calendar_id text not null references calendar,
  address     text not null,
  phone       text not null
);

create table official (
  id            text primary key,
  username      text not null,
  full_name     text not null,
  title_vi      text not null,
  title_en      text not null,
  -- argon2id, PHC string
  password_hash text not null,
  active        boolean not null default true
);
create unique index official_username on official (lower(username));

create table role_assignment (
  official_id text not null references official,
  role        text not null check (role <> 'applicant'),
  unit_id     text not null references unit,
  valid_from  date not null default '2025-07-01',
  -- last day on which it holds; null: until further notice
  valid_to    date,
  primary key (official_id, role, unit_id, valid_from),
  check (valid_to is null or valid_to >= valid_from)
);
create index role_assignment_unit on role_assignment (unit_id, role);

create table place (
  code      text primary key,
  name      text not null,
  -- null: a province
  parent    text references place,
  home      boolean not null default false
);
create unique index place_one_home on place (home) where home;
