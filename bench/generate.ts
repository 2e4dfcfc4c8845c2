import { sql } from 'kysely'
import { deriveFolderAccess } from '#access/folder-access.ts'
import type { Store } from '#database/connect.ts'
import { issuePermanentToken } from '#oauth/tokens.ts'
import { createAccount } from '#resources/account/create-account.ts'
import { joinAccount, nameContact } from '#resources/contacts/person.ts'
import { standardWorkflow } from '#resources/workflows/standard-workflow.ts'

/** Share of all tasks that a caller sees, and the token of that caller. */
export interface Reader {
  share: number
  token: string
}

export interface Generated {
  accountId: number
  readers: Reader[]
  /** Number of a folder and of a task that every reader sees. */
  folder: number
  task: number
}

/** Each project has this many folders below it. */
const foldersEach = 19

/**
 * Fills an account with tasks, seeded: the same every time. One folder for 50 tasks, in projects of 20 folders; callers
 * who see all of them, a tenth, a hundredth and a thousandth, by sharing of projects.
 */
export async function generate(store: Store, tasks: number): Promise<Generated> {
  const { database } = store
  const { accountId, personId } = await createAccount(database, {
    name: `Bench ${tasks}`,
    owner: { email: `bench${tasks}@example.com` },
  })
  const projects = Math.max(1, Math.round(tasks / 1000))
  await sql`select setseed(0.42)`.execute(database)
  const first = await plantFolders(store, accountId, personId, projects)
  await plantTasks(store, accountId, personId, tasks, first, projects)

  const readers: Reader[] = [{ share: 1, token: await token(store, accountId, personId) }]
  for (const share of [0.1, 0.01, 0.001]) {
    const reader = await nameContact(database, { email: `reader${share}-${tasks}@example.com` })
    await joinAccount(database, accountId, reader, 'external')
    await sql`
      insert into folder_share (account_id, folder_id, principal_id, role)
      select ${accountId}, folder_id, ${reader}, 4 from folder
      where account_id = ${accountId} and is_project order by folder_id limit ${Math.max(1, Math.round(projects * share))}`.execute(
      database,
    )
    readers.push({ share, token: await token(store, accountId, reader) })
  }
  const { rows } = await sql<{
    folder_id: number
  }>`select folder_id from folder where account_id = ${accountId} and folder_id >= ${first - 1}`.execute(database)
  await deriveFolderAccess(
    database,
    accountId,
    rows.map((row) => row.folder_id),
  )
  await sql`vacuum analyze`.execute(database)
  const { rows: seen } = await sql<{
    task_id: number
  }>`select task_id from task_placement where account_id = ${accountId} and folder_id = ${first} order by 1 limit 1`.execute(
    database,
  )
  return { accountId, readers, folder: first, task: seen[0]?.task_id as number }
}

/** One space, its projects and their folders; the number of the first project. Projects come first, in one run of numbers. */
async function plantFolders(store: Store, accountId: number, personId: number, projects: number): Promise<number> {
  const { database } = store
  const common = { account_id: accountId, author_id: personId, workflow_id: standardWorkflow(accountId) }
  const { folder_id: space } = await database
    .insertInto('folder')
    .values({ ...common, title: 'Bench', is_space: true })
    .returning('folder_id')
    .executeTakeFirstOrThrow()
  await database
    .insertInto('space')
    .values({ account_id: accountId, folder_id: space, access_type: 'Private' })
    .execute()
  await database
    .insertInto('folder_share')
    .values({ account_id: accountId, folder_id: space, principal_id: personId, role: 4, is_manager: true })
    .execute()
  await sql`insert into folder (account_id, title, author_id, workflow_id, is_project)
    select ${accountId}, 'Project ' || n, ${personId}, ${common.workflow_id}, true from generate_series(1, ${projects}::int) n`.execute(
    database,
  )
  await sql`insert into folder (account_id, title, author_id, workflow_id)
    select ${accountId}, 'Folder ' || n, ${personId}, ${common.workflow_id} from generate_series(1, ${projects * foldersEach}::int) n`.execute(
    database,
  )
  const first = space + 1
  await sql`insert into folder_parent (account_id, folder_id, parent_id)
    select ${accountId}, folder_id, case when folder_id < ${first + projects} then ${space} else ${first} + (folder_id - ${first + projects}) / ${foldersEach} end
    from folder where account_id = ${accountId} and folder_id > ${space}`.execute(database)
  return first
}

/** Tasks with random folders, statuses, dates and moments of change. */
async function plantTasks(
  store: Store,
  accountId: number,
  personId: number,
  tasks: number,
  first: number,
  projects: number,
): Promise<void> {
  const { database } = store
  await sql`insert into task (account_id, title, description, author_id, custom_status_id, status_group, importance, priority, date_type, start_at, due_at, duration_minutes, created_at, updated_at)
    select ${accountId}, 'Task ' || n || ' ' || md5(random()::text), repeat('Words about the work. ', 1 + (random() * 8)::int), ${personId},
      case when random() < 0.6 then 0 else 1 end, 'Active', (array['High', 'Normal', 'Normal', 'Low'])[1 + (random() * 3)::int], 'h' || lpad(n::text, 8, '0'),
      'Planned', timestamp '2026-01-05 09:00' + (random() * 300)::int * interval '1 day', timestamp '2026-11-05 17:00' + (random() * 300)::int * interval '1 day', 480,
      timestamptz '2024-01-01Z' + random() * interval '700 days', timestamptz '2025-12-01Z' + random() * interval '300 days'
    from generate_series(1, ${tasks}::int) n`.execute(database)
  await sql`update task set status_group = 'Completed', completed_at = updated_at where account_id = ${accountId} and custom_status_id = 1`.execute(
    database,
  )
  const folders = projects * (foldersEach + 1)
  await sql`insert into task_placement (account_id, task_id, folder_id, direct)
    select ${accountId}, task_id, ${first} + floor(random() * ${folders})::int, true from task where account_id = ${accountId}`.execute(
    database,
  )
}

const token = (store: Store, accountId: number, personId: number) =>
  issuePermanentToken(store.database, { personId, accountId, clientId: null, scopes: ['wsReadWrite'], name: 'bench' })
