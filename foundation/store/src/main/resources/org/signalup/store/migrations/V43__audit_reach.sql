-- What lies in no division (accounts, organisations, tokens) is on record for those above whoever did it, not for everybody who may read a record.
drop policy seen on audit;
create policy seen on audit for select using ((select scope_platform()) or ((select scope_may('AUDIT_READ'))
    and ((select scope_divisions()) is null
        or division_code like any ((select scope_divisions())::text[])
        or (division_code is null and organisation_id = any ((select scope_organisations())::bigint[])))));
