import type { Caller } from '#access/caller.ts'
import { type Permit, permitAll } from '#access/permit.ts'
import { invalidParameter, notAllowed, required } from '#contract/errors.ts'
import type { Handler } from '#contract/handler.ts'
import type { Input } from '#contract/operation.ts'
import { features, planHas } from '#contract/plans.ts'
import { change, changedBy } from '#events/change.ts'
import { rehearse } from '#events/rehearse.ts'
import { lockLinks } from '../dependencies/queries.ts'
import { lockCalendars } from '../work-schedules/calendars/queries.ts'
import type * as contract from './contract.ts'
import { dateTasks } from './date-tasks.ts'
import { linkTasks } from './link-tasks.ts'
import { presentReschedule } from './presenter.ts'

type Wanted = Input<typeof contract.createReschedule>

/**
 * Moves tasks and what follows them, or tells what would move: a dry run is the same change, undone.
 *
 * @throws {Refused} `invalid_parameter` for a task that is named twice, and for dates and links as updateTask and
 * createDependency do.
 */
export const createReschedule: Handler<typeof contract.createReschedule> = async ({ caller, input }) => {
  const { tasks = [], dependency, dryRun } = input
  if (tasks.length === 0 && !dependency) throw required('tasks')
  if (new Set(tasks.map(({ taskId }) => taskId)).size < tasks.length)
    throw invalidParameter("Parameter 'tasks' value is invalid: it names a task twice")
  if (dependency && !planHas(caller.plan, 'dependencies'))
    throw notAllowed(`${features.dependencies.says}: not part of the plan ${caller.plan}`)
  if (dependency && dependency.predecessorId === dependency.successorId)
    throw invalidParameter('A task cannot depend on itself')
  return dryRun ? rehearse(caller, (inside) => moved(inside, input)) : moved(caller, input)
}

async function moved(caller: Caller, { tasks = [], dependency, dryRun = false }: Wanted) {
  const ends = dependency ? [dependency.predecessorId, dependency.successorId] : []
  const places = [...tasks.map(({ taskId }) => taskId), ...ends].map((task) => ({ task }))
  const permits: Permit<'editTask'>[] = await permitAll(caller, 'editTask', places)

  return change(
    caller,
    async (rows, inside) => {
      // The order of locks is that of every change of dates or links: nobody waits for each other.
      if (dependency) await lockLinks(rows, caller.accountId)
      else await lockCalendars(rows, caller.accountId, 'shared')
      const dated = await dateTasks(rows, inside, permits.slice(0, tasks.length), tasks)
      const may = permits[tasks.length]
      const linked = dependency && may ? await linkTasks(rows, inside, may, dependency) : undefined
      const events = [...dated, ...(linked?.events ?? [])]
      return changedBy({ data: [await presentReschedule(inside, events, dryRun, linked?.row)] }, events)
    },
    { locks: 'leaf' },
  )
}
