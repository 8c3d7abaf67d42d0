-- 行政区划 with validity: a code may stand several times, never twice on one day. Ends that are open are the first and last day there is.

create table division (
    code text collate "C" not null,
    valid_from date not null,
    valid_to date not null,
    name text not null,
    parent text collate "C" not null default '',
    version integer not null default 1,
    primary key (code, valid_from),
    check (valid_from <= valid_to)
);
alter table division enable row level security;
alter table division force row level security;
-- Names of divisions are no secret to whoever may see a ledger.
create policy seen on division for select using ((select scope_platform()) or (select scope_may('LEDGER_READ')));
do $$ begin
    execute 'create policy added on division for insert with check ((select scope_may(''LEDGER_FREEZE'')) and ' || within_divisions('code') || ')';
    execute 'create policy changed on division for update using ((select scope_may(''LEDGER_FREEZE'')) and ' || within_divisions('code') || ')';
end $$;
-- No policy lets a row be removed: a code that ended has an end.
create trigger next_version before update on division for each row when (old.* is distinct from new.*) execute function next_version();
call keep_record('division', 'code');

create function one_division_a_day() returns trigger language plpgsql as $$
declare
    twice text;
begin
    select min(a.code) into twice from division a join division b using (code)
    where a.valid_from < b.valid_from and a.valid_to >= b.valid_from;
    if twice is not null then
        raise exception 'division % is valid twice on one day', twice using errcode = 'SU004';
    end if;
    return null;
end $$;
create trigger one_division_a_day after insert or update on division for each statement execute function one_division_a_day();
