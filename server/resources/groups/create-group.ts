import { permitAccount } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import { colorOf, initials } from '#http/avatars.ts'
import { applyMetadata } from '../account/metadata.ts'
import { groupById, requireUsers } from './access.ts'
import type * as contract from './contract.ts'
import { presentGroup } from './presenter.ts'
import { announceGroups } from './queries.ts'

/** Creates a group, perhaps inside another. */
export const createGroup: Handler<typeof contract.createGroup> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageGroups')
  const members = input.members ?? []
  await requireUsers(caller, members)
  const parent = input.parent === undefined ? undefined : await groupById(caller, input.parent)

  return change(caller, async (rows, inside) => {
    const { group_id } = await rows.insert('user_group', may, {
      title: input.title,
      avatar_letters: input.avatar?.letters ?? initials(input.title, 2).toUpperCase(),
      avatar_color: input.avatar?.color ?? `#${colorOf(input.title.length)}`,
      metadata: applyMetadata(caller, {}, input.metadata),
    })
    await rows.insertAll(
      'group_member',
      may,
      members.map((person_id) => ({ group_id, person_id })),
    )
    if (parent) await rows.insert('group_parent', may, { group_id, parent_group_id: parent.group_id })
    await announceGroups(rows, caller.accountId)
    const answer = presentGroup(caller, await groupById(inside, group_id), new Set(['metadata']))
    return changed(
      { data: [answer] },
      { type: 'GroupCreated', entityType: 'group', entityId: group_id, after: { title: input.title } },
    )
  })
}
