-- 台账基线: what was promised, frozen. Taking something away afterwards needs a second person; the database holds to that.

create table baseline (
    baseline_id bigint generated always as identity primary key,
    name text not null,
    division_code text collate "C" not null default '', -- prefix; empty = everywhere
    scenario text collate "C" not null default '',       -- empty = all
    frozen_on date not null,
    frozen_at timestamptz not null default now(),
    account_name text not null,
    ledger_version bigint not null,
    places integer not null,
    points integer not null,
    exempt integer not null
);
alter table baseline enable row level security;
alter table baseline force row level security;
create policy seen on baseline for select using ((select scope_platform()) or (select scope_account()) is not null);
create policy added on baseline for insert with check ((select scope_may('LEDGER_FREEZE'))
    and ((select scope_divisions()) is null or division_code like any ((select scope_divisions())::text[]))
    and ((select scope_scenarios()) is null or scenario = any ((select scope_scenarios())::text[])));
-- No policy lets a baseline be changed or removed.
call keep_record('baseline', 'baseline_id');

create table pending_change (
    change_id bigint generated always as identity primary key,
    subject text not null check (subject in ('place', 'key_point')),
    subject_key text collate "C" not null,
    name text not null default '',
    place_id text collate "C",
    division_code text collate "C",
    scenario text collate "C",
    action text not null check (action in ('REMOVE', 'EXEMPT')),
    exempt_reason text not null default '',
    reason text not null check (length(trim(reason)) > 0),
    state text not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'REJECTED', 'WITHDRAWN')),
    requested_by bigint not null,
    requested_name text not null,
    requested_at timestamptz not null default now(),
    decided_by bigint,
    decided_name text not null default '',
    decided_at timestamptz,
    decision_note text not null default '',
    transaction_id bigint,
    check (state not in ('CONFIRMED', 'REJECTED') or decided_by <> requested_by)
);
create index pending_change_subject on pending_change (subject, subject_key);
create unique index pending_change_open on pending_change (subject, subject_key) where state = 'OPEN';
alter table pending_change enable row level security;
alter table pending_change force row level security;
do $$ begin
    execute 'create policy seen on pending_change for select using ((select scope_platform()) or ((select scope_may(''LEDGER_READ'')) and ('
        || within_reach('place_id') || ')))';
    execute 'create policy added on pending_change for insert with check ((select scope_may(''LEDGER_EDIT'')) and (' || within_reach('place_id') || '))';
    execute 'create policy changed on pending_change for update using (((select scope_may(''LEDGER_FREEZE'')) or requested_by = (select scope_account())) and ('
        || within_reach('place_id') || '))';
end $$;
call keep_record('pending_change', 'change_id');

create function pending_request() returns trigger language plpgsql as $$
begin
    new.state := 'OPEN';
    new.requested_by := scope_account();
    new.requested_name := coalesce(current_setting('signalup.account_name', true), '');
    new.decided_by := null;
    return new;
end $$;
create trigger request before insert on pending_change for each row execute function pending_request();

-- Who decides is who asks the database, whatever the statement says.
create function pending_decision() returns trigger language plpgsql as $$
begin
    if old.state <> 'OPEN' then
        raise exception 'decided already' using errcode = 'SU001';
    end if;
    if new.state in ('CONFIRMED', 'REJECTED') then
        if not scope_may('LEDGER_FREEZE') or scope_account() is null or scope_account() = old.requested_by then
            raise exception 'needs a second person' using errcode = 'SU002';
        end if;
    elsif new.state = 'WITHDRAWN' and scope_account() is distinct from old.requested_by then
        raise exception 'only who asked may withdraw' using errcode = 'SU002';
    end if;
    new.subject := old.subject;
    new.subject_key := old.subject_key;
    new.action := old.action;
    new.requested_by := old.requested_by;
    new.decided_by := scope_account();
    new.decided_name := coalesce(current_setting('signalup.account_name', true), '');
    new.decided_at := now();
    new.transaction_id := txid_current();
    return new;
end $$;
create trigger decision before update on pending_change for each row execute function pending_decision();

create function in_baseline(division text, scene text, since timestamptz) returns boolean language sql stable as $$
    select exists (select from baseline b where b.frozen_at >= since
        and starts_with(coalesce(division, ''), b.division_code) and b.scenario in ('', coalesce(scene, ''))) $$;

