import type { Caller } from '#access/caller.ts'
import type { Permit } from '#access/permit.ts'
import { permitAccount } from '#access/permit.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changed } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { applyMetadata } from '../account/metadata.ts'
import { groupById, requireApart, requireInvited, requireOwnMembers, requireUsers } from './access.ts'
import type * as contract from './contract.ts'
import { presentGroup } from './presenter.ts'
import { announceGroups, liesBelowGroup } from './queries.ts'

/**
 * Changes a group: what is sent, nothing else. Those who are invited are members at once, and reach what it reaches when
 * they accept.
 *
 * @throws {Refused} `invalid_parameter` for a parent that lies inside the group, `not_allowed` for members of the default group.
 */
export const modifyGroup: Handler<typeof contract.modifyGroup> = async ({ caller, input }) => {
  const may = permitAccount(caller, 'manageGroups')
  const before = await groupById(caller, input.groupId)
  const invitees = {
    added: await requireInvited(caller, input.addInvitations),
    removed: await requireInvited(caller, input.removeInvitations),
  }
  const added = [...(input.addMembers ?? []), ...invitees.added]
  const removed = [...(input.removeMembers ?? []), ...invitees.removed]
  await requireUsers(caller, [...(input.addMembers ?? []), ...(input.removeMembers ?? [])])
  requireOwnMembers(before, [...added, ...removed])
  requireApart(added, removed)
  const parent = input.parent === undefined ? undefined : await groupById(caller, input.parent)

  const work = async (rows: Rows, inside: Caller) => {
    const { group_id } = before
    if (parent) {
      if (await liesBelowGroup(rows, caller.accountId, group_id, parent.group_id))
        throw invalidParameter("Parameter 'parent' value is invalid: a group cannot lie inside itself")
      await rows.delete('group_parent', may, { group_id })
      await rows.insert('group_parent', may, { group_id, parent_group_id: parent.group_id })
    }
    await rows.update(
      'user_group',
      may,
      { group_id },
      {
        title: input.title ?? before.title,
        avatar_letters: input.avatar?.letters ?? before.avatar_letters,
        avatar_color: input.avatar?.color ?? before.avatar_color,
        metadata: applyMetadata(caller, before.metadata, input.metadata),
      },
    )
    await changeMembers(rows, may, group_id, added, removed)
    await announceGroups(rows, caller.accountId)
    const answer = presentGroup(caller, await groupById(inside, group_id), new Set(['metadata']))
    return changed(
      { data: [answer] },
      {
        type: 'GroupChanged',
        entityType: 'group',
        entityId: group_id,
        before: { title: before.title, parents: before.parents },
        after: {
          title: answer.title,
          parents: parent ? [parent.group_id] : before.parents,
          added,
          removed,
          invitees: [...invitees.added, ...invitees.removed],
        },
      },
    )
  }
  // One at a time: two groups must not become parents of one another.
  return change(caller, work, { locks: 'access' })
}

/** Adds and removes members; who is there already, or isn't, is no matter. */
export async function changeMembers(
  rows: Rows,
  may: Permit<'manageGroups'>,
  groupId: number,
  added: readonly number[],
  removed: readonly number[],
): Promise<void> {
  await rows.insertAll(
    'group_member',
    may,
    added.map((person_id) => ({ group_id: groupId, person_id })),
  )
  if (removed.length > 0) await rows.delete('group_member', may, { group_id: groupId, person_id: removed })
}
