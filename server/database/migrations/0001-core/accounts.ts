/** Accounts, people, their groups and invitations. */
export const accounts = `
create sequence account_number;
create sequence person_number;
create sequence group_number;
create sequence invitation_number;

create table account (
  account_id bigint primary key default nextval('account_number'),
  name text not null,
  plan text not null default 'Pinnacle',
  date_format text not null default 'dd/MM/yyyy',
  first_day_of_week text not null default 'Mon',
  work_days text[] not null default '{Mon,Tue,Wed,Thu,Fri}',
  suspended boolean not null default false,
  metadata jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table person (
  person_id bigint primary key default nextval('person_number'),
  email text not null unique check (email = lower(email)),
  password_hash text,
  first_name text not null default '',
  last_name text not null default '',
  time_zone text not null default 'Etc/UTC',
  locale text not null default 'en',
  title text, company_name text, phone text, location text,
  email_confirmed_at timestamptz,
  created_at timestamptz not null default now()
);

create table account_user (
  account_id bigint not null references account,
  person_id bigint not null references person,
  role text not null check (role in ('owner', 'admin', 'regular', 'external', 'collaborator')),
  state text not null default 'active' check (state in ('invited', 'active', 'inactive', 'removed')),
  metadata jsonb not null default '{}',
  custom_fields jsonb not null default '{}',
  bill_rate jsonb,
  cost_rate jsonb,
  joined_at timestamptz not null default now(),
  primary key (account_id, person_id)
);
create unique index account_user_owner on account_user (account_id) where role = 'owner';
create index account_user_person on account_user (person_id);

create table user_group (
  account_id bigint not null references account,
  group_id bigint not null default -nextval('group_number') check (group_id < 0),
  title text not null,
  avatar_letters text not null,
  avatar_color text not null,
  is_default boolean not null default false,
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  primary key (account_id, group_id)
);
create unique index user_group_default on user_group (account_id) where is_default;

create table group_member (
  account_id bigint not null,
  group_id bigint not null,
  person_id bigint not null,
  primary key (account_id, group_id, person_id),
  foreign key (account_id, group_id) references user_group on delete cascade,
  foreign key (account_id, person_id) references account_user
);
create index group_member_person on group_member (account_id, person_id);

create table group_parent (
  account_id bigint not null,
  group_id bigint not null,
  parent_group_id bigint not null,
  primary key (account_id, group_id, parent_group_id),
  foreign key (account_id, group_id) references user_group on delete cascade,
  foreign key (account_id, parent_group_id) references user_group on delete cascade
);

create table invitation (
  account_id bigint not null,
  invitation_id bigint not null default nextval('invitation_number'),
  person_id bigint not null,
  email text not null,
  first_name text, last_name text,
  role text not null check (role in ('regular', 'external', 'collaborator', 'admin')),
  status text not null default 'Pending' check (status in ('Pending', 'Accepted', 'Declined', 'Cancelled')),
  inviter_id bigint not null,
  subject text, message text,
  invited_at timestamptz not null default now(),
  resolved_at timestamptz,
  primary key (account_id, invitation_id),
  foreign key (account_id, person_id) references account_user,
  foreign key (account_id, inviter_id) references account_user (account_id, person_id)
);
create index invitation_person on invitation (account_id, person_id);
`
