-- Tests that RMBT clients asked for, and whether their results came. The client itself is not kept, only its name in samples.

create table rmbt_test (
    test_uuid uuid primary key,
    open_test_uuid uuid not null unique,
    kind text not null,
    device text not null,
    asked_at timestamptz not null,
    until timestamptz not null,
    received_at timestamptz,
    batch_id text not null default ''
);
create index rmbt_test_until on rmbt_test (until);
call protect('rmbt_test', 'false', 'NOBODY');
