-- Who sees which rows, and the record of every change. Every later migration builds on these functions.

-- The settings of the running transaction. Nobody said who asks: nothing is seen.

create function scope_platform() returns boolean language sql stable as
$$ select coalesce(current_setting('signalup.platform', true), '') = 'yes' $$;

create function scope_number(setting text) returns bigint language sql stable as
$$ select nullif(current_setting(setting, true), '')::bigint $$;

create function scope_account() returns bigint language sql stable as
$$ select scope_number('signalup.account') $$;

create function scope_organisation() returns bigint language sql stable as
$$ select scope_number('signalup.organisation') $$;

create function scope_organisations() returns bigint[] language sql stable as
$$ select coalesce(nullif(current_setting('signalup.organisations', true), ''), '{}')::bigint[] $$;

-- A limit of the reach: null limits nothing, an empty one leaves nothing.
create function scope_limit(setting text) returns text[] language sql stable as
$$ select case coalesce(current_setting(setting, true), '')
            when '*' then null when '' then '{}'::text[] else current_setting(setting, true)::text[] end $$;

create function scope_divisions() returns text[] language sql stable as -- patterns of LIKE
$$ select scope_limit('signalup.divisions') $$;

create function scope_scenarios() returns text[] language sql stable as
$$ select scope_limit('signalup.scenarios') $$;

create function scope_operators() returns text[] language sql stable as
$$ select scope_limit('signalup.operators') $$;

create function scope_places() returns text[] language sql stable as
$$ select scope_limit('signalup.places') $$;

create function scope_may(capability text) returns boolean language sql stable as
$$ select scope_platform() or capability = any(coalesce(nullif(current_setting('signalup.may', true), ''), '{}')::text[]) $$;

-- Texts of a policy about a column. Each (select …) is worked out once a query, not once a row.

create function within_divisions(col text) returns text language sql immutable as
$$ select format('((select scope_divisions()) is null or %s like any ((select scope_divisions())::text[]))', col) $$;

create function within_limit(col text, setting text) returns text language sql immutable as
$$ select format('((select %2$s()) is null or %1$s = any ((select %2$s())::text[]))', col, setting) $$;

-- Puts a table under policies: rows are seen where `seen` holds, and changed where it holds and the capability is granted.
create procedure protect(tab regclass, seen text, capability text) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', tab);
    execute format('alter table %s force row level security', tab);
    execute format('create policy seen on %s for select using ((select scope_platform()) or (%s))', tab, seen);
    execute format('create policy added on %s for insert with check ((select scope_platform()) or ((select scope_may(%L)) and (%s)))', tab, capability, seen);
    execute format('create policy changed on %s for update using ((select scope_platform()) or ((select scope_may(%L)) and (%s)))', tab, capability, seen);
    execute format('create policy removed on %s for delete using ((select scope_platform()) or ((select scope_may(%L)) and (%s)))', tab, capability, seen);
end $$;

-- Every change of a table `keep_record` was called for, each row chained to the one before it: a row altered, left out or
-- put in afterwards breaks the chain from there on.
create table audit (
    seq bigint primary key,
    at timestamptz not null,
    account_id bigint,
    account_name text not null,
    organisation_id bigint,
    transaction_id bigint not null,
    subject text not null,
    subject_key text not null,
    division_code text,
    action text not null check (action in ('INSERT', 'UPDATE', 'DELETE', 'EVENT')),
    before jsonb,
    after jsonb,
    reason text not null,
    chain bytea not null
);
create index audit_subject on audit (subject, subject_key, seq);
create index audit_transaction on audit (transaction_id);

alter table audit enable row level security;
alter table audit force row level security;
create policy added on audit for insert with check (true);
create policy seen on audit for select using ((select scope_platform()) or ((select scope_may('AUDIT_READ'))
    and (division_code is null or (select scope_divisions()) is null or division_code like any ((select scope_divisions())::text[]))));
-- No policy lets a row be changed or removed.

-- What the chain is made of: every field with its length before it, so that no two rows read alike.
create function audit_text(entry audit) returns text language sql stable as $$
    select string_agg(coalesce(length(part)::text || ':' || part, '-'), '' order by place)
    from unnest(array[
        entry.seq::text, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), entry.account_id::text,
        entry.account_name, entry.organisation_id::text, entry.transaction_id::text, entry.subject, entry.subject_key,
        entry.division_code, entry.action, entry.before::text, entry.after::text, entry.reason]) with ordinality as parts(part, place)
$$;

create function audit_add(subject text, subject_key text, division_code text, action text, before jsonb, after jsonb)
returns void language plpgsql as $$
declare
    entry audit;
    last audit;
    seen text := current_setting('signalup.platform', true);
begin
    perform pg_advisory_xact_lock(4811202601); -- one writer of the chain at a time
    -- The chain goes on from its last row, whether or not whoever changes something may read it.
    perform set_config('signalup.platform', 'yes', true);
    select * into last from audit order by seq desc limit 1;
    perform set_config('signalup.platform', coalesce(seen, ''), true);
    entry.seq := coalesce(last.seq, 0) + 1;
    entry.at := clock_timestamp();
    entry.account_id := scope_account();
    entry.account_name := coalesce(current_setting('signalup.account_name', true), '');
    entry.organisation_id := scope_organisation();
    entry.transaction_id := txid_current();
    entry.subject := subject;
    entry.subject_key := subject_key;
    entry.division_code := division_code;
    entry.action := action;
    entry.before := before;
    entry.after := after;
    entry.reason := coalesce(current_setting('signalup.reason', true), '');
    entry.chain := sha256(coalesce(last.chain, ''::bytea) || convert_to(audit_text(entry), 'UTF8'));
    insert into audit select entry.*;
end $$;

-- Trigger: arguments are the key column, then columns that are secret and stay out of the record.
create function audit_change() returns trigger language plpgsql as $$
declare
    before jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) end;
    after jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) end;
    secret text;
begin
    if before = after then
        return null;
    end if;
    for place in 1 .. tg_nargs - 1 loop
        secret := tg_argv[place];
        -- That it changed is told, what it is is not.
        if before ->> secret is distinct from after ->> secret then
            after := case when after ? secret then jsonb_set(after, array[secret], '"changed"') else after end;
        else
            after := after - secret;
        end if;
        before := before - secret;
    end loop;
    perform audit_add(tg_table_name, coalesce(after, before) ->> tg_argv[0],
        coalesce(after, before) ->> 'division_code', tg_op, before, after);
    return null;
end $$;

create procedure keep_record(tab regclass, key_column text, variadic secrets text[] default '{}') language plpgsql as $$
begin
    execute format('create trigger record_changes after insert or update or delete on %s for each row execute function audit_change(%s)',
        tab, (select string_agg(quote_literal(argument), ', ' order by place)
              from unnest(array[key_column] || secrets) with ordinality as arguments(argument, place)));
end $$;
