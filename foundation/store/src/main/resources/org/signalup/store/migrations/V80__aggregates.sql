-- Files of service aggregates as internet companies brought them. A file never changes; withdrawn, evaluations do without it.

create table service_aggregate_file (
    service_aggregate_file_id bigint generated always as identity primary key,
    organisation_id bigint not null references organisation,
    name text not null,
    digest text not null,
    rows_read bigint not null,
    rows_refused bigint not null,
    refused jsonb not null,                    -- the first rows refused, with their reasons
    brought_by text not null,
    brought_at timestamptz not null default now(),
    withdrawn_by text,
    withdrawn_at timestamptz
);
create unique index service_aggregate_file_once on service_aggregate_file (digest) where withdrawn_at is null;
call protect('service_aggregate_file', 'organisation_id = any ((select scope_organisations())::bigint[])', 'SAMPLE_SEND');

create function service_aggregate_file_stays() returns trigger language plpgsql as $$
begin
    if (old.organisation_id, old.name, old.digest) is distinct from
       (new.organisation_id, new.name, new.digest) then
        raise exception 'a file of aggregates never changes';
    end if;
    return new;
end $$;
create trigger stays before update on service_aggregate_file for each row execute function service_aggregate_file_stays();
call keep_record('service_aggregate_file', 'service_aggregate_file_id');

-- Apart, so that the record of changes does not hold whole files.
create table service_aggregate_content (
    service_aggregate_file_id bigint primary key references service_aggregate_file on delete cascade,
    content bytea not null
);
call protect('service_aggregate_content', 'exists (select from service_aggregate_file f where f.service_aggregate_file_id = service_aggregate_content.service_aggregate_file_id)', 'SAMPLE_SEND');
