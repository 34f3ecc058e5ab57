-- What persons held of exhibits: the last row of an exhibit counts, and rows are only ever added.
create table jianzhen.exhibit_reviews (
  id bigint generated always as identity primary key,
  exhibit_id uuid not null references jianzhen.exhibits (id),
  decision text not null check (decision in ('genuine', 'forged')),
  by text not null,
  note text,
  at timestamptz not null
);
create index exhibit_reviews_exhibit on jianzhen.exhibit_reviews (exhibit_id, id desc);
create trigger exhibit_reviews_append_only before update or delete or truncate on jianzhen.exhibit_reviews
  for each statement execute function jianzhen.refuse_change();

-- The last of them, beside what the examination says.
alter table jianzhen.exhibits add column review jsonb;
