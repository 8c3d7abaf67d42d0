-- Devices that somebody asked to have erased: what was found and what went. The id of the device is not here, only what stood for it.

create table erasure (
    erasure_id bigint generated always as identity primary key,
    organisation_id bigint not null references organisation,
    account_id bigint not null references account,
    account_name text not null,
    asked_by text not null,
    reason text not null,
    pseudonyms text[] not null,                -- of every key there was
    asked_at timestamptz not null default now(),
    found jsonb not null,
    ended_at timestamptz,                      -- null: it broke off, and must be asked again
    rows_erased bigint not null default 0,
    files_erased bigint not null default 0
);
call protect('erasure', 'organisation_id = any ((select scope_organisations())::bigint[])', 'PLATFORM_MANAGE');
call keep_record('erasure', 'erasure_id');
