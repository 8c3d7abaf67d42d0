-- Mapping profiles that organisations made: a version never changes, a new one is another row.

create table saved_profile (
    saved_profile_id bigint generated always as identity primary key,
    organisation_id bigint not null references organisation,
    profile text not null,
    version integer not null,
    name text not null,
    yaml text not null,
    shared boolean not null default false,   -- seen and used by other organisations
    made_by text not null,
    made_at timestamptz not null default now(),
    unique (profile, version)
);
alter table saved_profile enable row level security;
alter table saved_profile force row level security;
create policy seen on saved_profile for select
    using ((select scope_platform()) or shared or organisation_id = any ((select scope_organisations())::bigint[]));
create policy added on saved_profile for insert
    with check ((select scope_platform()) or ((select scope_may('SAMPLE_SEND')) and organisation_id = (select scope_organisation())));
create policy changed on saved_profile for update
    using ((select scope_platform()) or ((select scope_may('SAMPLE_SEND')) and organisation_id = (select scope_organisation())));
-- No policy lets a version be removed.

create function saved_profile_stays() returns trigger language plpgsql as $$
begin
    if (old.organisation_id, old.profile, old.version, old.name, old.yaml) is distinct from
       (new.organisation_id, new.profile, new.version, new.name, new.yaml) then
        raise exception 'a version of a profile never changes';
    end if;
    return new;
end $$;
create trigger stays before update on saved_profile for each row execute function saved_profile_stays();
call keep_record('saved_profile', 'saved_profile_id');
