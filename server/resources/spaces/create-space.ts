import { permitAccount } from '#access/permit.ts'
import { role } from '#access/roles.ts'
import { invalidParameter, notAllowed, notFound } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import { features, planHas } from '#contract/plans.ts'
import { change, changed } from '#events/change.ts'
import { idAsSent } from '#ids/foreign.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { folderEvent } from '../folders/events.ts'
import { deriveAccess, workflowBelow } from '../folders/queries.ts'
import { knownRole } from '../folders/sharing.ts'
import { spaceById } from './access.ts'
import type * as contract from './contract.ts'
import { guestRoleUnnamed, readMembers } from './members.ts'
import { presentSpace } from './presenter.ts'
import { requireWorkflows, setGuestRole } from './queries.ts'

/**
 * Creates a space. The caller manages it with the role Full, unless the members name it otherwise; somebody always does.
 *
 * @throws {Refused} `not_allowed` for externals and collaborators, and for a locked space to all but admins on a plan with
 * locked spaces; `invalid_parameter` for a guest role on a space that isn't public.
 */
export const createSpace: Handler<typeof contract.createSpace> = async ({ caller, input, fields }) => {
  const may = permitAccount(caller, 'createSpace')
  if (input.accessType === 'Locked') {
    if (!planHas(caller.plan, 'lockedSpaces'))
      throw notAllowed(`${features.lockedSpaces.says}: not part of the plan ${caller.plan}`)
    if (caller.role !== 'owner' && caller.role !== 'admin')
      throw notAllowed('Only account admins may create locked spaces')
  }
  if (input.guestRoleId !== undefined && input.accessType !== 'Public')
    throw invalidParameter("Parameter 'guestRoleId' value is invalid: only public spaces have guests")
  if (input.workScheduleId !== undefined)
    throw notFound('Work schedule', idAsSent(caller.accountId, 'WorkSchedule', input.workScheduleId))
  const members = await readMembers(caller, 'members', input.members)
  if (!members.some((member) => member.principalId === caller.personId))
    members.unshift({ principalId: caller.personId, role: role.full, isManager: true })
  if (!members.some((member) => member.isManager))
    throw invalidParameter("Parameter 'members' value is invalid: somebody must manage the space")
  await requireWorkflows(caller, [
    input.defaultProjectWorkflowId,
    input.defaultTaskWorkflowId,
    ...(input.suggestedProjectWorkflows ?? []),
    ...(input.suggestedTaskWorkflows ?? []),
  ])
  const guestRole = input.guestRoleId === undefined ? guestRoleUnnamed(caller) : knownRole(caller, input.guestRoleId)
  const workflowId = await workflowBelow(caller, undefined)

  return change(
    caller,
    async (rows, inside) => {
      const folder = await rows.insert('folder', may, {
        title: input.title,
        description: sanitizeHtml(input.description ?? ''),
        author_id: caller.personId,
        workflow_id: workflowId,
        is_space: true,
      })
      await rows.insert('space', may, {
        folder_id: folder.folder_id,
        access_type: input.accessType,
        default_project_workflow_id: input.defaultProjectWorkflowId ?? null,
        default_task_workflow_id: input.defaultTaskWorkflowId ?? null,
        suggested_project_workflow_ids: input.suggestedProjectWorkflows ?? [],
        suggested_task_workflow_ids: input.suggestedTaskWorkflows ?? [],
      })
      await rows.insertAll(
        'folder_share',
        may,
        members.map((member) => ({
          folder_id: folder.folder_id,
          principal_id: member.principalId,
          role: member.role,
          is_manager: member.isManager,
        })),
      )
      if (input.accessType === 'Public') await setGuestRole(rows, caller, folder.folder_id, guestRole)
      await deriveAccess(rows, caller, [folder.folder_id])
      const answer = presentSpace(inside, await spaceById(inside, folder.folder_id), {
        fields,
        withInvitations: input.withInvitations,
      })
      return changed(
        { data: [answer] },
        folderEvent('SpaceCreated', folder.folder_id, {
          after: {
            title: folder.title,
            accessType: input.accessType,
            doing: [],
            shareds: members.map(({ principalId }) => principalId),
          },
        }),
      )
    },
    { locks: 'leaf' },
  )
}
