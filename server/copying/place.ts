import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { deriveFolderAccess, lockAccess } from '#access/folder-access.ts'
import { type Permit, permit, permitAccount } from '#access/permit.ts'
import { role } from '#access/roles.ts'
import { deriveTaskAccess } from '#access/task-access.ts'
import { logicalFolder } from '#contract/errors.ts'
import { sql } from '#database/sql.ts'
import type { Rows } from '#events/rows.ts'
import { RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import { spaceOfBlueprint } from '#resources/blueprints/access.ts'
import { foldersOfTasks } from '#resources/spaces/locked-queries.ts'
import { stayInLockedSpaces } from '#resources/spaces/locked-spaces.ts'
import type { CopyInput, CopyState } from './input.ts'

/** What putting a copy in its place needs. */
export type PlacePermit = Permit<'createFolder' | 'createTask' | 'createAtRoot'>

/**
 * Permits making a copy: the original may be duplicated, and the new place takes it. Asked when the copy is ordered, and
 * again when it is put in its place.
 *
 * @throws {Refused} as `permit` does; `not_allowed` for the recycle bin, for what would leave a locked space, and for people
 * who are no members of the one it would be in.
 */
export async function permitCopy(
  caller: Caller,
  {
    source,
    fromBlueprint,
    target,
    addResponsibles = [],
  }: Pick<CopyInput, 'source' | 'fromBlueprint' | 'target'> & Partial<Pick<CopyInput, 'addResponsibles'>>,
): Promise<PlacePermit> {
  const within = await permitSource(caller, source, fromBlueprint)
  if ('folder' in target && target.folder === RECYCLE_BIN) throw logicalFolder()
  const may = await permitTarget(caller, source, target)
  const there = await foldersOf(caller, target)
  await stayInLockedSpaces(caller, { within, added: there })
  await stayInLockedSpaces(caller, { within: there, given: addResponsibles })
  return may
}

/** Permits duplicating the original; the folders it lies in. */
async function permitSource(caller: Caller, source: CopyInput['source'], fromBlueprint: boolean): Promise<number[]> {
  if (fromBlueprint)
    return [
      'folder' in source
        ? await spaceOfBlueprint(caller, 'folder', source.folder)
        : await spaceOfBlueprint(caller, 'task', source.task),
    ]
  await permit(caller, 'duplicate', source)
  return foldersOf(caller, source)
}

function permitTarget(
  caller: Caller,
  source: CopyInput['source'],
  target: CopyInput['target'],
): Promise<PlacePermit> | PlacePermit {
  if ('blueprintsOf' in target) return permit(caller, 'createFolder', { folder: target.blueprintsOf })
  if ('task' in target) return permit(caller, 'createTask', { task: target.task })
  if (target.folder === ROOT_FOLDER) return permitAccount(caller, 'createAtRoot')
  return 'folder' in source
    ? permit(caller, 'createFolder', { folder: target.folder })
    : permit(caller, 'createTask', { folder: target.folder })
}

/** The folders that a place is, or that it lies in. */
export async function foldersOf(caller: Caller, place: CopyInput['source'] | CopyInput['target']): Promise<number[]> {
  if ('task' in place) return foldersOfTasks(caller, [place.task])
  return ['blueprintsOf' in place ? place.blueprintsOf : place.folder]
}

/** Puts the finished tasks of a copy in their place: those who reach their folders will reach them. */
export async function placeTasks(rows: Rows, caller: Caller, input: CopyInput, state: CopyState): Promise<void> {
  const { target } = input
  if (input.parents) await keepParentsOfTasks(rows, caller, state)
  if ('task' in input.source && 'folder' in target && target.folder !== ROOT_FOLDER)
    await sql`insert into task_placement (account_id, task_id, folder_id, direct)
      values (${caller.accountId}, ${state.rootId}, ${target.folder}, true)`.execute(connectionOf(rows))
  if ('task' in target)
    await sql`insert into super_task (account_id, task_id, super_task_id)
      values (${caller.accountId}, ${state.rootId}, ${target.task})`.execute(connectionOf(rows))
  await deriveTaskAccess(connectionOf(rows), caller.accountId, await madeTasks(rows, caller, state))
}

/**
 * Puts the folder of a copy under its parent, or shares it with the caller alone under the root: the last step, since it
 * takes the lock that all wait for who create things in the account.
 */
export async function placeFolder(rows: Rows, caller: Caller, input: CopyInput, state: CopyState): Promise<void> {
  const { accountId } = caller
  if ('task' in input.source || !('folder' in input.target)) return
  const parent = input.target.folder
  const database = connectionOf(rows)
  await lockAccess(database, accountId, 'alone')
  if (parent === ROOT_FOLDER)
    await sql`insert into folder_share (account_id, folder_id, principal_id, role)
      values (${accountId}, ${state.rootId}, ${caller.personId}, ${role.full})`.execute(database)
  else
    await sql`insert into folder_parent (account_id, folder_id, parent_id)
      values (${accountId}, ${state.rootId}, ${parent})`.execute(database)
  if (input.parents) await keepParentsOfFolders(rows, caller, state)
  await deriveFolderAccess(database, accountId, [state.rootId])
}

/** Folders outside of the original that the caller may put things into. */
const outside = (caller: Caller, column: string) => sql`
  exists (select from folder f where f.account_id = ${caller.accountId} and f.folder_id = ${sql.ref(column)} and f.deleted_at is null)
  and exists (select from folder_access a where a.account_id = ${caller.accountId} and a.folder_id = ${sql.ref(column)}
    and a.principal_id = any(${caller.principals}::bigint[]) and a.role >= ${role.editor})
  and not exists (select from copied_folder o where o.account_id = c.account_id and o.copy_id = c.copy_id and o.source_id = ${sql.ref(column)})`

async function keepParentsOfTasks(rows: Rows, caller: Caller, state: CopyState): Promise<void> {
  await sql`
    insert into task_placement (account_id, task_id, folder_id, direct)
    select c.account_id, c.target_id, p.folder_id, true
    from copied_task c
    join task_placement p on p.account_id = c.account_id and p.task_id = c.source_id and p.direct and p.deleted_with is null
    where c.account_id = ${caller.accountId} and c.copy_id = ${state.copyId} and ${outside(caller, 'p.folder_id')}`.execute(
    connectionOf(rows),
  )
}

/** The copy itself hangs where it was asked for, and only there. */
async function keepParentsOfFolders(rows: Rows, caller: Caller, state: CopyState): Promise<void> {
  await sql`
    insert into folder_parent (account_id, folder_id, parent_id)
    select c.account_id, c.target_id, p.parent_id
    from copied_folder c
    join folder_parent p on p.account_id = c.account_id and p.folder_id = c.source_id and p.deleted_with is null
    where c.account_id = ${caller.accountId} and c.copy_id = ${state.copyId} and c.target_id <> ${state.rootId}
      and ${outside(caller, 'p.parent_id')}`.execute(connectionOf(rows))
}

async function madeTasks(rows: Rows, caller: Caller, state: CopyState): Promise<number[]> {
  const { rows: found } = await sql<{ target_id: number }>`
    select target_id from copied_task where account_id = ${caller.accountId} and copy_id = ${state.copyId}`.execute(
    connectionOf(rows),
  )
  return found.map((row) => row.target_id)
}

/** Makes a blueprint of a finished copy. */
export async function registerBlueprint(rows: Rows, caller: Caller, spaceId: number, state: CopyState): Promise<void> {
  for (const [kind, key] of [
    ['folder', 'folder_id'],
    ['task', 'task_id'],
  ] as const)
    await sql`
      insert into ${sql.table(`${kind}_blueprint`)} (account_id, ${sql.ref(key)}, space_id, root_id)
      select account_id, target_id, ${spaceId}, ${state.rootId} from ${sql.table(`copied_${kind}`)}
      where account_id = ${caller.accountId} and copy_id = ${state.copyId}`.execute(connectionOf(rows))
}
