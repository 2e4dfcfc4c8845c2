import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import { encodeId } from '#ids/encode.ts'
import { type DependencyRow, presentDependency } from '../dependencies/presenter.ts'
import { visibleTasks } from '../tasks/access.ts'
import type { DateColumns } from '../tasks/dates.ts'
import { presentDates } from '../tasks/presenter.ts'
import type { Reschedule } from './contract.ts'

type Dates = Partial<DateColumns>

/** What the events of a change say of dates → Reschedule; of tasks that are hidden from the caller only how many. */
export async function presentReschedule(
  inside: Caller,
  events: readonly EventRecord[],
  dryRun: boolean,
  link?: DependencyRow,
): Promise<Static<typeof Reschedule>> {
  const moves = new Map<number, { before: Dates; after: Dates }>()
  for (const { type, entityId, before = {}, after = {} } of events) {
    if (type !== 'TaskDatesChanged') continue
    // A task may move twice: out of the way of other dates, then of the link.
    moves.set(entityId, {
      before: { ...before, ...moves.get(entityId)?.before },
      after: { ...moves.get(entityId)?.after, ...after },
    })
  }
  const rows = await visibleTasks(inside, [...moves.keys()], { fields: new Set() })
  const byId = new Map(rows.map((row) => [row.task_id, row]))
  const tasks = [...moves].flatMap(([taskId, { before, after }]) => {
    const row = byId.get(taskId)
    if (!row) return []
    return {
      taskId: encodeId('Task', inside.accountId, taskId),
      title: row.title,
      before: presentDates({ ...row, ...before }),
      after: presentDates({ ...row, ...after }),
    }
  })
  return {
    dryRun,
    tasks,
    hiddenTasks: moves.size - tasks.length,
    ...(link && { dependency: presentDependency(inside, link) }),
  }
}
