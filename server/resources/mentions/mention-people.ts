import type { Caller } from '#access/caller.ts'
import { type Permit, type Place, permit } from '#access/permit.ts'
import { role } from '#access/roles.ts'
import { Refused } from '#contract/errors.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows, WritePermit } from '#events/rows.ts'
import { newMentions } from '#richtext/mentions.ts'
import { folderById } from '../folders/access.ts'
import { folderEvent } from '../folders/events.ts'
import { deriveAccess as deriveFolders } from '../folders/queries.ts'
import { linksChanged } from '../tasks/events.ts'
import { deriveAccess as deriveTasks, lockNesting, touchTasks } from '../tasks/queries.ts'
import { mentionedPeople } from './mentioned.ts'

/** Clean HTML of a text, and what it was before it was edited. */
interface Text {
  html: string
  before?: string | undefined
}

/**
 * Takes, before any row of a change is locked, what it needs in order to share a task by a mention. (A folder needs the lock
 * 'access' of the change itself.)
 */
export async function lockForMentions(rows: Rows, caller: Caller, html: string | undefined): Promise<void> {
  if (mentions(html)) await lockNesting(rows, caller, 'alone')
}

/** Whether a text mentions anybody. */
export const mentions = (html: string | undefined): boolean => html !== undefined && newMentions(html).length > 0

/**
 * Lets people whom a text newly mentions follow its task. Those who don't reach it yet get it shared, if its author may share
 * it; otherwise the mention stays words.
 *
 * @returns the events of sharing and following. Call it once the task and who reaches it are written.
 */
export async function mentionOnTask(
  rows: Rows,
  inside: Caller,
  may: WritePermit<'task_follower'>,
  taskId: number,
  text: Text,
): Promise<EventRecord[]> {
  const place = { task: taskId }
  const { reaching, outside } = await mentionedPeople(inside, place, newMentions(text.html, text.before))
  const share = outside.length > 0 ? await mayShare(inside, place) : undefined
  const given = share ? outside : []
  if (share) {
    await rows.insertAll(
      'task_share',
      share,
      given.map((principal_id) => ({ task_id: taskId, principal_id })),
    )
    await deriveTasks(rows, inside, [taskId])
    await touchTasks(rows, inside, [taskId])
  }
  const following = await rows.insertAll(
    'task_follower',
    may,
    [...reaching, ...given].map((person_id) => ({ task_id: taskId, person_id })),
  )
  return [
    ...linksChanged('Shareds', taskId, given, []),
    ...linksChanged(
      'Followers',
      taskId,
      following.map((row) => row.person_id),
      [],
    ),
  ]
}

/**
 * Shares a folder or project with people whom a text newly mentions, as sharing it without a role does; if its author may.
 * Members of a space are named as such, never by a mention.
 */
export async function mentionOnFolder(
  rows: Rows,
  inside: Caller,
  folderId: number,
  text: Text,
): Promise<EventRecord[]> {
  const place = { folder: folderId }
  const { outside } = await mentionedPeople(inside, place, newMentions(text.html, text.before))
  if (outside.length === 0) return []
  const share = await mayShare(inside, place)
  const folder = await folderById(inside, folderId)
  if (!share || folder.is_space) return []
  await rows.insertAll(
    'folder_share',
    share,
    outside.map((principal_id) => ({ folder_id: folderId, principal_id, role: role.full })),
  )
  await deriveFolders(rows, inside, [folderId])
  const after = { added: outside, removed: [], roles: [] }
  return [folderEvent(folder.is_project ? 'ProjectSharingChanged' : 'FolderSharingChanged', folderId, { after })]
}

async function mayShare(caller: Caller, place: Place): Promise<Permit<'share'> | undefined> {
  try {
    return await permit(caller, 'share', place)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}
