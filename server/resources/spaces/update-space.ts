import type { Caller } from '#access/caller.ts'
import { invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changed } from '#events/change.ts'
import { idAsSent } from '#ids/foreign.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { resolveContacts } from '../contacts/resolve.ts'
import { folderEvent } from '../folders/events.ts'
import { deriveAccess } from '../folders/queries.ts'
import { knownRole } from '../folders/sharing.ts'
import { permitManaging, type SpaceRow, spaceById, standingIn } from './access.ts'
import type * as contract from './contract.ts'
import { isJoining, isLeaving, joinSpace, leaveSpace } from './join.ts'
import { guestRoleUnnamed, type Member, readMembers } from './members.ts'
import { presentSpace } from './presenter.ts'
import { requireWorkflows, setGuestRole } from './queries.ts'

/**
 * Changes a space: what is sent, nothing else.
 *
 * Without managing it one joins a public space, and leaves any that is not locked.
 *
 * @throws {Refused} `access_forbidden` unless the caller manages the space, `not_allowed` for a personal one,
 * `invalid_parameter` if nobody would manage it any longer.
 */
export const updateSpace: Handler<typeof contract.updateSpace> = async ({ caller, input, fields }) => {
  const standing = await standingIn(caller, input.spaceId)
  if (!standing.manages) {
    const alone = await withoutManager(caller, standing.space, input)
    if (alone) return { data: [presentSpace(caller, alone, { fields, withInvitations: input.withInvitations })] }
  }
  const { may, space } = await permitManaging(caller, input.spaceId)
  if (space.access_type === 'Personal') throw notAllowed('A personal space belongs to its user and cannot be changed')
  if (space.access_type === 'Locked' && caller.role !== 'owner' && caller.role !== 'admin')
    throw notAllowed('Only account admins may change locked spaces')
  const accessType = input.accessType ?? space.access_type
  if (input.guestRoleId !== undefined && accessType !== 'Public')
    throw invalidParameter("Parameter 'guestRoleId' value is invalid: only public spaces have guests")
  if (input.workScheduleId !== undefined)
    throw notFound('Work schedule', idAsSent(caller.accountId, 'WorkSchedule', input.workScheduleId))
  const added = await readMembers(caller, 'membersAdd', input.membersAdd)
  const updated = await readMembers(caller, 'membersUpdate', input.membersUpdate)
  const removed = await resolveContacts(caller, input.membersRemove)
  requireApart(added, updated, removed)
  requireOneManager(space.members, [...added, ...updated], removed)
  const projects = suggestions(
    space.suggested_project_workflow_ids,
    input.suggestedProjectWorkflowsAdd,
    input.suggestedProjectWorkflowsRemove,
  )
  const tasks = suggestions(
    space.suggested_task_workflow_ids,
    input.suggestedTaskWorkflowsAdd,
    input.suggestedTaskWorkflowsRemove,
  )
  await requireWorkflows(caller, [input.defaultProjectWorkflowId, input.defaultTaskWorkflowId, ...projects, ...tasks])
  const guestRole =
    input.guestRoleId === undefined
      ? (space.guest_role ?? guestRoleUnnamed(caller))
      : knownRole(caller, input.guestRoleId)

  return change(
    caller,
    async (rows, inside) => {
      const key = { folder_id: space.folder_id }
      await rows.update('folder', may, key, {
        title: input.title ?? space.title,
        description: input.description === undefined ? space.description : sanitizeHtml(input.description),
        updated_at: new Date(),
      })
      await rows.update('space', may, key, {
        access_type: accessType,
        default_project_workflow_id: input.defaultProjectWorkflowId ?? space.default_project_workflow_id,
        default_task_workflow_id: input.defaultTaskWorkflowId ?? space.default_task_workflow_id,
        suggested_project_workflow_ids: projects,
        suggested_task_workflow_ids: tasks,
      })
      if (removed.length > 0) await rows.delete('folder_share', may, { ...key, principal_id: removed, kind: 'share' })
      await rows.insertAll(
        'folder_share',
        may,
        added.map((member) => ({
          ...key,
          principal_id: member.principalId,
          role: member.role,
          is_manager: member.isManager,
        })),
      )
      for (const member of updated) {
        await rows.update(
          'folder_share',
          may,
          { ...key, principal_id: member.principalId, kind: 'share' },
          { role: member.role, is_manager: member.isManager },
        )
      }
      await setGuestRole(rows, caller, space.folder_id, accessType === 'Public' ? guestRole : undefined)
      await deriveAccess(rows, caller, [space.folder_id])
      const after = await spaceById(inside, space.folder_id)
      const said = (row: typeof after) => ({ title: row.title, accessType: row.access_type, members: row.members })
      return changed(
        { data: [presentSpace(inside, after, { fields, withInvitations: input.withInvitations })] },
        folderEvent('SpaceUpdated', space.folder_id, { before: said(space), after: said(after) }),
      )
    },
    { locks: 'access' },
  )
}

/** What one may without managing the space: join a public one, leave any that is not locked. */
async function withoutManager(
  caller: Caller,
  space: SpaceRow,
  input: Input<typeof contract.updateSpace>,
): Promise<SpaceRow | undefined> {
  const isInsider = caller.role !== 'external' && caller.role !== 'collaborator'
  if (space.access_type === 'Public' && isInsider && isJoining(caller, input)) return joinSpace(caller, space)
  return isLeaving(caller, input) ? leaveSpace(caller, space) : undefined
}

/** A contact is named in one of the lists. */
function requireApart(added: readonly Member[], updated: readonly Member[], removed: readonly number[]): void {
  const named = [...added, ...updated].map((member) => member.principalId).concat(removed)
  if (new Set(named).size < named.length)
    throw invalidParameter('A contact is named in more than one of membersAdd, membersUpdate and membersRemove')
}

/** Somebody with the right to share must always remain. */
function requireOneManager(
  current: readonly { id: number; manager: boolean }[],
  named: readonly { principalId: number; isManager: boolean }[],
  removed: readonly number[],
): void {
  const managers = new Map(current.map((member) => [member.id, member.manager]))
  for (const member of named) managers.set(member.principalId, member.isManager)
  for (const principal of removed) managers.delete(principal)
  if (![...managers.values()].includes(true))
    throw invalidParameter('Somebody must manage the space: name another manager first')
}

const suggestions = (
  current: readonly number[],
  added: readonly number[] = [],
  removed: readonly number[] = [],
): number[] => [...new Set([...current, ...added])].filter((id) => !removed.includes(id))
