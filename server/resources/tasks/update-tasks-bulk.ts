import { type Permit, permitAll } from '#access/permit.ts'
import type { Handler } from '#contract/handler.ts'
import { change, changedBy, type EventRecord } from '#events/change.ts'
import { requireItemType } from '../custom-item-types/access.ts'
import { makeNextTask } from '../recurrence/next-task.ts'
import { lockCalendars } from '../work-schedules/calendars/queries.ts'
import { byIdWishes, tasksByIds } from './access.ts'
import type * as contract from './contract/index.ts'
import { editTask } from './edit-task.ts'
import { readEffort } from './effort.ts'
import { stayInside } from './locked-spaces.ts'
import { moveTask, readMove } from './parents.ts'
import { changeResponsibles, readPeople } from './people.ts'
import { changePlaceholders, readPlaceholders } from './placeholders.ts'
import { presentTask } from './presenter.ts'
import { deriveAccess, type FullTask, lockNesting, lockTasks, touchTasks } from './queries.ts'

/** Changes several tasks alike: all or none, answered in the order of the request. */
export const updateTasksBulk: Handler<typeof contract.updateTasksBulk> = async ({ caller, input }) => {
  const places = input.taskIds.map((task) => ({ task }))
  const onlyStatus = Object.keys(input).every((name) => name === 'taskIds' || name === 'customStatus')
  const edits = onlyStatus && input.customStatus !== undefined ? undefined : await permitAll(caller, 'editTask', places)
  const permits = edits ?? (await permitAll(caller, 'changeStatus', places))
  const moves = input.addParents || input.removeParents ? await permitAll(caller, 'move', places) : undefined
  const move = await readMove(caller, input)
  const people = await readPeople(caller, input)
  const itemType = await requireItemType(caller, input.convertToCustomItemType, 'Task')
  await stayInside(caller, input.taskIds, move, people)
  const placeholders = await readPlaceholders(caller, input)
  const effort = await readEffort(caller, input)

  return change(
    caller,
    async (rows, inside) => {
      if (moves) await lockNesting(rows, caller, 'alone')
      else if (input.addResponsibles || input.customStatus !== undefined) await lockNesting(rows, caller, 'shared')
      if (input.addResponsibles || input.removeResponsibles || input.customStatus !== undefined)
        await lockCalendars(rows, caller.accountId, 'shared')
      const before = await lockTasks(rows, caller, input.taskIds)
      const events: EventRecord[] = []
      for (const [at, may] of permits.entries()) {
        const edit = edits?.[at]
        const was = before.get(may.id) as FullTask
        const assigned = edit ? await changeResponsibles(rows, edit, people) : []
        const values = { ...input, effort, itemType, reassigned: assigned.length > 0 }
        events.push(...(await editTask(rows, inside, may, was, values)), ...assigned)
        if (edit) events.push(...(await changePlaceholders(rows, edit, may.id, placeholders)))
        if (moves) events.push(...(await moveTask(rows, caller, moves[at] as Permit<'move'>, move)))
      }
      await touchTasks(rows, caller, [...new Set(events.map((event) => event.entityId))])
      if (moves || input.addResponsibles) await deriveAccess(rows, caller, input.taskIds)
      for (const may of permits) events.push(...(await makeNextTask(rows, inside, may, before.get(may.id) as FullTask)))
      const wishes = byIdWishes()
      const after = await tasksByIds(inside, input.taskIds, wishes)
      return changedBy({ data: after.map((row) => presentTask(inside, row, wishes)) }, events)
    },
    { locks: 'leaf' },
  )
}
