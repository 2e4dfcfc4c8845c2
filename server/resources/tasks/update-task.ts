import type { Action } from '#access/actions.ts'
import type { Caller } from '#access/caller.ts'
import { type Permit, permit, permitAll } from '#access/permit.ts'
import { inRecycleBin } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { requireVersion } from '#contract/versions.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { idAsSent } from '#ids/foreign.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { requireItemType } from '../custom-item-types/access.ts'
import { lockForMentions, mentionOnTask } from '../mentions/mention-people.ts'
import { makeNextTask } from '../recurrence/next-task.ts'
import { lockCalendars } from '../work-schedules/calendars/queries.ts'
import { byIdWishes, tasksByIds } from './access.ts'
import type * as contract from './contract/index.ts'
import { editTask } from './edit-task.ts'
import { readEffort } from './effort.ts'
import { linksChanged, taskRestored } from './events.ts'
import { stayInside } from './locked-spaces.ts'
import { moveTask, readMove } from './parents.ts'
import { changeResponsibles, changeShareds, readPeople } from './people.ts'
import { changePlaceholders, readPlaceholders } from './placeholders.ts'
import { presentTask } from './presenter.ts'
import { deriveAccess, type FullTask, lockNesting, lockTasks, touchTasks } from './queries.ts'
import { restoreFromBin } from './recycle-bin/queries.ts'
import { readWorkSchedule } from './working-days.ts'

type UpdateInput = Input<typeof contract.updateTask>

const edited = [
  'title',
  'description',
  'importance',
  'dates',
  'priorityBefore',
  'priorityAfter',
  'metadata',
  'customFields',
  'effortAllocation',
  'setResponsibleAllocation',
  'billingType',
  'addResponsibles',
  'removeResponsibles',
  'addResponsiblePlaceholders',
  'removeResponsiblePlaceholders',
  'convertToCustomItemType',
  'workScheduleId',
] as const
/** What may change the dates. */
const dated = ['dates', 'workScheduleId', 'addResponsibles', 'removeResponsibles'] as const
const moved = ['addParents', 'removeParents', 'addSuperTasks', 'removeSuperTasks'] as const
const shared = ['addShareds', 'removeShareds'] as const

/**
 * Changes a task: what is sent, nothing else, all or nothing. Each aspect needs its own right: editing, changing the status,
 * moving, sharing, following, restoring.
 *
 * @throws {Refused} `not_allowed` for anything but restoring while it is in the recycle bin; 412.
 */
export const updateTask: Handler<typeof contract.updateTask> = async ({ caller, input, fields, ifVersion }) => {
  const sends = (names: readonly (keyof UpdateInput)[]) => names.some((name) => input[name] !== undefined)
  const may = async <A extends Action>(action: A, wanted: boolean) =>
    wanted ? await permit(caller, action, { task: input.taskId }) : undefined
  const restore = await may('restore', input.restore === true)
  const move = await may('move', sends(moved))
  const share = await may('share', sends(shared))
  const follow = await may('follow', sends(['addFollowers']))
  const status = await may('changeStatus', sends(['status', 'customStatus']))
  const followSelf = await may('read', sends(['follow']))
  if (followSelf?.deleted) throw inRecycleBin('Task', idAsSent(caller.accountId, 'Task', input.taskId))
  const edit = await may('editTask', sends(edited) || ![restore, move, share, follow, status, followSelf].some(Boolean))
  const schedule = await readWorkSchedule(caller, input.workScheduleId)
  const places = await readMove(caller, input)
  const people = await readPeople(caller, input)
  const itemType = await requireItemType(caller, input.convertToCustomItemType, 'Task')
  await stayInside(caller, [input.taskId], places, people)
  const placeholders = await readPlaceholders(caller, input)
  await permitAll(
    caller,
    'read',
    [input.priorityBefore, input.priorityAfter].flatMap((task) => (task === undefined ? [] : [{ task }])),
  )
  const effort = await readEffort(caller, input)
  const description = input.description === undefined ? undefined : sanitizeHtml(input.description)

  return change(
    caller,
    async (rows, inside) => {
      await lockForMentions(rows, caller, description)
      if (move || share || restore) await lockNesting(rows, caller, 'alone')
      else if (input.addResponsibles || status) await lockNesting(rows, caller, 'shared')
      const events: EventRecord[] = []
      if (sends(dated) || status) await lockCalendars(rows, caller.accountId, 'shared')
      const before = (await lockTasks(rows, caller, [input.taskId])).get(input.taskId) as FullTask
      requireVersion(ifVersion, before.version)
      if (restore && before.deleted_at) {
        events.push(...(await restoreFromBin(rows, caller, before.task_id)).map(taskRestored))
      }
      const writing = edit ?? status
      const assigned = edit ? await changeResponsibles(rows, edit, people) : []
      const edits = { ...input, ...schedule, effort, itemType, reassigned: assigned.length > 0 }
      if (writing) events.push(...(await editTask(rows, inside, writing, before, edits)))
      events.push(...assigned)
      if (edit) events.push(...(await changePlaceholders(rows, edit, before.task_id, placeholders)))
      if (move) events.push(...(await moveTask(rows, caller, move, places)))
      if (share) events.push(...(await changeShareds(rows, share, before.author_id, people)))
      if (events.length > 0) await touchTasks(rows, caller, [before.task_id])
      if (follow) events.push(...(await addFollowers(rows, follow, people.addFollowers)))
      if (followSelf) events.push(...(await followOneself(rows, caller, followSelf, input.follow === true)))
      if (restore || move || share || input.addResponsibles) await deriveAccess(rows, caller, [before.task_id])
      if (edit && description !== undefined)
        events.push(
          ...(await mentionOnTask(rows, inside, edit, before.task_id, {
            html: description,
            before: before.description,
          })),
        )
      if (writing) events.push(...(await makeNextTask(rows, inside, writing, before)))
      const wishes = byIdWishes(fields, input)
      const [row] = await tasksByIds(inside, [before.task_id], wishes)
      return changedBy({ data: [presentTask(inside, row as never, wishes)] }, events)
    },
    { locks: 'leaf' },
  )
}

async function addFollowers(rows: Rows, may: Permit<'follow'>, people: readonly number[]): Promise<EventRecord[]> {
  const added = await rows.insertAll(
    'task_follower',
    may,
    people.map((person_id) => ({ task_id: may.id, person_id })),
  )
  return linksChanged(
    'Followers',
    may.id,
    added.map((row) => row.person_id),
    [],
  )
}

async function followOneself(rows: Rows, caller: Caller, may: Permit<'read'>, follow: boolean): Promise<EventRecord[]> {
  const own = { task_id: may.id, person_id: caller.personId }
  if (follow)
    return linksChanged(
      'Followers',
      may.id,
      (await rows.insertAll('task_follower', may, [own])).map((row) => row.person_id),
      [],
    )
  return linksChanged(
    'Followers',
    may.id,
    [],
    (await rows.delete('task_follower', may, own)).map((row) => row.person_id),
  )
}
