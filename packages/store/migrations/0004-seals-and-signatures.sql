-- Pages examined before seals and signatures were looked for have none on record.
update jianzhen.pages set report = '{"seals": [], "signatures": []}'::jsonb || report;

-- What a seal is known by: the very same imprint, and the same drawing under another name.
create table jianzhen.seals (
  -- Rises in the order of commits, so that who goes on from the last id seen misses none.
  id bigint generated always as identity primary key,
  exhibit_id uuid not null,
  page integer not null,
  -- Place among the page's seals, from 1.
  place integer not null check (place >= 1),
  case_id uuid not null references jianzhen.cases (id),
  fingerprint text not null,
  template_fingerprint text,
  unique (exhibit_id, page, place),
  foreign key (exhibit_id, page) references jianzhen.pages (exhibit_id, page) on delete cascade
);
create index seals_case on jianzhen.seals (case_id);
