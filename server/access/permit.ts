import { sql } from 'kysely'
import { forbidden, inRecycleBin, logicalFolder, notAllowed, notFound } from '#contract/errors.ts'
import { idAsSent } from '#ids/foreign.ts'
import { isLogicalFolder } from '#ids/types.ts'
import { type AccountAction, type Action, accountActions, actions, licensed } from './actions.ts'
import type { Caller } from './caller.ts'
import { connectionOf } from './connection.ts'
import { type Role, role } from './roles.ts'

declare const granted: unique symbol

/** Proof that a caller may do an action to a task, a folder or the account. Only `permit` makes one; every write needs one. */
export interface Permit<A extends Action | AccountAction = Action | AccountAction> {
  readonly [granted]: A
  readonly accountId: number
  readonly on: 'task' | 'folder' | 'account'
  readonly id: number
  readonly role: Role
  readonly deleted: boolean
}

export type Place = { task: number } | { folder: number }

/**
 * Permits an action on a task or a folder.
 *
 * @throws {Refused} in the order of the contract: `resource_not_found` if it doesn't exist in the account,
 * `access_forbidden` if it is hidden from the caller, `not_allowed` if the caller's licence lacks the action,
 * `access_forbidden` if its role does, `not_allowed` for a logical folder and for what lies in the recycle bin.
 */
export async function permit<A extends Action>(caller: Caller, action: A, place: Place): Promise<Permit<A>> {
  const [permitted] = await permitAll(caller, action, [place])
  return permitted as Permit<A>
}

/** The same for several places: all or none, judged in the order given, one query for tasks and one for folders. */
export async function permitAll<A extends Action>(
  caller: Caller,
  action: A,
  places: readonly Place[],
): Promise<Permit<A>[]> {
  if (places.length === 0) return []
  const tasks = await standing(
    caller,
    'task',
    places.flatMap((place) => ('task' in place ? [place.task] : [])),
  )
  const folders = await standing(
    caller,
    'folder',
    places.flatMap((place) => ('folder' in place ? [place.folder] : [])),
  )
  const known = places.map((place) => {
    const on = 'task' in place ? 'task' : 'folder'
    const id = 'task' in place ? place.task : place.folder
    if (on === 'folder' && isLogicalFolder(id)) return { on, id, logical: true } as const
    return { on, id, logical: false, found: (on === 'task' ? tasks : folders).get(id) } as const
  })
  const name = (entry: (typeof known)[number]) =>
    idAsSent(caller.accountId, entry.on === 'task' ? 'Task' : 'Folder', entry.id)
  for (const entry of known) if (!entry.logical && !entry.found) throw notFound(title(entry.on), name(entry))
  for (const entry of known) {
    if (!entry.logical && entry.found?.role == null)
      throw forbidden(`${title(entry.on)} '${name(entry)}' is not shared with you`)
  }
  if (!licensed[action].includes(caller.role))
    throw notAllowed(`A user of type '${caller.role}' cannot do this: ${action}`)
  for (const entry of known) {
    if (!entry.logical && (entry.found?.role ?? 0) < actions[action]) {
      throw forbidden(`Your role in ${title(entry.on).toLowerCase()} '${name(entry)}' does not permit this: ${action}`)
    }
  }
  return known.map((entry) => {
    if (entry.logical) throw logicalFolder()
    const found = entry.found as Standing
    if (
      found.deleted &&
      action !== 'read' &&
      action !== 'restore' &&
      action !== 'deleteTask' &&
      action !== 'deleteFolder'
    ) {
      throw inRecycleBin(title(entry.on), name(entry))
    }
    return {
      accountId: caller.accountId,
      on: entry.on,
      id: entry.id,
      role: found.role,
      deleted: found.deleted,
    } as unknown as Permit<A>
  })
}

/**
 * Permits an action on the account as such.
 *
 * @throws {Refused} `not_allowed` if the caller's type of user may not.
 */
export function permitAccount<A extends AccountAction>(caller: Caller, action: A): Permit<A> {
  const allowed: readonly string[] = accountActions[action]
  if (!allowed.includes(caller.role)) throw notAllowed(`A user of type '${caller.role}' cannot do this: ${action}`)
  return {
    accountId: caller.accountId,
    on: 'account',
    id: caller.accountId,
    role: role.full,
    deleted: false,
  } as unknown as Permit<A>
}

export interface Standing {
  role: Role
  deleted: boolean
}

/**
 * What exists in the account among `ids`, and the caller's best role on it (null when hidden).
 * A task has the highest role of its visible folders; where it has none and is shared by itself, that gives Full.
 */
export async function standing(
  caller: Caller,
  on: 'task' | 'folder',
  ids: readonly number[],
): Promise<Map<number, Standing>> {
  if (ids.length === 0) return new Map()
  const { accountId, principals } = caller
  const query =
    on === 'task'
      ? sql<{ id: number; deleted: boolean; role: Role }>`
        select t.task_id as id, t.deleted_at is not null as deleted, coalesce(
          (select max(a.role) from task_placement p
            join folder_access a on a.account_id = p.account_id and a.folder_id = p.folder_id
            where p.account_id = t.account_id and p.task_id = t.task_id and p.deleted_with is null
              and a.principal_id = any(${principals}::bigint[])),
          (select ${role.full}::smallint from task_access s
            where s.account_id = t.account_id and s.task_id = t.task_id and s.principal_id = any(${principals}::bigint[]) limit 1)) as role
        from task t where t.account_id = ${accountId} and t.task_id = any(${ids}::bigint[])`
      : sql<{ id: number; deleted: boolean; role: Role }>`
        select f.folder_id as id, f.deleted_at is not null as deleted,
          (select max(a.role) from folder_access a
            where a.account_id = f.account_id and a.folder_id = f.folder_id and a.principal_id = any(${principals}::bigint[])) as role
        from folder f where f.account_id = ${accountId} and f.folder_id = any(${ids}::bigint[])`
  const { rows } = await query.execute(connectionOf(caller))
  return new Map(rows.map((row) => [row.id, row]))
}

const title = (on: 'task' | 'folder') => (on === 'task' ? 'Task' : 'Folder')
