-- Pairs of neighbouring characters: what an index on them finds works for Chinese as for Latin text, and needs no extension.
create function jianzhen.bigrams(content text) returns text[]
  language sql immutable strict parallel safe
  as $$
    select coalesce(array_agg(distinct substr(content, place, 2)), '{}')
    from generate_series(1, length(content) - 1) as place
  $$;

create table jianzhen.cases (
  id uuid primary key,
  reference text,
  title text,
  customer_id text,
  lender_id text,
  status text not null check (status in ('empty', 'examining', 'done')),
  verdict text check (verdict in ('genuine', 'suspicious', 'forged', 'unreadable')),
  probability double precision check (probability between 0 and 1),
  counts jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  search text not null generated always as (
    lower(coalesce(reference, '') || ' ' || coalesce(title, '') || ' ' || coalesce(customer_id, '') || ' ' || coalesce(lender_id, ''))
  ) stored
);
create index cases_status on jianzhen.cases (status, id desc);
create index cases_verdict on jianzhen.cases (verdict, id desc);
create index cases_search on jianzhen.cases using gin (jianzhen.bigrams(search));

create table jianzhen.exhibits (
  id uuid primary key,
  case_id uuid not null references jianzhen.cases (id),
  name text not null,
  media_type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  status text not null check (status in ('queued', 'running', 'done', 'failed')),
  attempts integer not null check (attempts >= 0),
  verdict text check (verdict in ('genuine', 'suspicious', 'forged', 'unreadable')),
  probability double precision check (probability between 0 and 1),
  page_count integer check (page_count >= 0),
  told jsonb,
  error jsonb,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  search text not null generated always as (lower(name)) stored
);
create index exhibits_case on jianzhen.exhibits (case_id, id);
create index exhibits_sha256 on jianzhen.exhibits (sha256);
create index exhibits_search on jianzhen.exhibits using gin (jianzhen.bigrams(search));

create table jianzhen.pages (
  exhibit_id uuid not null references jianzhen.exhibits (id),
  page integer not null check (page >= 1),
  report jsonb not null,
  primary key (exhibit_id, page)
);

create table jianzhen.findings (
  exhibit_id uuid not null,
  page integer not null,
  -- Place among the page's findings, from 1.
  place integer not null check (place >= 1),
  code text not null,
  finding jsonb not null,
  primary key (exhibit_id, page, place),
  foreign key (exhibit_id, page) references jianzhen.pages (exhibit_id, page) on delete cascade
);
create index findings_code on jianzhen.findings (code);

-- The audit trail: rows are only ever added.
create table jianzhen.events (
  id bigint generated always as identity primary key,
  type text not null,
  at timestamptz not null default clock_timestamp(),
  case_id uuid not null,
  exhibit_id uuid,
  data jsonb not null
);
create index events_case on jianzhen.events (case_id, id);

create function jianzhen.refuse_change() returns trigger
  language plpgsql
  as $$ begin raise exception 'events are only ever added' using errcode = 'restrict_violation'; end $$;
create trigger events_append_only before update or delete or truncate on jianzhen.events
  for each statement execute function jianzhen.refuse_change();

create table jianzhen.idempotency (
  scope text not null,
  key text not null,
  fingerprint text not null,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (scope, key)
);
create index idempotency_age on jianzhen.idempotency (created_at);
