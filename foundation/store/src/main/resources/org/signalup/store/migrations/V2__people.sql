-- Organisations, accounts, and what belongs to them.

create table organisation (
    organisation_id bigint generated always as identity primary key,
    code text not null unique,
    name text not null,
    kind text not null,
    parent_id bigint references organisation,
    divisions text[],           -- prefixes of division codes; null = no limit
    scenarios text[],
    operators text[],
    valid_from date,
    valid_to date,
    version integer not null default 1
);
call protect('organisation', '(select scope_account()) is not null', 'PEOPLE_MANAGE');
call keep_record('organisation', 'organisation_id');

-- The places a venue owner answers for.
create table organisation_place (
    organisation_id bigint not null references organisation,
    place_id text not null,
    primary key (organisation_id, place_id)
);
create index organisation_place_place on organisation_place (place_id);
call protect('organisation_place', 'organisation_id = any ((select scope_organisations())::bigint[])', 'PEOPLE_MANAGE');
call keep_record('organisation_place', 'place_id');

create table account (
    account_id bigint generated always as identity primary key,
    login text not null,
    name text not null,
    email text not null default '',
    language text not null default 'ZH',
    organisation_id bigint not null references organisation,
    role text not null,
    password_hash text,
    password_changed_at timestamptz,
    must_change_password boolean not null default false,
    oidc_subject text unique,
    active boolean not null default true,
    created_at timestamptz not null default now(),
    version integer not null default 1
);
create unique index account_login on account (lower(login));
call protect('account',
    'account_id = (select scope_account()) or ((select scope_may(''PEOPLE_MANAGE'')) and organisation_id = any ((select scope_organisations())::bigint[]))',
    'PEOPLE_MANAGE');
-- Everybody changes their own name, language and password; what else a statement may touch is the program's part.
create policy own on account for update using (account_id = (select scope_account()));
call keep_record('account', 'account_id', 'password_hash');

-- Failed sign-ins, apart from the account: they are no change of it.
create table sign_in_failure (
    login text primary key,
    failures integer not null,
    last_at timestamptz not null,
    locked_until timestamptz
);
call protect('sign_in_failure', 'false', 'NOBODY');

-- Codes given out once: for the first account, for a forgotten password.
create table one_time_code (
    code_hash text primary key,
    purpose text not null,
    account_id bigint references account,
    expires_at timestamptz not null,
    used_at timestamptz
);
call protect('one_time_code', 'false', 'NOBODY');

create table api_token (
    token_id bigint generated always as identity primary key,
    account_id bigint not null references account,
    name text not null,
    token_hash text not null unique,
    capabilities text[] not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    revoked_at timestamptz
);
call protect('api_token',
    'account_id = (select scope_account()) or ((select scope_may(''PEOPLE_MANAGE'')) and exists (select from account a where a.account_id = api_token.account_id))',
    'TOKEN_MANAGE');
call keep_record('api_token', 'token_id', 'token_hash');

-- When a token was last used, apart from it: that is no change of it.
create table api_token_use (
    token_id bigint primary key references api_token,
    last_used_at timestamptz not null
);
call protect('api_token_use', 'exists (select from api_token t where t.token_id = api_token_use.token_id)', 'NOBODY');
