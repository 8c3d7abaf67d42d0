-- Evaluations that run in the background, and those ordered every month.

create table job (
    job_id bigint generated always as identity primary key,
    kind text not null default 'EVALUATION' check (kind in ('EVALUATION')),
    name text not null,              -- of the evaluation; a folder of that name is its result
    wanted jsonb not null,
    organisation_id bigint not null references organisation,
    account_id bigint not null references account,
    account_name text not null,
    state text not null default 'QUEUED'
        check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'INTERRUPTED')),
    cancel_asked boolean not null default false,
    attempt integer not null default 0,
    problems jsonb not null default '[]',
    ledger_version bigint,
    created_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz,
    version integer not null default 1
);
create index job_open on job (job_id) where state in ('QUEUED', 'RUNNING');
-- No two jobs write one folder.
create unique index job_name on job (name) where state in ('QUEUED', 'RUNNING', 'DONE');
call protect('job', 'organisation_id = any ((select scope_organisations())::bigint[])', 'EVALUATION_RUN');
call keep_record('job', 'job_id');

-- How far it has come, apart from the job: that is no change worth keeping.
create table job_progress (
    job_id bigint primary key references job on delete cascade,
    phase_zh text not null default '',
    phase_en text not null default '',
    done bigint not null default 0,
    total bigint not null default 0,
    beat_at timestamptz not null default now()
);
call protect('job_progress', 'exists (select from job j where j.job_id = job_progress.job_id)', 'NOBODY');

-- What is evaluated month by month: due on a day and hour of the following month, in the programme's time zone.
create table evaluation_schedule (
    schedule_id bigint generated always as identity primary key,
    name text not null,
    wanted jsonb not null,
    day integer not null check (day between 1 and 28),
    hour integer not null check (hour between 0 and 23),
    organisation_id bigint not null references organisation,
    account_id bigint not null references account,
    next_month date not null,        -- first day of the month evaluated next
    active boolean not null default true,
    version integer not null default 1
);
call protect('evaluation_schedule', 'organisation_id = any ((select scope_organisations())::bigint[])', 'EVALUATION_RUN');
call keep_record('evaluation_schedule', 'schedule_id');
