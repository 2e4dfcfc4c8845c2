import { type Kysely, sql } from 'kysely'

/** Lists of tasks in the order of people and by a custom field; what people marked and opened last; a search by titles. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const part of [orders, marks, titles]) await sql.raw(part).execute(database)
}

// What lists were sorted by before a write is remembered for two hours (decision 6): the order of people too, and values of
// custom fields with those writes alone that changed them.
const orders = `
create index task_priority_order on task (account_id, priority, task_id) where deleted_at is null;

create or replace function task_touched() returns trigger language plpgsql as $$
begin
  if old.changed_in <> pg_current_xact_id() then
    new.earlier := (
      select coalesce(jsonb_agg(entry), '[]') from jsonb_array_elements(coalesce(old.earlier, '[]')) entry
      where (entry ->> 'at')::timestamptz > now() - interval '2 hours'
    ) || (jsonb_build_object(
      'by', pg_current_xact_id()::text, 'at', now(),
      'updated_at', old.updated_at, 'completed_at', old.completed_at, 'start_at', old.start_at, 'due_at', old.due_at,
      'title', old.title, 'status_group', old.status_group, 'importance', old.importance, 'priority', old.priority)
      || case when new.custom_fields is distinct from old.custom_fields
        then jsonb_build_object('custom_fields', old.custom_fields) else '{}' end);
    new.changed_in := pg_current_xact_id();
    new.updated_at := greatest(new.updated_at, now());
  -- A later write of the same transaction: what the values were before it is not remembered yet.
  elsif new.custom_fields is distinct from old.custom_fields and not (new.earlier -> -1 ? 'custom_fields') then
    new.earlier := jsonb_set(new.earlier, '{-1,custom_fields}', old.custom_fields);
  end if;
  return new;
end $$;
`

const marks = `
create sequence favorite_number;

-- What a person marked, in that person's order: of a folder or a task.
create table favorite (
  account_id bigint not null references account,
  favorite_id bigint not null default nextval('favorite_number'),
  person_id bigint not null,
  folder_id bigint,
  task_id bigint,
  position text collate "C" not null,
  created_at timestamptz not null default now(),
  primary key (account_id, favorite_id),
  foreign key (account_id, folder_id) references folder on delete cascade,
  foreign key (account_id, task_id) references task on delete cascade,
  check (num_nonnulls(folder_id, task_id) = 1)
);
create unique index favorite_folder on favorite (account_id, person_id, folder_id) where folder_id is not null;
create unique index favorite_task on favorite (account_id, person_id, task_id) where task_id is not null;
create index favorite_order on favorite (account_id, person_id, position);
create index favorite_of_folder on favorite (account_id, folder_id) where folder_id is not null;
create index favorite_of_task on favorite (account_id, task_id) where task_id is not null;

-- What a person opened last, few for each. Folders and tasks share one sequence of numbers. No reference: a row of something
-- that is gone is not shown, and soon pushed out.
create table visit (
  account_id bigint not null references account,
  person_id bigint not null,
  item_id bigint not null,
  is_task boolean not null,
  visited_at timestamptz not null default now(),
  primary key (account_id, person_id, item_id)
);
`

// Titles have an index of words of their own: a word that every description has is found in the few titles with it at once.
// Beside search_text, not in it: filling a column there would write the whole index of words anew.
const titles = `
create table search_title (
  account_id bigint not null,
  kind text not null check (kind in ('task', 'folder')),
  entity_id bigint not null,
  words tsvector not null,
  primary key (account_id, kind, entity_id)
);

create function search_title_written() returns trigger language plpgsql as $$
begin
  insert into search_title (account_id, kind, entity_id, words)
  values (new.account_id, tg_argv[0], (to_jsonb(new) ->> (tg_argv[0] || '_id'))::bigint, search_words(new.account_id, new.title))
  on conflict (account_id, kind, entity_id) do update set words = excluded.words;
  return null;
end $$;

create function search_title_erased() returns trigger language plpgsql as $$
begin
  delete from search_title where account_id = old.account_id and kind = tg_argv[0]
    and entity_id = (to_jsonb(old) ->> (tg_argv[0] || '_id'))::bigint;
  return null;
end $$;

create trigger task_title_added after insert on task for each row execute function search_title_written('task');
create trigger task_title_changed after update of title on task for each row when (old.title is distinct from new.title)
  execute function search_title_written('task');
create trigger task_title_erased after delete on task for each row execute function search_title_erased('task');
create trigger folder_title_added after insert on folder for each row execute function search_title_written('folder');
create trigger folder_title_changed after update of title on folder for each row when (old.title is distinct from new.title)
  execute function search_title_written('folder');
create trigger folder_title_erased after delete on folder for each row execute function search_title_erased('folder');

insert into search_title select account_id, 'task', task_id, search_words(account_id, title) from task on conflict do nothing;
insert into search_title select account_id, 'folder', folder_id, search_words(account_id, title) from folder on conflict do nothing;
create index search_title_words on search_title using gin (words);
analyze search_title;
`
