import { type Kysely, sql } from 'kysely'

/** Views that people save, and what each last looked at a place with. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw(views).execute(database)
}

const views = `
create sequence view_number;

create table saved_view (
  account_id bigint not null references account,
  view_id bigint not null default nextval('view_number'),
  owner_id bigint not null,
  -- None: it is of everything that its owner sees.
  folder_id bigint,
  title text not null,
  kind text not null check (kind in ('List', 'Table', 'Board', 'Gantt', 'Calendar')),
  -- Numbers in place of ids, otherwise as the contract has it.
  settings jsonb not null,
  shared boolean not null default false check (not shared or folder_id is not null),
  position text collate "C" not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 1,
  primary key (account_id, view_id),
  foreign key (account_id, folder_id) references folder on delete cascade
);
create index saved_view_order on saved_view (account_id, position, view_id);
create index saved_view_folder on saved_view (account_id, folder_id, position, view_id);
create index saved_view_owner on saved_view (account_id, owner_id);

create table view_memory (
  account_id bigint not null references account,
  person_id bigint not null,
  -- 0: everything that the person sees. No reference: what was remembered of a place that is gone is cleared with it below.
  folder_id bigint not null,
  kind text not null check (kind in ('List', 'Table', 'Board', 'Gantt', 'Calendar')),
  settings jsonb not null,
  used_at timestamptz not null default now(),
  primary key (account_id, person_id, folder_id, kind)
);
create index view_memory_folder on view_memory (account_id, folder_id);
create function view_memory_cleared() returns trigger language plpgsql as $$
begin
  delete from view_memory where account_id = old.account_id and folder_id = old.folder_id;
  return null;
end $$;
create trigger folder_view_memory_cleared after delete on folder for each row execute function view_memory_cleared();
`
