-- What of a page stays when names and numbers change: a sketch to search by, and what a comparison needs besides.
create table jianzhen.templates (
  -- Rises in the order of commits, so that who goes on from the last id seen misses none.
  id bigint generated always as identity primary key,
  exhibit_id uuid not null,
  page integer not null,
  case_id uuid not null references jianzhen.cases (id),
  sketch bytea not null,
  material bytea not null,
  unique (exhibit_id, page),
  foreign key (exhibit_id, page) references jianzhen.pages (exhibit_id, page) on delete cascade
);
create index templates_case on jianzhen.templates (case_id);