create function second_person_said(what text, key text, act text) returns boolean language sql stable as $$
    select exists (select from pending_change c where c.subject = what and c.subject_key = key and c.action = act
        and c.state = 'CONFIRMED' and c.decided_by <> c.requested_by and c.transaction_id = txid_current()) $$;

-- A key point goes with its place.
create function baseline_removal() returns trigger language plpgsql as $$
declare
    gone jsonb := to_jsonb(old);
    key text := gone ->> tg_argv[0];
begin
    if in_baseline(old.division_code, old.scenario, old.added_at) and not second_person_said(tg_table_name, key, 'REMOVE')
        and not (tg_table_name = 'key_point' and second_person_said('place', gone ->> 'place_id', 'REMOVE')) then
        raise exception 'frozen: %', key using errcode = 'SU003';
    end if;
    return old;
end $$;
create trigger baseline_removal before delete on place for each row execute function baseline_removal('place_id');
create trigger baseline_removal before delete on key_point for each row execute function baseline_removal('point_id');

create function baseline_exemption() returns trigger language plpgsql as $$
begin
    if in_baseline(old.division_code, old.scenario, old.added_at) and not second_person_said('key_point', old.point_id, 'EXEMPT') then
        raise exception 'frozen: %', old.point_id using errcode = 'SU003';
    end if;
    return new;
end $$;
create trigger baseline_exemption before update on key_point for each row
    when (old.exempt_reason = '' and new.exempt_reason <> '') execute function baseline_exemption();

-- Out of a baseline by another scenario or division is out as well; so is a key point given to another place.
create function baseline_move() returns trigger language plpgsql as $$
begin
    if in_baseline(old.division_code, old.scenario, old.added_at) and not in_baseline(new.division_code, new.scenario, old.added_at) then
        raise exception 'frozen: %', to_jsonb(old) ->> tg_argv[0] using errcode = 'SU003';
    end if;
    return new;
end $$;
create trigger baseline_move before update on place for each row
    when (old.division_code <> new.division_code or old.scenario <> new.scenario) execute function baseline_move('place_id');

-- 底数: how many there are at all, stated by a department.
create table base_figure (
    figure_id bigint generated always as identity primary key,
    division_code text collate "C" not null,
    scenario text collate "C" not null default '',
    target text not null,
    number double precision not null check (number >= 0),
    source text not null,
    stated_on date not null,
    account_name text not null default '',
    version integer not null default 1,
    unique (division_code, scenario, target)
);
call protect('base_figure', within_divisions('division_code') || $$ and ((select scope_scenarios()) is null or scenario = ''
    or scenario = any ((select scope_scenarios())::text[]))$$, 'BASE_FIGURE_EDIT');
create trigger next_version before update on base_figure for each row when (old.* is distinct from new.*) execute function next_version();
call keep_record('base_figure', 'figure_id');

-- 上报完成: an operator says it is done; nothing is decided by that.
create table claim (
    claim_id bigint generated always as identity primary key,
    subject text not null check (subject in ('place', 'ledger_line')),
    subject_key text collate "C" not null,
    place_id text collate "C",
    division_code text collate "C" not null,
    scenario text collate "C" not null,
    operator text not null,
    done_on date not null,
    note text not null default '',
    account_name text not null default '',
    stated_at timestamptz not null default now(),
    withdrawn_at timestamptz,
    version integer not null default 1
);
create unique index claim_standing on claim (subject, subject_key, operator) where withdrawn_at is null;
call protect('claim', within_reach('place_id') || ' and ' || within_limit('operator', 'scope_operators'), 'DONE_CLAIM');
create trigger next_version before update on claim for each row when (old.* is distinct from new.*) execute function next_version();
call keep_record('claim', 'claim_id');

-- 不适用: a kind of key point the scenario looks for and this place does not have.
create table absent_kind (
    place_id text collate "C" not null references place on delete cascade,
    kind text not null,
    reason text not null check (length(trim(reason)) > 0),
    account_name text not null default '',
    stated_at timestamptz not null default now(),
    primary key (place_id, kind)
);
call protect('absent_kind', 'exists (select from place p where p.place_id = absent_kind.place_id)', 'LEDGER_EDIT');
call keep_record('absent_kind', 'place_id');
