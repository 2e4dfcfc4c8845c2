import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import { keepRollups } from './keep.ts'
import { hasRollups, rollingParents } from './queries.ts'

/** Changes after which what is above may be another: of values, and of what lies where. */
const heard = new Set([
  'TaskCustomFieldChanged',
  'FolderCustomFieldChanged',
  'TaskDatesChanged',
  'ProjectDatesChanged',
  'TaskCreated',
  'FolderCreated',
  'ProjectCreated',
  'TaskDeleted',
  'FolderDeleted',
  'ProjectDeleted',
  'TaskRestored',
  'FolderRestored',
  'TaskParentsAdded',
  'TaskParentsRemoved',
  'TaskSuperTasksAdded',
  'TaskSuperTasksRemoved',
  'FolderParentsChanged',
  'FolderConverted',
])

/** Lets rollups follow a change: of the item itself, and level by level of what is above, until nothing differs. */
export async function followRollups(inside: Caller, events: readonly EventRecord[]): Promise<EventRecord[]> {
  const told = events.filter((event) => heard.has(event.type))
  if (told.length === 0 || !(await hasRollups(inside))) return []
  const left = told.flatMap((event) => [...numbers(event.before?.removed), ...numbers(event.after?.removed)])
  const changed = told.map((event) => event.entityId)
  const followed: EventRecord[] = []
  let next = [...new Set([...changed, ...left, ...(await rollingParents(inside, changed))])]
  while (next.length > 0) {
    const written = await keepRollups(inside, next)
    followed.push(...written)
    next = await rollingParents(
      inside,
      written.map((event) => event.entityId),
    )
  }
  return followed
}

const numbers = (value: unknown): number[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'number') : []
