-- What was answered to a request with a key, so that the same request sent again is answered alike and not done twice.
create table idempotency (
    account_id bigint not null,
    key text not null,
    request_digest text not null,
    started_at timestamptz not null default now(),
    status integer,             -- null: begun, and not known how it ended
    headers jsonb,
    body text,
    primary key (account_id, key)
);
create index idempotency_started on idempotency (started_at);
call protect('idempotency', 'false', 'NOBODY');
