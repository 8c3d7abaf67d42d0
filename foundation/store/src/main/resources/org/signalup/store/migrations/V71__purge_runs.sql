-- What was kept long enough and taken away: how much, never what.

create table purge_run (
    purge_id bigint generated always as identity primary key,
    day date not null,                         -- of the programme's zone
    ordered_by text not null default '',       -- empty: the clock
    began_at timestamptz not null,
    ended_at timestamptz not null,
    removed jsonb not null default '[]',
    problem jsonb                              -- why it broke off, in both languages
);
-- Once a day by the clock, however many processes look; what broke off is tried again.
create unique index purge_run_day on purge_run (day) where ordered_by = '' and problem is null;
call protect('purge_run', '(select scope_may(''PLATFORM_MANAGE'')) or (select scope_may(''EVALUATION_RUN''))', 'NOBODY');
call keep_record('purge_run', 'purge_id');
