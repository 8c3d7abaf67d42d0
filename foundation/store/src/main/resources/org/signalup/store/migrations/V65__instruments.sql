-- 评测仪器仪表: kept beside the ledger, for evaluations ask of official samples whether their instrument was valid.

create table instrument (
    instrument_no bigint generated always as identity unique,
    instrument_id text collate "C" primary key,
    name text not null,
    kind text not null default '',
    model text not null default '',
    chipset text not null default '',
    firmware text not null default '',
    antenna text,
    attenuation_db double precision,
    device_ids text[] not null default '{}',
    calibrated_on date,
    certificate_no text not null default '',
    accreditation text not null default '',
    valid_from date,
    valid_to date,
    compared_on date,
    comparison text,
    pinyin text not null default '',
    version integer not null default 1,
    added_at timestamptz not null default now(),
    check (valid_from <= valid_to),
    check ((compared_on is null) = (comparison is null))
);
alter table instrument enable row level security;
alter table instrument force row level security;
-- Anybody's evaluation needs them all; only who answers for the whole programme says which are valid.
create policy seen on instrument for select using ((select scope_platform()) or (select scope_may('LEDGER_READ')));
do $$
declare
    whole text := '((select scope_platform()) or ((select scope_may(''LEDGER_EDIT'')) and (select scope_divisions()) is null'
        || ' and (select scope_scenarios()) is null and (select scope_places()) is null))';
begin
    execute 'create policy added on instrument for insert with check ' || whole;
    execute 'create policy changed on instrument for update using ' || whole;
    execute 'create policy removed on instrument for delete using ' || whole;
end $$;
create trigger next_version before update on instrument for each row when (old.* is distinct from new.*) execute function next_version();
call keep_record('instrument', 'instrument_id');
create policy instrument_history on audit for select using (subject = 'instrument' and (select scope_may('LEDGER_READ')));

-- A device belongs to one instrument, or nobody could tell whose sample it is.
create function one_instrument_a_device() returns trigger language plpgsql as $$
begin
    if exists (select from instrument i, unnest(i.device_ids) d group by d having count(*) > 1) then
        raise exception 'a device belongs to two instruments' using errcode = 'SU005';
    end if;
    return null;
end $$;
create trigger one_instrument_a_device after insert or update on instrument for each statement execute function one_instrument_a_device();

-- Found like the rest of the ledger, as subject 4 of `search_word`; they lie in no division.
create function instrument_text(p instrument) returns text language sql immutable as
$$ select lower(p.name || E'\n' || p.instrument_id || E'\n' || p.pinyin || E'\n' || p.model || E'\n' || p.certificate_no) $$;
create function keep_instrument_words() returns trigger language plpgsql as $$
begin
    insert into search_word select 4, p.instrument_no, search_words(instrument_text(p::instrument)) from touched p
    on conflict (subject, no) do update set words = excluded.words where search_word.words <> excluded.words;
    return null;
end $$;
create function drop_instrument_words() returns trigger language plpgsql as $$
begin
    delete from search_word w using touched p where w.subject = 4 and w.no = p.instrument_no;
    return null;
end $$;
create trigger words_added after insert on instrument referencing new table as touched for each statement execute function keep_instrument_words();
create trigger words_changed after update on instrument referencing new table as touched for each statement execute function keep_instrument_words();
create trigger words_removed after delete on instrument referencing old table as touched for each statement execute function drop_instrument_words();

create or replace function search_candidates(what text, said text, most integer) returns setof bigint language plpgsql stable as $$
declare
    kind integer := array_position(array['place', 'key_point', 'ledger_line', 'instrument'], what);
    prefixes integer[] := (select array_agg(division_word(substr(pattern, 1, (length(pattern) - 1) / 2 * 2)))
                           from unnest(scope_divisions()) pattern);
begin
    if kind = 4 or prefixes is null or exists (select from unnest(scope_divisions()) pattern where length(pattern) not between 3 and 8) then
        return query select no from search_word where subject = kind and words @> search_words(said) limit most;
    else
        return query select no from search_word where subject = kind and words @> search_words(said) and words && prefixes limit most;
    end if;
end $$;

create or replace function taken_ids(subject text, ids text[]) returns setof text language plpgsql as $$
declare
    seen text := current_setting('signalup.platform', true);
begin
    perform set_config('signalup.platform', 'yes', true);
    return query select p.place_id from place p where subject = 'place' and p.place_id = any (ids)
        union all select k.point_id from key_point k where subject = 'key_point' and k.point_id = any (ids)
        union all select l.line_id from ledger_line l where subject = 'ledger_line' and l.line_id = any (ids)
        union all select i.instrument_id from instrument i where subject = 'instrument' and i.instrument_id = any (ids);
    perform set_config('signalup.platform', coalesce(seen, ''), true);
end $$;

create or replace function attached_to_seen(subject text, key text) returns boolean language plpgsql stable as $$
begin
    return case subject
        when 'place' then exists (select from place t where t.place_id = key)
        when 'key_point' then exists (select from key_point t where t.point_id = key)
        when 'ledger_line' then exists (select from ledger_line t where t.line_id = key)
        when 'instrument' then exists (select from instrument t where t.instrument_id = key)
        when 'claim' then key ~ '^[0-9]{1,18}$' and exists (select from claim t where t.claim_id = key::bigint)
        when 'pending_change' then key ~ '^[0-9]{1,18}$' and exists (select from pending_change t where t.change_id = key::bigint)
        else false end;
end $$;
