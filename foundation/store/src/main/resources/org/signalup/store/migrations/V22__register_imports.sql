-- Files brought to the ledger: kept as rows to look at until somebody confirms or throws them away.

create table import_batch (
    batch_id bigint generated always as identity primary key,
    organisation_id bigint,
    account_id bigint,
    account_name text not null default '',
    state text not null default 'PREVIEW' check (state in ('PREVIEW', 'APPLIED', 'DISCARDED', 'UNDONE')),
    files text not null,
    notes jsonb not null default '[]', -- problems of whole files
    made_at timestamptz not null default now(),
    decided_at timestamptz,
    transaction_id bigint -- of the changes, as in audit
);
call protect('import_batch', 'organisation_id = any ((select scope_organisations())::bigint[])', 'LEDGER_EDIT');
call keep_record('import_batch', 'batch_id');

create table import_row (
    batch_id bigint not null references import_batch on delete cascade,
    n integer not null,
    organisation_id bigint,
    subject text not null,
    file text not null,
    line bigint not null,
    subject_key text collate "C" not null default '',
    carried integer,      -- version the row was exported from
    seen integer,         -- version the preview compared with
    status text not null default 'NEW' check (status in ('NEW', 'CHANGED', 'UNCHANGED', 'CONFLICT', 'REFUSED')),
    content jsonb,
    problems jsonb not null default '[]',
    primary key (batch_id, n)
);
create index import_row_status on import_row (batch_id, status, n);
create index import_row_key on import_row (batch_id, subject, subject_key);
call protect('import_row', 'organisation_id = any ((select scope_organisations())::bigint[])', 'LEDGER_EDIT');

-- Which ids are taken, also by rows out of reach: an id means one thing in the whole programme.
create function taken_ids(subject text, ids text[]) returns setof text language plpgsql as $$
declare
    seen text := current_setting('signalup.platform', true);
begin
    perform set_config('signalup.platform', 'yes', true);
    return query select p.place_id from place p where subject = 'place' and p.place_id = any (ids)
        union all select k.point_id from key_point k where subject = 'key_point' and k.point_id = any (ids)
        union all select l.line_id from ledger_line l where subject = 'ledger_line' and l.line_id = any (ids);
    perform set_config('signalup.platform', coalesce(seen, ''), true);
end $$;

-- A list looked at again and again.
create table saved_view (
    view_id bigint generated always as identity primary key,
    account_id bigint not null,
    name text not null,
    query text not null,
    unique (account_id, name)
);
call protect('saved_view', 'account_id = (select scope_account())', 'LEDGER_READ');
