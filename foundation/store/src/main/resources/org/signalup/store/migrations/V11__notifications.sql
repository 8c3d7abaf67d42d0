-- What people are told: in the pages, by mail, by webhook.

create table notification (
    notification_id bigint generated always as identity primary key,
    account_id bigint not null references account,
    title_zh text not null,
    title_en text not null,
    body_zh text not null,
    body_en text not null,
    path text not null default '',
    created_at timestamptz not null default now(),
    read_at timestamptz
);
create index notification_account on notification (account_id, notification_id);
create index notification_unread on notification (account_id) where read_at is null;
call protect('notification', 'account_id = (select scope_account())', 'NOBODY');
create policy own on notification for update using (account_id = (select scope_account()));

-- Where an organisation wants to be told, too. The secret signs what is sent.
create table webhook (
    webhook_id bigint generated always as identity primary key,
    organisation_id bigint not null references organisation,
    url text not null,
    secret text not null,
    created_at timestamptz not null default now()
);
call protect('webhook', '(select scope_may(''PEOPLE_MANAGE'')) and organisation_id = any ((select scope_organisations())::bigint[])', 'PEOPLE_MANAGE');
call keep_record('webhook', 'webhook_id', 'secret');

-- What is on its way. The text is forgotten once it arrived: it may hold a code.
create table delivery (
    delivery_id bigint generated always as identity primary key,
    channel text not null check (channel in ('MAIL', 'WEBHOOK')),
    target text not null,
    webhook_id bigint references webhook on delete cascade,
    subject text not null,
    body text not null,
    attempts integer not null default 0,
    next_at timestamptz not null default now(),
    delivered_at timestamptz,
    given_up_at timestamptz,
    last_error text not null default ''
);
create index delivery_due on delivery (next_at) where delivered_at is null and given_up_at is null;
call protect('delivery', 'false', 'NOBODY');
