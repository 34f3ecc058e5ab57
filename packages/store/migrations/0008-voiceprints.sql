-- What voices are known by: biometric data, so the vector is encrypted (packages/store/src/fields), bound to the row's id.
create table jianzhen.voiceprints (
  id uuid primary key,
  -- Rises in the order of commits, so that who goes on from the last number seen misses none.
  number bigint generated always as identity unique,
  kind text not null check (kind in ('customer', 'watch', 'staff', 'call')),
  person text,
  lender_id text,
  -- The call that it is of, with which it goes; null where it was enrolled.
  case_id uuid references jianzhen.cases (id) on delete cascade,
  exhibit_id uuid,
  page integer,
  channel integer check (channel >= 1),
  source text,
  model text not null,
  model_sha256 text not null check (model_sha256 ~ '^[0-9a-f]{64}$'),
  band text not null check (band in ('telephone', 'wide')),
  seconds double precision not null check (seconds >= 0),
  pieces integer not null check (pieces >= 0),
  purpose text not null check (purpose in ('identity-verification', 'anti-fraud', 'staff-exclusion')),
  -- Who took it, when and to which words; null where none is stated.
  consent jsonb check (consent is not null or kind <> 'customer'),
  -- Why the voice is on the watch-list.
  reason text check ((reason is not null) = (kind = 'watch')),
  -- Which prints of calls are of one voice: the trace that gangs are mined from.
  voice uuid check ((voice is not null) = (kind = 'call')),
  -- The key that the vector is encrypted under.
  key_id text not null,
  vector bytea not null,
  created_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  check ((kind = 'call') = (case_id is not null and exhibit_id is not null and page is not null and channel is not null)),
  unique (exhibit_id, channel),
  foreign key (exhibit_id, page) references jianzhen.pages (exhibit_id, page) on delete cascade
);
create index voiceprints_person on jianzhen.voiceprints (person, lender_id);
create index voiceprints_kind on jianzhen.voiceprints (kind, id desc);
create index voiceprints_case on jianzhen.voiceprints (case_id) where case_id is not null;
create index voiceprints_expiry on jianzhen.voiceprints (expires_at);
create index voiceprints_key on jianzhen.voiceprints (key_id);

-- Which numbers are gone, for processes that have voices in memory.
create table jianzhen.voiceprints_gone (
  place bigint generated always as identity primary key,
  number bigint not null,
  at timestamptz not null default clock_timestamp()
);
create function jianzhen.note_voiceprint_gone() returns trigger
  language plpgsql
  as $$ begin
    -- Held until the commit, so that places rise in the order of commits.
    perform pg_advisory_xact_lock(hashtext('jianzhen_voices'));
    insert into jianzhen.voiceprints_gone (number) values (old.number);
    return old;
  end $$;
create trigger voiceprints_gone before delete on jianzhen.voiceprints
  for each row execute function jianzhen.note_voiceprint_gone();

-- Pages on which a voiceprint was met, from which it is taken when it is deleted.
create index pages_voice on jianzhen.pages using gin ((report -> 'voice' -> 'channels') jsonb_path_ops)
  where report ? 'voice';
