-- Who looks after people does so below their own organisation, and hands on no more than they have.

-- Whether a limit that is handed on lies within the one of who hands it on. Null limits nothing.
create function within_reach(given text[], own text[]) returns boolean language sql immutable as
$$ select own is null or (given is not null and given <@ own) $$;

-- The same for prefixes of divisions, against patterns of LIKE.
create function within_reach_divisions(given text[], own text[]) returns boolean language sql immutable as
$$ select own is null or (given is not null and not exists (select from unnest(given) as prefix where not prefix like any (own))) $$;

create function own_kind() returns text language sql stable as
$$ select kind from organisation where organisation_id = scope_organisation() $$;

-- An administration makes organisations of every kind, others only of their own.
create function may_hand_on(kind text, divisions text[], scenarios text[], operators text[]) returns boolean language sql stable as
$$ select kind in (own_kind(), case own_kind() when 'ADMINISTRATION' then kind end)
    and within_reach_divisions(divisions, scope_divisions())
    and within_reach(scenarios, scope_scenarios())
    and within_reach(operators, scope_operators())
    and (scope_places() is null or kind = 'OWNER') $$;

drop policy added on organisation;
create policy added on organisation for insert with check ((select scope_platform()) or (
    (select scope_may('PEOPLE_MANAGE'))
    and parent_id = any ((select scope_organisations())::bigint[])
    and may_hand_on(kind, divisions, scenarios, operators)));
drop policy changed on organisation;
-- Their own they may not change: those above do. One without any above changes its own.
create policy changed on organisation for update
    using ((select scope_platform()) or (
        (select scope_may('PEOPLE_MANAGE'))
        and organisation_id = any ((select scope_organisations())::bigint[])
        and (organisation_id <> (select scope_organisation()) or parent_id is null)))
    with check ((select scope_platform()) or (
        (organisation_id = (select scope_organisation()) and parent_id is null)
        or (parent_id = any ((select scope_organisations())::bigint[]) and may_hand_on(kind, divisions, scenarios, operators))));
drop policy removed on organisation;

-- Places of organisations below one's own. A new one is not among those of the scope yet, so its parent counts.
drop policy added on organisation_place;
create policy added on organisation_place for insert with check ((select scope_platform()) or (
    (select scope_may('PEOPLE_MANAGE'))
    and ((select scope_places()) is null or place_id = any ((select scope_places())::text[]))
    and exists (select from organisation o where o.organisation_id = organisation_place.organisation_id
        and o.parent_id = any ((select scope_organisations())::bigint[]))));
drop policy removed on organisation_place;
create policy removed on organisation_place for delete using ((select scope_platform()) or (
    (select scope_may('PEOPLE_MANAGE'))
    and organisation_id = any ((select scope_organisations())::bigint[])
    and organisation_id <> (select scope_organisation())));
drop policy changed on organisation_place;

-- What nobody changes of an account, whatever the program's part would let through.
create function guard_account() returns trigger language plpgsql as $$
begin
    if scope_platform() then
        return new;
    end if;
    if old.account_id = scope_account()
        and (old.role, old.organisation_id, old.active, old.login, old.oidc_subject)
            is distinct from (new.role, new.organisation_id, new.active, new.login, new.oidc_subject) then
        raise exception 'nobody changes what they may do themselves' using errcode = 'insufficient_privilege';
    end if;
    if old.account_id is distinct from scope_account() and old.password_hash is distinct from new.password_hash then
        raise exception 'nobody sets the password of somebody else' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard before update on account for each row execute function guard_account();

-- Accounts are closed, not removed: the record speaks of them.
drop policy removed on account;
alter table account add column closed_at timestamptz;

-- A token is made by its owner alone; afterwards it can only be revoked.
drop policy added on api_token;
create policy added on api_token for insert with check ((select scope_platform())
    or ((select scope_may('TOKEN_MANAGE')) and account_id = (select scope_account())
        and capabilities <@ coalesce(nullif(current_setting('signalup.may', true), ''), '{}')::text[]));
drop policy removed on api_token;
create function guard_api_token() returns trigger language plpgsql as $$
begin
    if to_jsonb(old) - 'revoked_at' <> to_jsonb(new) - 'revoked_at' or old.revoked_at is not null then
        raise exception 'a token can only be revoked' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger guard before update on api_token for each row execute function guard_api_token();

-- Changes that lie in no division, such as those of accounts: by whom of one's own organisation or below, unless one sees every division.
drop policy seen on audit;
create policy seen on audit for select using ((select scope_platform()) or ((select scope_may('AUDIT_READ')) and (
    (select scope_divisions()) is null
    or division_code like any ((select scope_divisions())::text[])
    or (division_code is null and organisation_id = any ((select scope_organisations())::bigint[])))));
