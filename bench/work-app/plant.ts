import { deriveFolderAccess } from '#access/folder-access.ts'
import { hashPassword } from '#console/passwords.ts'
import type { Store } from '#database/connect.ts'
import { sql } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { settingsFor } from '#resources/custom-fields/settings.ts'
import { standardWorkflow } from '#resources/workflows/standard-workflow.ts'

/** Who signs in, and what they open. */
export interface Planted {
  email: string
  password: string
  /** Ids of the API: a folder that holds all tasks, and the first of them. */
  folderId: string
  taskId: string
}

const people = ['Ben Birch', 'Cleo Cedar', 'Dan Dogwood', 'Eve Elm', 'Finn Fir', 'Gina Gale', 'Hal Hazel', 'Ida Ivy']

/**
 * A folder with tasks as a team has them: in five statuses, most of them assigned and dated around today, with two custom fields,
 * descriptions, a tenth of them subtasks and a fifth waiting for another one. The same every time, but for the days.
 */
export async function plant({ database }: Store, tasks: number): Promise<Planted> {
  const [email, password] = ['anna@example.com', 'a pond full of frogs']
  const owner = { email, firstName: 'Anna', lastName: 'Ash', emailConfirmed: true }
  const { accountId, personId } = await createAccount(database, {
    name: 'Bench',
    owner: { ...owner, passwordHash: await hashPassword(password) },
  })
  const persons = [personId]
  for (const name of people) {
    const [firstName = '', lastName = ''] = name.split(' ')
    const person = await nameContact(database, { email: `${firstName}@example.com`, firstName, lastName })
    await joinAccount(database, accountId, person, 'regular')
    persons.push(person)
  }
  const common = { account_id: accountId, author_id: personId, workflow_id: standardWorkflow(accountId) }
  const folderNamed = async (title: string, isSpace: boolean) => {
    const row = { ...common, title, is_space: isSpace }
    const inserted = database.insertInto('folder').values(row).returning('folder_id')
    return (await inserted.executeTakeFirstOrThrow()).folder_id
  }
  const space = await folderNamed('Garden', true)
  const folder = await folderNamed('Pond', false)
  await database
    .insertInto('space')
    .values({ account_id: accountId, folder_id: space, access_type: 'Private' })
    .execute()
  await database
    .insertInto('folder_share')
    .values({ account_id: accountId, folder_id: space, principal_id: personId, role: 4, is_manager: true })
    .execute()
  await sql`insert into folder_parent (account_id, folder_id, parent_id) values (${accountId}, ${folder}, ${space})`.execute(
    database,
  )
  await deriveFolderAccess(database, accountId, [space, folder])
  const [points, soil] = await fields({ database }, accountId)
  await sql`select setseed(0.42)`.execute(database)
  await sql`
    with planned as (
      select n, (array[0, 0, 10, 1, 2, 3])[1 + floor(random() * 6)::int] status,
        date_trunc('day', now() at time zone 'utc') + (random() * 120 - 60)::int * interval '1 day' began, random() has_dates, random() important
      from generate_series(1, ${tasks}::int) n)
    insert into task (account_id, title, description, author_id, custom_status_id, status_group, importance, priority, date_type,
      start_at, due_at, duration_minutes, custom_fields, created_at, updated_at, completed_at, only_subtask)
    select ${accountId}, 'Task ' || n || ': ' || (array['dig', 'line', 'fill', 'plant', 'water', 'weed', 'mow'])[1 + n % 7] || ' the ' ||
        (array['pond', 'bed', 'lawn', 'hedge', 'path'])[1 + n % 5], repeat('Words about the work. ', n % 9), ${personId}, status,
      case status when 1 then 'Completed' when 2 then 'Deferred' when 3 then 'Cancelled' else 'Active' end,
      case when important < 0.15 then 'High' when important > 0.9 then 'Low' else 'Normal' end, 'h' || lpad(n::text, 8, '0'),
      case when has_dates > 0.1 then 'Planned' else 'Backlog' end,
      case when has_dates > 0.1 then began + interval '9 hours' end,
      case when has_dates > 0.1 then began + (n % 5) * interval '1 day' + interval '17 hours' end,
      case when has_dates > 0.1 then 480 * (1 + n % 5) end,
      jsonb_build_object(${points}::text, (n % 13)::text, ${soil}::text, (array['Clay', 'Sand', 'Loam'])[1 + n % 3]),
      now() - n * interval '1 minute', now() - n * interval '1 minute', case when status = 1 then now() end, false
    from planned order by n`.execute(database)
  const first = sql`(select min(task_id) from task where account_id = ${accountId})`
  await sql`insert into task_placement (account_id, task_id, folder_id, direct)
    select ${accountId}, task_id, ${folder}, true from task where account_id = ${accountId}`.execute(database)
  await sql`insert into task_responsible (account_id, task_id, person_id)
    select ${accountId}, task_id, (${persons}::bigint[])[1 + (task_id * 7 + each) % ${persons.length}] from task, generate_series(0, 1) each
    where account_id = ${accountId} and task_id % 5 > each * 3`.execute(database)
  await sql`insert into super_task (account_id, task_id, super_task_id)
    select ${accountId}, task_id, task_id - 1 from task where account_id = ${accountId} and (task_id - ${first}) % 10 = 9`.execute(
    database,
  )
  await sql`insert into dependency (account_id, predecessor_id, successor_id, relation_type)
    select ${accountId}, task_id - 3, task_id, 'FinishToStart' from task where account_id = ${accountId} and (task_id - ${first}) % 5 = 4`.execute(
    database,
  )
  await sql`vacuum analyze`.execute(database)
  const { rows } = await sql<{ task: number }>`select ${first}::int task`.execute(database)
  const taskId = encodeId('Task', accountId, rows[0]?.task as number)
  return { email, password, folderId: encodeId('Folder', accountId, folder), taskId }
}

async function fields({ database }: Pick<Store, 'database'>, accountId: number): Promise<[number, number]> {
  const both = [
    { account_id: accountId, title: 'Points', type: 'Numeric', settings: settingsFor('Numeric', undefined) },
    {
      account_id: accountId,
      title: 'Soil',
      type: 'DropDown',
      settings: settingsFor('DropDown', { values: ['Clay', 'Sand', 'Loam'] }),
    },
  ]
  const made = await database
    .insertInto('custom_field')
    .values(both as never)
    .returning('custom_field_id')
    .execute()
  return made.map(({ custom_field_id }) => custom_field_id) as [number, number]
}
