-- Ids, numbers and pinyin initials are made of few characters: their pairs are everywhere, and a search went through them all.
-- Runs of four ASCII characters are kept beside the pairs, as negative numbers; a search that has one asks for them.

create function search_runs(said text) returns integer[] language sql immutable strict as $$
    select coalesce(array_agg(distinct -1 - (((ascii(run) * 128 + ascii(substr(run, 2, 1))) * 128 + ascii(substr(run, 3, 1))) * 128
        + ascii(substr(run, 4, 1)))), '{}')
    from (select substr(said, i, 4) as run from generate_series(1, length(said) - 3) as i) as runs
    where octet_length(run) = 4 and position(E'\n' in run) = 0 $$;

-- One expression for both, without the sorting of DISTINCT: it runs for every row that is written.
create or replace function search_words(said text) returns integer[] language sql immutable strict as $$
    select coalesce(array_agg(case length when 2 then (ascii(part) % 32768) * 65536 + ascii(substr(part, 2, 1)) % 65536
        else -1 - (((ascii(part) * 128 + ascii(substr(part, 2, 1))) * 128 + ascii(substr(part, 3, 1))) * 128 + ascii(substr(part, 4, 1)))
        end), '{}')
    from (select length, substr(said, i, length) as part
          from unnest(array[2, 4]) as length, generate_series(1, length(said) - length + 1) as i) as parts
    where position(E'\n' in part) = 0 and (length = 2 or octet_length(part) = 4) $$;

-- What a search asks for: its runs, and pairs only where no run says more.
create function asked_words(said text) returns integer[] language sql immutable strict as $$
    select case when cardinality(search_runs(said)) = 0 then search_words(said)
        else search_runs(said) || array(select word from unnest(search_words(said)) word where word >= 128 * 65536) end $$;

create or replace function search_candidates(what text, said text, most integer) returns setof bigint language plpgsql stable as $$
declare
    kind integer := array_position(array['place', 'key_point', 'ledger_line', 'instrument'], what);
    asked integer[] := asked_words(said);
    prefixes integer[] := (select array_agg(division_word(substr(pattern, 1, (length(pattern) - 1) / 2 * 2)))
                           from unnest(scope_divisions()) pattern);
begin
    if kind = 4 or prefixes is null or exists (select from unnest(scope_divisions()) pattern where length(pattern) not between 3 and 8) then
        return query select no from search_word where subject = kind and words @> asked limit most;
    else
        return query select no from search_word where subject = kind and words @> asked and words && prefixes limit most;
    end if;
end $$;

-- Many at once: without the index they are written in a tenth of the time.
drop index search_word_words;
select set_config('signalup.platform', 'yes', true);
update search_word w set words = w.words || search_runs(place_text(p)) from place p where w.subject = 1 and w.no = p.place_no;
update search_word w set words = w.words || search_runs(key_point_text(p)) from key_point p where w.subject = 2 and w.no = p.point_no;
update search_word w set words = w.words || search_runs(ledger_line_text(p)) from ledger_line p where w.subject = 3 and w.no = p.line_no;
update search_word w set words = w.words || search_runs(instrument_text(p)) from instrument p where w.subject = 4 and w.no = p.instrument_no;
create index search_word_words on search_word using gin (words);
