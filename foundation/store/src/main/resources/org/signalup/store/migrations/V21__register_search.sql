-- Finding by a part of a name, an id, an address or pinyin initials. Row policies keep an index from answering LIKE, so pairs of
-- neighbouring characters are kept apart as numbers, with nothing one could read: what they belong to stays behind the policies.

create table search_word (
    subject smallint not null, -- 1 place, 2 key point, 3 line
    no bigint not null,
    words integer[] not null,
    primary key (subject, no)
);
create index search_word_words on search_word using gin (words);

create function search_words(said text) returns integer[] language sql immutable strict as $$
    select coalesce(array_agg(distinct (ascii(substr(said, i, 1)) % 32768) * 65536 + ascii(substr(said, i + 1, 1)) % 65536), '{}')
    from generate_series(1, length(said) - 1) as i
    where substr(said, i, 1) <> E'\n' and substr(said, i + 1, 1) <> E'\n' $$;

-- One number for a prefix of a division code, so that a search within a reach need not go through the nation.
create function division_word(prefix text) returns integer language sql immutable strict as $$
    select ('x' || substr(md5('division ' || prefix), 1, 8))::bit(32)::integer $$;
create function division_words(code text) returns integer[] language sql immutable strict as $$
    select array[division_word(substr(code, 1, 2)), division_word(substr(code, 1, 4)), division_word(substr(code, 1, 6))] $$;

-- What is searched, letter case aside.
create function place_text(p place) returns text language sql immutable as
$$ select lower(p.name || E'\n' || p.place_id || E'\n' || p.pinyin || E'\n' || p.address) $$;
create function key_point_text(p key_point) returns text language sql immutable as
$$ select lower(p.name || E'\n' || p.point_id || E'\n' || p.pinyin) $$;
create function ledger_line_text(p ledger_line) returns text language sql immutable as
$$ select lower(p.name || E'\n' || p.line_id || E'\n' || p.pinyin) $$;

create function keep_words() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'place' then
        insert into search_word select 1, p.place_no, search_words(place_text(p::place)) || division_words(p.division_code) from touched p
        on conflict (subject, no) do update set words = excluded.words where search_word.words <> excluded.words;
    elsif tg_table_name = 'key_point' then
        insert into search_word select 2, p.point_no, search_words(key_point_text(p::key_point)) || division_words(coalesce(p.division_code, '')) from touched p
        on conflict (subject, no) do update set words = excluded.words where search_word.words <> excluded.words;
    else
        insert into search_word select 3, p.line_no, search_words(ledger_line_text(p::ledger_line))
            || coalesce((select array_agg(word) from unnest(p.division_codes) code, unnest(division_words(code)) word), '{}') from touched p
        on conflict (subject, no) do update set words = excluded.words where search_word.words <> excluded.words;
    end if;
    return null;
end $$;
create function drop_words() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'place' then
        delete from search_word w using touched p where w.subject = 1 and w.no = p.place_no;
    elsif tg_table_name = 'key_point' then
        delete from search_word w using touched p where w.subject = 2 and w.no = p.point_no;
    else
        delete from search_word w using touched p where w.subject = 3 and w.no = p.line_no;
    end if;
    return null;
end $$;
create trigger words_added after insert on place referencing new table as touched for each statement execute function keep_words();
create trigger words_changed after update on place referencing new table as touched for each statement execute function keep_words();
create trigger words_removed after delete on place referencing old table as touched for each statement execute function drop_words();
create trigger words_added after insert on key_point referencing new table as touched for each statement execute function keep_words();
create trigger words_changed after update on key_point referencing new table as touched for each statement execute function keep_words();
create trigger words_removed after delete on key_point referencing old table as touched for each statement execute function drop_words();
create trigger words_added after insert on ledger_line referencing new table as touched for each statement execute function keep_words();
create trigger words_changed after update on ledger_line referencing new table as touched for each statement execute function keep_words();
create trigger words_removed after delete on ledger_line referencing old table as touched for each statement execute function drop_words();

-- Numbers of rows that may match, at most `most`; which of them do, and may be seen, the query on the table itself decides.
create function search_candidates(what text, said text, most integer) returns setof bigint language plpgsql stable as $$
declare
    kind integer := array_position(array['place', 'key_point', 'ledger_line'], what);
    prefixes integer[] := (select array_agg(division_word(substr(pattern, 1, (length(pattern) - 1) / 2 * 2)))
                           from unnest(scope_divisions()) pattern);
begin
    if prefixes is null or exists (select from unnest(scope_divisions()) pattern where length(pattern) not between 3 and 8) then
        return query select no from search_word where subject = kind and words @> search_words(said) limit most;
    else
        return query select no from search_word where subject = kind and words @> search_words(said) and words && prefixes limit most;
    end if;
end $$;
