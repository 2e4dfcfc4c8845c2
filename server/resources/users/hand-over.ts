import type { Caller } from '#access/caller.ts'
import { invalidValue, notAllowed } from '#contract/errors.ts'
import type { EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import type { PersonRow } from '../contacts/presenter.ts'
import { folderEvent } from '../folders/events.ts'
import { foldersOfTasks } from '../spaces/locked-queries.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import { linksChanged } from '../tasks/events.ts'
import { usersByIds } from './access.ts'
import { copyShares, copyTaskShares, type Heir, moveForms, moveOwners, moveResponsibles } from './hand-over-queries.ts'
import { deriveAccess } from './user-work-queries.ts'

/**
 * Who takes the place of a user; undefined if nobody does.
 *
 * @throws {Refused} as {@link usersByIds}; `invalid_parameter` for the user itself, `not_allowed` for one who is not active.
 */
export async function heirOf(
  caller: Caller,
  user: PersonRow,
  handOverTo: number | undefined,
): Promise<number | undefined> {
  if (handOverTo === undefined) return undefined
  const [heir] = (await usersByIds(caller, [handOverTo])) as [PersonRow]
  if (heir.person_id === user.person_id) throw invalidValue('handOverTo', 'another user')
  if (heir.state !== 'active') throw notAllowed('Only an active user takes the place of another')
  return heir.person_id
}

/**
 * Gives another what a user has: what is shared with the user, unfinished tasks, projects, request forms. The personal space
 * stays the user's. For a change that takes the account's access structure alone.
 *
 * @throws {Refused} `not_allowed` for work in a locked space that the heir is no member of.
 */
export async function handOver(rows: Rows, inside: Caller, heir: Heir): Promise<EventRecord[]> {
  const { accountId } = inside
  const given = [heir.to]
  const folders = await copyShares(rows, accountId, heir)
  const within = folders.map(({ folder_id }) => folder_id)
  await stayInLockedSpaces(inside, { within, given })
  const shared = await copyTaskShares(rows, accountId, heir)
  const assigned = await moveResponsibles(rows, accountId, heir)
  const tasks = [...new Set([...shared, ...assigned.map(({ task_id }) => task_id)])]
  await stayInLockedSpaces(inside, { within: await foldersOfTasks(inside, tasks), given })
  const projects = await moveOwners(rows, accountId, heir)
  await moveForms(rows, accountId, heir)
  await deriveAccess(rows, accountId, within, tasks)
  return [
    ...folders.map(({ folder_id, is_project }) =>
      folderEvent(is_project ? 'ProjectSharingChanged' : 'FolderSharingChanged', folder_id, {
        after: { added: given },
      }),
    ),
    ...shared.flatMap((id) => linksChanged('Shareds', id, given, [])),
    ...assigned.flatMap(({ task_id, added }) => linksChanged('Responsibles', task_id, added ? given : [], [heir.from])),
    ...projects.map(({ folder_id, added }) =>
      folderEvent('ProjectOwnersChanged', folder_id, { after: { added: added ? given : [], removed: [heir.from] } }),
    ),
  ]
}
