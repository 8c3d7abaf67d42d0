-- 台账 as people keep it: places, key points, lines. Ids sort by code point, as in the ledger files.

create table place (
    place_no bigint generated always as identity unique,
    place_id text collate "C" primary key,
    name text not null,
    scenario text collate "C" not null,
    category text not null default '',
    division_code text collate "C" not null default '',
    lon double precision not null, -- as stated, in `crs`
    lat double precision not null,
    crs text not null,
    address text not null default '',
    owner text not null default '',
    department text not null default '',
    target_year integer,
    operators text[] not null default '{}',
    reported_done date,
    wgs_lon double precision not null,
    wgs_lat double precision not null,
    pinyin text not null default '', -- initials
    version integer not null default 1,
    added_at timestamptz not null default now()
);
create index place_division on place (division_code, place_id);
create index place_scenario on place (scenario, place_id);
create index place_department on place (department, place_id);

create table ledger_line (
    line_no bigint generated always as identity unique,
    line_id text collate "C" primary key,
    name text not null,
    scenario text collate "C" not null,
    kind text not null,
    grade text not null default '',
    division_code text collate "C" not null default '', -- the first of its divisions, by a trigger
    division_codes text[] not null default '{}',
    operators text[] not null default '{}',
    length_km double precision, -- as stated
    reported_done date,
    crs text not null,
    feature jsonb not null, -- as stated, geometry and sections with it
    pinyin text not null default '',
    version integer not null default 1,
    added_at timestamptz not null default now()
);

create table key_point (
    point_no bigint generated always as identity unique,
    point_id text collate "C" primary key,
    place_id text collate "C" references place,
    line_id text collate "C" references ledger_line,
    name text not null,
    kind text not null,
    lon double precision, -- as stated; empty = that of its place
    lat double precision,
    crs text,
    radius_m double precision not null,
    indoor boolean not null,
    floor integer,
    chainage_from_m double precision,
    chainage_to_m double precision,
    exempt_reason text not null default '',
    wgs_lon double precision,
    wgs_lat double precision,
    pinyin text not null default '',
    division_code text collate "C", -- those of its place, kept here so that counting needs no join
    scenario text collate "C",
    version integer not null default 1,
    added_at timestamptz not null default now(),
    check ((place_id is null) <> (line_id is null))
);
create index key_point_place on key_point (place_id);
create index key_point_line on key_point (line_id) where line_id is not null;
create index key_point_division on key_point (division_code, point_id);

-- Who sees them.

create function within_reach(place_col text) returns text language sql immutable as $$
    select within_divisions('division_code') || ' and ' || within_limit('scenario', 'scope_scenarios')
        || ' and ' || within_limit(place_col, 'scope_places') $$;

call protect('place', within_reach('place_id'), 'LEDGER_EDIT');
call protect('ledger_line', '(select scope_places()) is null and ' || within_limit('scenario', 'scope_scenarios') || $$
    and ((select scope_divisions()) is null or exists (select from unnest(division_codes) as code
        where code like any ((select scope_divisions())::text[])))$$, 'LEDGER_EDIT');
call protect('key_point', '(place_id is not null and ' || within_reach('place_id')
    || ') or (line_id is not null and line_id in (select l.line_id from ledger_line l))', 'LEDGER_EDIT');

-- Versions, and what a key point takes from its place or line.

create function next_version() returns trigger language plpgsql as $$
begin
    new.version := old.version + 1;
    return new;
end $$;
create trigger next_version before update on place for each row when (old.* is distinct from new.*) execute function next_version();
create function first_division() returns trigger language plpgsql as $$
begin
    new.division_code := coalesce(new.division_codes[1], '');
    return new;
end $$;
create trigger first_division before insert or update on ledger_line for each row execute function first_division();
create trigger next_version before update on ledger_line for each row when (old.* is distinct from new.*) execute function next_version();
create trigger next_version before update on key_point for each row when (old.* is distinct from new.*) execute function next_version();

create function follow_owner() returns trigger language plpgsql as $$
begin
    if new.place_id is not null then
        select p.division_code, p.scenario into new.division_code, new.scenario from place p where p.place_id = new.place_id;
    else
        select l.division_code, l.scenario into new.division_code, new.scenario from ledger_line l where l.line_id = new.line_id;
    end if;
    return new;
end $$;
create trigger follow_owner before insert or update of place_id, line_id on key_point for each row execute function follow_owner();

create function lead_points() returns trigger language plpgsql as $$
begin
    update key_point k set division_code = n.division_code, scenario = n.scenario
    from changed n join former o using (place_no)
    where k.place_id = n.place_id and (n.division_code, n.scenario) is distinct from (o.division_code, o.scenario);
    return null;
end $$;
create trigger lead_points after update on place referencing new table as changed old table as former
    for each statement execute function lead_points();

call keep_record('place', 'place_id');
call keep_record('ledger_line', 'line_id');
call keep_record('key_point', 'point_id');

-- Whoever would see a row sees its history, also when it is gone.
create policy ledger_history on audit for select using (subject in ('place', 'key_point', 'ledger_line')
    and (select scope_may('LEDGER_READ'))
    and ((select scope_divisions()) is null or division_code like any ((select scope_divisions())::text[]))
    and ((select scope_scenarios()) is null or coalesce(after, before) ->> 'scenario' = any ((select scope_scenarios())::text[]))
    and ((select scope_places()) is null or coalesce(after, before) ->> 'place_id' = any ((select scope_places())::text[])));

-- What a place has of key points, kept as they change.
create table place_points (
    place_id text collate "C" primary key references place on delete cascade,
    points integer not null,
    exempt integer not null,
    kinds text[] not null
);
call protect('place_points', 'exists (select from place p where p.place_id = place_points.place_id)', 'LEDGER_EDIT');

create function count_points(places text[]) returns void language sql as $$
    insert into place_points
    select p.place_id, count(k.point_id), count(k.point_id) filter (where k.exempt_reason <> ''),
        coalesce(array_agg(distinct k.kind) filter (where k.kind is not null), '{}')
    from place p left join key_point k using (place_id)
    where p.place_id = any (places)
    group by p.place_id
    on conflict (place_id) do update set points = excluded.points, exempt = excluded.exempt, kinds = excluded.kinds
$$;
create function points_changed() returns trigger language plpgsql as $$
begin
    perform count_points(array(select distinct place_id from touched where place_id is not null));
    return null;
end $$;
create function points_moved() returns trigger language plpgsql as $$
begin
    perform count_points(array(select place_id from touched where place_id is not null
        union select place_id from former where place_id is not null));
    return null;
end $$;
create trigger points_added after insert on key_point referencing new table as touched for each statement execute function points_changed();
create trigger points_removed after delete on key_point referencing old table as touched for each statement execute function points_changed();
create trigger points_moved after update on key_point referencing new table as touched old table as former
    for each statement execute function points_moved();
create trigger place_added after insert on place referencing new table as touched for each statement execute function points_changed();

-- The version of the ledger is the number of the last change recorded; whoever reads the ledger may know it.
create function ledger_version() returns bigint language plpgsql as $$
declare
    seen text := current_setting('signalup.platform', true);
    last bigint;
begin
    perform set_config('signalup.platform', 'yes', true);
    select coalesce(max(seq), 0) into last from audit;
    perform set_config('signalup.platform', coalesce(seen, ''), true);
    return last;
end $$;
