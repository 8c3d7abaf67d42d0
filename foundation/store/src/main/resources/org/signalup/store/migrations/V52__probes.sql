-- Probes: instruments that stay somewhere and measure by themselves.

create table probe (
    probe_id bigint generated always as identity primary key,
    code text not null,
    name text not null,
    organisation_id bigint not null references organisation,
    token_id bigint references api_token,      -- with which it sends; another one whenever somebody makes one
    place_id text not null default '',
    point_id text not null default '',
    instrument_id text not null default '',
    operator text not null default '',         -- whose SIM is in it; empty = its rows say
    schedule jsonb not null,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    version integer not null default 1
);
create unique index probe_code on probe (lower(code));
create unique index probe_token on probe (token_id) where token_id is not null;
call protect('probe', 'organisation_id = any ((select scope_organisations())::bigint[])', 'PROBE_MANAGE');
call keep_record('probe', 'probe_id');

-- What it said of itself last, apart from it: that is no change worth keeping.
create table probe_state (
    probe_id bigint primary key references probe on delete cascade,
    heard_at timestamptz not null default now(),
    beat_at timestamptz,
    clock_offset_ms bigint,
    software text not null default '',
    silent_told boolean not null default false,
    clock_told boolean not null default false
);
call protect('probe_state', 'exists (select from probe p where p.probe_id = probe_state.probe_id)', 'NOBODY');
