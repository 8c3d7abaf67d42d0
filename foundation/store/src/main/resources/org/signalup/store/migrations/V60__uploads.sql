-- Files that people brought: looked at first, taken into the lake when somebody says so.

create table upload (
    upload_id bigint generated always as identity primary key,
    organisation_id bigint not null references organisation,
    account_id bigint not null references account,
    account_name text not null,
    made_at timestamptz not null default now(),
    state text not null default 'READING'
        check (state in ('READING', 'READ', 'REFUSED', 'COMMITTING', 'COMMITTED', 'DISCARDED')),
    said jsonb not null,                       -- of the files, by whoever brought them
    held jsonb not null,                       -- what is taken from whom, when it was last asked
    files jsonb not null,                      -- name, SHA-256, bytes
    corrections jsonb not null default '{}',   -- by file
    reading integer not null default 1,        -- which time it is read
    read_with text not null default '',        -- profiles and their versions
    problems jsonb not null default '[]',
    lake_batch text not null default '',
    ended_at timestamptz,
    version integer not null default 1
);
create index upload_open on upload (upload_id) where state in ('READING', 'COMMITTING');
create index upload_organisation on upload (organisation_id, upload_id desc);
create index upload_files on upload using gin (files jsonb_path_ops);
call protect('upload', 'organisation_id = any ((select scope_organisations())::bigint[])', 'SAMPLE_SEND');
call keep_record('upload', 'upload_id');

-- What looking at them found, apart from them: it can be found again.
create table upload_reading (
    upload_id bigint not null references upload on delete cascade,
    reading integer not null,
    found jsonb not null,
    rows_read bigint not null,
    rows_kept bigint not null,
    primary key (upload_id, reading)
);
call protect('upload_reading', 'exists (select from upload u where u.upload_id = upload_reading.upload_id)', 'NOBODY');
