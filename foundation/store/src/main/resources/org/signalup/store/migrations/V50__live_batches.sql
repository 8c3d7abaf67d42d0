-- What messages of the live API brought, once they are in the lake; before that they stand in the inbox on disk.

create table live_batch (
    batch_id text primary key,
    organisation_id bigint not null references organisation,
    probe_id bigint,
    channel text not null,
    received_at timestamptz not null,
    rows_read bigint not null,
    rows_accepted bigint not null,
    told jsonb not null,             -- the batch as it was answered
    file text not null default '',   -- of the lake; empty when no row was accepted
    first_row bigint not null default 0,
    lake_batch text not null default '',
    in_lake_at timestamptz not null default now()
);
create index live_batch_received on live_batch (received_at desc, batch_id);
create index live_batch_organisation on live_batch (organisation_id, received_at desc, batch_id);
create index live_batch_probe on live_batch (probe_id, received_at desc) where probe_id is not null;
call protect('live_batch', 'organisation_id = any ((select scope_organisations())::bigint[])', 'NOBODY');
