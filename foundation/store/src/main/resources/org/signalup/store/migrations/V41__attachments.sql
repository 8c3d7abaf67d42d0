-- 附件: files people put beside what they keep. Who sees the thing sees what is attached to it: the policy asks the thing's own table.

create function attached_to_seen(subject text, key text) returns boolean language plpgsql stable as $$
begin
    return case subject
        when 'place' then exists (select from place t where t.place_id = key)
        when 'key_point' then exists (select from key_point t where t.point_id = key)
        when 'ledger_line' then exists (select from ledger_line t where t.line_id = key)
        when 'claim' then key ~ '^[0-9]{1,18}$' and exists (select from claim t where t.claim_id = key::bigint)
        when 'pending_change' then key ~ '^[0-9]{1,18}$' and exists (select from pending_change t where t.change_id = key::bigint)
        else false end;
end $$;

-- What somebody needs to attach something there, or to take their own organisation's away again.
create function attached_to_may(subject text) returns boolean language sql stable as $$
    select case subject
        when 'claim' then scope_may('DONE_CLAIM')
        when 'pending_change' then scope_may('LEDGER_EDIT') or scope_may('LEDGER_FREEZE')
        when 'place' then scope_may('LEDGER_EDIT') or scope_may('DONE_CLAIM')
        when 'ledger_line' then scope_may('LEDGER_EDIT') or scope_may('DONE_CLAIM')
        else scope_may('LEDGER_EDIT') end $$;

create table attachment (
    attachment_id bigint generated always as identity primary key,
    subject text not null,
    subject_key text collate "C" not null,
    name text not null,
    media_type text not null,
    bytes integer not null,
    sha256 text not null,
    note text not null default '',
    organisation_id bigint not null default scope_organisation(),
    account_name text not null default coalesce(current_setting('signalup.account_name', true), ''),
    added_at timestamptz not null default now()
);
create index attachment_subject on attachment (subject, subject_key, attachment_id);
alter table attachment enable row level security;
alter table attachment force row level security;
create policy seen on attachment for select using ((select scope_platform()) or ((select scope_may('LEDGER_READ'))
    and attached_to_seen(subject, subject_key)));
create policy added on attachment for insert with check (organisation_id = (select scope_organisation())
    and attached_to_may(subject) and attached_to_seen(subject, subject_key));
create policy removed on attachment for delete using ((select scope_platform()) or (organisation_id = (select scope_organisation())
    and attached_to_may(subject) and attached_to_seen(subject, subject_key)));
-- No policy lets an attachment be changed: another version is another attachment.
call keep_record('attachment', 'attachment_id');

-- Apart, so that lists and the record of changes do not carry it.
create table attachment_content (
    attachment_id bigint primary key references attachment on delete cascade,
    content bytea not null
);
alter table attachment_content enable row level security;
alter table attachment_content force row level security;
create policy seen on attachment_content for select using ((select scope_platform())
    or exists (select from attachment a where a.attachment_id = attachment_content.attachment_id));
create policy added on attachment_content for insert with check (
    exists (select from attachment a where a.attachment_id = attachment_content.attachment_id and a.organisation_id = (select scope_organisation())));
