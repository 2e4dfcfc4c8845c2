import { type Action, actions, licensed } from './actions.ts'
import type { Caller } from './caller.ts'
import { type Place, standing } from './permit.ts'
import type { Role } from './roles.ts'

/** What can be done to a task at all. */
export const taskActions = [
  'read',
  'duplicate',
  'comment',
  'attach',
  'trackTime',
  'approve',
  'requestApproval',
  'changeStatus',
  'createTask',
  'editTask',
  'follow',
  'share',
  'move',
  'restore',
  'deleteTask',
] as const satisfies readonly Action[]

/** What can be done to a folder or project at all, and to a space. */
export const folderActions = [
  'read',
  'duplicate',
  'comment',
  'attach',
  'approve',
  'requestApproval',
  'createTask',
  'createFolder',
  'editFolder',
  'addTo',
  'lockTime',
  'share',
  'move',
  'restore',
  'deleteFolder',
] as const satisfies readonly Action[]
export const spaceActions = ['join', 'submitForm', 'manageForms'] as const satisfies readonly Action[]

/** What a caller may do to a place. */
export interface Permissions {
  id: number
  role: Role
  deleted: boolean
  actions: Action[]
}

/** In the recycle bin these are left. */
const inBin: readonly Action[] = ['read', 'restore', 'deleteTask', 'deleteFolder']

/** What the caller may do to each of the places, as `permit` would say; what it does not see is left out. */
export async function permissionsOn(caller: Caller, places: readonly Place[]): Promise<Permissions[]> {
  const tasks = places.flatMap((place) => ('task' in place ? [place.task] : []))
  const folders = places.flatMap((place) => ('folder' in place ? [place.folder] : []))
  const [ofTasks, ofFolders] = [await standing(caller, 'task', tasks), await standing(caller, 'folder', folders)]
  return places.flatMap((place) => {
    const [id, found, possible] =
      'task' in place
        ? [place.task, ofTasks.get(place.task), taskActions]
        : [place.folder, ofFolders.get(place.folder), [...folderActions, ...spaceActions]]
    if (found?.role == null) return []
    const may = (action: Action) =>
      licensed[action].includes(caller.role) &&
      found.role >= actions[action] &&
      (found.deleted ? inBin.includes(action) : action !== 'restore')
    return [{ id, role: found.role, deleted: found.deleted, actions: possible.filter(may) }]
  })
}
