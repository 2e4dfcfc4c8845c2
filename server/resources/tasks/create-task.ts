import type { Caller } from '#access/caller.ts'
import { permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { change, changed } from '#events/change.ts'
import type { Rows } from '#events/rows.ts'
import { sanitizeHtml } from '#richtext/sanitize.ts'
import { applyMetadata } from '../account/metadata.ts'
import { inherit } from '../cascading-fields/follow.ts'
import { resolveContacts, resolvePeople } from '../contacts/resolve.ts'
import { applyCustomFields } from '../custom-fields/values.ts'
import { requireItemType } from '../custom-item-types/access.ts'
import { withFieldsOf } from '../custom-item-types/carry.ts'
import { mentionedIn } from '../mentions/concerned.ts'
import { lockForMentions, mentionOnTask } from '../mentions/mention-people.ts'
import { requirePlaceholders } from '../placeholders/access.ts'
import { foldersOfTasks } from '../spaces/locked-queries.ts'
import { stayInLockedSpaces } from '../spaces/locked-spaces.ts'
import { lockCalendars } from '../work-schedules/calendars/queries.ts'
import { byIdWishes, tasksByIds } from './access.ts'
import { readBilling } from './billing.ts'
import type * as contract from './contract/index.ts'
import { readDates } from './dates.ts'
import { readEffort } from './effort.ts'
import { taskCreated } from './events.ts'
import { statusFromType } from './item-type.ts'
import { permitSharing, readPlace } from './new-place.ts'
import { changePlaceholders } from './placeholders.ts'
import { presentTask } from './presenter.ts'
import { deriveAccess, lockNesting, placeDirectly, priorityKey } from './queries.ts'
import { readStatus } from './status.ts'
import { readWorkSchedule, workingDays } from './working-days.ts'

/**
 * Creates a task in a folder, at the root, or only inside other tasks (the root folder together with `superTasks`). Its
 * author reaches it, and so do those it is assigned to.
 *
 * @throws {Refused} for places that are hidden, in the bin, or in which the caller may not create tasks.
 */
export const createTask: Handler<typeof contract.createTask> = async ({ caller, input, fields }) => {
  const place = await readPlace(caller, input)
  const schedule = await readWorkSchedule(caller, input.workScheduleId)
  const itemType = await requireItemType(caller, input.customItemTypeId, 'Task')
  const placeholders = await requirePlaceholders(caller, input.responsiblePlaceholders)
  const responsibles = await resolvePeople(caller, input.responsibles)
  const shareds = await resolveContacts(caller, input.shareds)
  if (shareds.some((principal) => principal !== caller.personId)) await permitSharing(caller, place)
  await stayInLockedSpaces(caller, {
    within: [...place.folders, ...(await foldersOfTasks(caller, place.superTasks))],
    added: place.folders,
    given: [...shareds, ...responsibles],
  })
  const followers = await resolvePeople(
    caller,
    input.followers?.map((contact) => ({ contact })),
  )
  const priorityPlace = { before: input.priorityBefore, after: input.priorityAfter }
  await permitAll(
    caller,
    'read',
    [input.priorityBefore, input.priorityAfter].flatMap((task) => (task === undefined ? [] : [{ task }])),
  )
  const effort = await readEffort(caller, input)
  const values = {
    title: input.title,
    description: sanitizeHtml(input.description ?? ''),
    author_id: caller.personId,
    importance: input.importance ?? 'Normal',
    ...(await readStatus(caller, input, undefined, async () => place.folders[0])),
    ...(await statusFromType(caller, itemType, input)),
    ...schedule,
    metadata: applyMetadata(caller, {}, input.metadata),
    custom_item_type_id: itemType?.custom_item_type_id ?? null,
    custom_fields: withFieldsOf(itemType, await applyCustomFields(caller, {}, input.customFields)),
    effort_allocation: effort?.(null) ?? null,
    billing_type: readBilling(caller, input.billingType) ?? null,
  }

  return change(
    caller,
    async (rows, inside) => {
      await lockForMentions(rows, caller, values.description)
      if (place.superTasks.length > 0) await lockNesting(rows, caller, 'shared')
      const task = await rows.insert('task', place.may, {
        ...values,
        ...(await datesOf(rows, caller, input, responsibles)),
        priority: await priorityKey(inside, priorityPlace),
      } as never)
      const { task_id } = task
      await placeDirectly(rows, caller, task_id, place.folders)
      await rows.insertAll(
        'super_task',
        place.may,
        place.superTasks.map((super_task_id) => ({ task_id, super_task_id })),
      )
      // Who works on it has to see it; its author always does.
      const shares = new Set([...shareds, ...responsibles, caller.personId])
      await rows.insertAll(
        'task_share',
        place.may,
        [...shares].map((principal_id) => ({ task_id, principal_id })),
      )
      await rows.insertAll(
        'task_responsible',
        place.may,
        responsibles.map((person_id) => ({ task_id, person_id })),
      )
      await changePlaceholders(rows, place.may, task_id, { added: placeholders, removed: [] })
      const following = new Set([...followers, ...responsibles, ...(input.follow === false ? [] : [caller.personId])])
      await rows.insertAll(
        'task_follower',
        place.may,
        [...following].map((person_id) => ({ task_id, person_id })),
      )
      await deriveAccess(rows, caller, [task_id])
      const mentioned = await mentionOnTask(rows, inside, place.may, task_id, { html: values.description })
      const inherited = await inherit(inside, task_id)
      const wishes = byIdWishes(fields, input)
      const [row] = await tasksByIds(inside, [task_id], wishes)
      return changed(
        { data: [presentTask(inside, row as never, wishes)] },
        taskCreated(task, { doing: responsibles, shareds, mentioned: mentionedIn(values.description) }),
        ...mentioned,
        ...inherited,
      )
    },
    { locks: 'leaf' },
  )
}

/** The dates of a new task, in the working days of its schedule, its only assignee or the account. */
async function datesOf(
  rows: Rows,
  caller: Caller,
  input: Input<typeof contract.createTask>,
  responsibles: readonly number[],
) {
  if (!input.dates) return {}
  await lockCalendars(rows, caller.accountId, 'shared')
  const assigneeId = responsibles.length === 1 ? (responsibles[0] as number) : null
  const followed = { scheduleId: input.workScheduleId ?? null, assigneeId }
  return readDates(input.dates, await workingDays(rows, caller, followed), undefined)
}
