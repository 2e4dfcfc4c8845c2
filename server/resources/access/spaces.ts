import type { Action } from '#access/actions.ts'
import type { Caller } from '#access/caller.ts'
import { type Permissions, spaceActions } from '#access/permissions.ts'
import { type SpaceRow, spaceRows } from '../spaces/access.ts'

/** What spaces let their managers do, whatever role somebody has there. */
const managers: readonly Action[] = ['share', 'deleteFolder']

/** What spaces change about the permissions on their folders: some need a manager; some, folders don't have at all. */
export async function asSpaces(caller: Caller, told: readonly Permissions[]): Promise<Permissions[]> {
  const ids = told.map(({ id }) => id)
  const rows =
    ids.length === 0 ? [] : ((await spaceRows(caller).where('folder.folder_id', 'in', ids).execute()) as SpaceRow[])
  const spaces = new Map(rows.map((row) => [row.folder_id, row]))
  return told.map((one) => {
    const space = spaces.get(one.id)
    return {
      ...one,
      actions: one.actions.filter((action) => (space ? inSpace(caller, space, action) : !isOfSpaces(action))),
    }
  })
}

const isOfSpaces = (action: Action): boolean => (spaceActions as readonly Action[]).includes(action)

function inSpace(caller: Caller, space: SpaceRow, action: Action): boolean {
  const mine = space.members.filter(({ id }) => caller.principals.includes(id))
  if (action === 'join') return space.access_type === 'Public' && isInsider(caller) && mine.length === 0
  // A space lies in no folder.
  if (action === 'move') return false
  if (!managers.includes(action)) return true
  if (action === 'share' && space.access_type === 'Locked' && !isAdmin(caller)) return false
  return space.access_type !== 'Personal' && mine.some(({ manager }) => manager)
}

const isAdmin = ({ role }: Caller): boolean => role === 'owner' || role === 'admin'
const isInsider = (caller: Caller): boolean => isAdmin(caller) || caller.role === 'regular'
