-- Alerts have events, too, and may belong to no case.
alter table jianzhen.events alter column case_id drop not null;
alter table jianzhen.events add column alert_id uuid;

-- Payloads that were scanned, without secrets. Gangs are mined from them: subject is the trace qr_payload.
-- Subjects may be longer than an index entry: they are looked up by their SHA-256.
create table jianzhen.scans (
  id uuid primary key,
  subject_sha256 text not null,
  subject text not null,
  domain text,
  payload text not null,
  case_id uuid references jianzhen.cases (id),
  customer_id text,
  lender_id text,
  level text not null check (level in ('safe', 'caution', 'danger')),
  at timestamptz not null
);
create index scans_subject on jianzhen.scans (subject_sha256, at);
create index scans_case on jianzhen.scans (case_id) where case_id is not null;

create table jianzhen.alerts (
  id uuid primary key,
  kind text not null check (kind in ('customer', 'campaign')),
  subject_sha256 text not null,
  subject text not null,
  domain text,
  payload text not null,
  case_id uuid references jianzhen.cases (id),
  customer_id text check ((customer_id is not null) = (kind = 'customer')),
  lender_id text,
  level text not null check (level in ('safe', 'caution', 'danger')),
  probability double precision not null check (probability between 0 and 1),
  reasons jsonb not null,
  advice jsonb not null,
  seen integer not null check (seen >= 1),
  campaign jsonb check ((campaign is not null) = (kind = 'campaign')),
  created_at timestamptz not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  search text not null generated always as (
    lower(subject || ' ' || coalesce(domain, '') || ' ' || coalesce(customer_id, '') || ' ' || coalesce(lender_id, ''))
  ) stored
);
-- Lenders number their customers each on their own.
create unique index alerts_once on jianzhen.alerts (subject_sha256, customer_id, coalesce(lender_id, '')) where kind = 'customer';
create unique index alerts_campaign on jianzhen.alerts (subject_sha256) where kind = 'campaign';
create index alerts_customer on jianzhen.alerts (customer_id, id desc);
create index alerts_kind on jianzhen.alerts (kind, id desc);
create index alerts_search on jianzhen.alerts using gin (jianzhen.bigrams(search));

-- What persons held of subjects: the last row of a subject counts, and rows are only ever added.
create table jianzhen.reviews (
  id bigint generated always as identity primary key,
  subject_sha256 text not null,
  alert_id uuid not null references jianzhen.alerts (id),
  decision text not null check (decision in ('dangerous', 'not-dangerous')),
  by text not null,
  note text,
  at timestamptz not null
);
create index reviews_subject on jianzhen.reviews (subject_sha256, id desc);
create trigger reviews_append_only before update or delete or truncate on jianzhen.reviews
  for each statement execute function jianzhen.refuse_change();

-- The outbox: messages to lenders' systems, made in the transaction of what they tell.
create table jianzhen.deliveries (
  id uuid primary key,
  alert_id uuid not null references jianzhen.alerts (id),
  type text not null,
  endpoint text not null,
  status text not null check (status in ('pending', 'delivered', 'dead', 'cancelled')),
  attempts integer not null check (attempts >= 0),
  error jsonb,
  body jsonb not null,
  created_at timestamptz not null,
  attempted_at timestamptz,
  delivered_at timestamptz
);
create index deliveries_alert on jianzhen.deliveries (alert_id, id desc);
create index deliveries_status on jianzhen.deliveries (status, id desc);
