-- What the customer wrote, and what was found in it.
alter table jianzhen.cases add column complaint jsonb;

-- Which seals, and which pages, are one thing: what was found when the later was examined.
create table jianzhen.seal_relations (
  own bigint not null references jianzhen.seals (id) on delete cascade,
  other bigint not null references jianzhen.seals (id) on delete cascade,
  probability double precision not null check (probability between 0 and 1),
  primary key (own, other)
);
create index seal_relations_other on jianzhen.seal_relations (other);
create table jianzhen.template_relations (
  own bigint not null references jianzhen.templates (id) on delete cascade,
  other bigint not null references jianzhen.templates (id) on delete cascade,
  probability double precision not null check (probability between 0 and 1),
  primary key (own, other)
);
create index template_relations_other on jianzhen.template_relations (other);

-- Cases and traces of other systems, which are mined together with those on record.
create table jianzhen.outside_cases (
  case_id text primary key,
  customer_id text not null,
  lender_id text not null,
  opened_at timestamptz
);
create table jianzhen.outside_traces (
  case_id text not null,
  kind text not null,
  value text not null,
  observed_at timestamptz,
  primary key (case_id, kind, value)
);

create table jianzhen.mining_runs (
  id uuid primary key,
  status text not null check (status in ('running', 'done', 'failed')),
  started_at timestamptz not null,
  finished_at timestamptz,
  cases integer not null,
  traces integer not null,
  gangs integer not null,
  error jsonb
);
-- The gangs of the last run that was done.
create table jianzhen.gangs (
  name text primary key,
  -- Most dangerous first.
  place integer not null,
  gang jsonb not null
);
create index gangs_place on jianzhen.gangs (place);
-- Every name that was ever given, so that none comes to mean another gang.
create table jianzhen.gang_names (name text primary key);

-- What persons held of gangs: the last row of a name counts, and rows are only ever added.
create table jianzhen.gang_reviews (
  id bigint generated always as identity primary key,
  name text not null,
  decision text not null check (decision in ('confirmed', 'dismissed')),
  by text not null,
  note text,
  at timestamptz not null
);
create index gang_reviews_name on jianzhen.gang_reviews (name, id desc);
create trigger gang_reviews_append_only before update or delete or truncate on jianzhen.gang_reviews
  for each statement execute function jianzhen.refuse_change();
