import { type Kysely, sql } from 'kysely'

/** Full text of titles, descriptions, comments and names of files; and rules of timesheets go with their work schedule. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const part of [rules, words, filled, ...kept]) await sql.raw(part).execute(database)
}

const rules = `
delete from timesheet_submission_rule r where not exists (
  select from work_schedule w where w.account_id = r.account_id and w.work_schedule_id = r.work_schedule_id);
alter table timesheet_submission_rule add foreign key (account_id, work_schedule_id) references work_schedule on delete cascade;
`

// Beside the rows themselves, so that a change of a task that leaves its text alone does not touch the index of words.
// The account is a word of each text ('#16'): the index finds an account's texts alone, whatever others have written.
// 200,000 characters are less than PostgreSQL's limit of a megabyte of words, whatever the alphabet.
const words = `
create table search_text (
  account_id bigint not null,
  kind text not null check (kind in ('task', 'folder', 'comment', 'attachment')),
  entity_id bigint not null,
  words tsvector not null,
  primary key (account_id, kind, entity_id)
);

create function search_words(account_id bigint, content text) returns tsvector language sql immutable as $$
  select to_tsvector('simple', left(regexp_replace(left(content, 1000000), '<[^>]*>', ' ', 'g'), 200000))
    || array_to_tsvector(array['#' || account_id])
$$;

create function search_text_written() returns trigger language plpgsql as $$
declare
  content text;
  entity bigint;
begin
  case tg_argv[0]
    when 'task' then entity := new.task_id; content := new.title || ' ' || new.description;
    when 'folder' then entity := new.folder_id; content := new.title || ' ' || new.description;
    when 'comment' then entity := new.comment_id; content := new.text;
    when 'attachment' then entity := new.attachment_id; content := new.name || ' ' || translate(new.name, '._-', '   ');
  end case;
  insert into search_text (account_id, kind, entity_id, words)
  values (new.account_id, tg_argv[0], entity, search_words(new.account_id, content))
  on conflict (account_id, kind, entity_id) do update set words = excluded.words;
  return null;
end $$;

create function search_text_erased() returns trigger language plpgsql as $$
begin
  delete from search_text where account_id = old.account_id and kind = tg_argv[0]
    and entity_id = (to_jsonb(old) ->> (tg_argv[0] || '_id'))::bigint;
  return null;
end $$;
`

const filled = `
insert into search_text select account_id, 'task', task_id, search_words(account_id, title || ' ' || description) from task;
insert into search_text select account_id, 'folder', folder_id, search_words(account_id, title || ' ' || description) from folder;
insert into search_text select account_id, 'comment', comment_id, search_words(account_id, text) from comment;
insert into search_text select account_id, 'attachment', attachment_id,
  search_words(account_id, name || ' ' || translate(name, '._-', '   ')) from attachment;
create index search_text_words on search_text using gin (words);
`

/** What the text of each kind is made of. */
const columns = {
  task: ['title', 'description'],
  folder: ['title', 'description'],
  comment: ['text'],
  attachment: ['name'],
}

const kept = Object.entries(columns).flatMap(([table, of]) => [
  `create trigger ${table}_search_added after insert on ${table} for each row
    execute function search_text_written('${table}')`,
  `create trigger ${table}_search_changed after update of ${of.join(', ')} on ${table} for each row
    when (${of.map((column) => `old.${column} is distinct from new.${column}`).join(' or ')})
    execute function search_text_written('${table}')`,
  `create trigger ${table}_search_erased after delete on ${table} for each row
    execute function search_text_erased('${table}')`,
])
