import type { Caller } from '#access/caller.ts'
import type { EventRecord } from '#events/change.ts'
import { cascadesFrom, cascadesInto, hasCascades, itemsBelow, sourceValue } from './queries.ts'
import { spread } from './spread.ts'

/** Changes of a value that may start a cascade. */
const ofValue = new Set([
  'TaskCustomFieldChanged',
  'FolderCustomFieldChanged',
  'TaskImportanceChanged',
  'TaskBillingTypeChanged',
  'ProjectBudgetChanged',
])
/** Changes that put something below others. */
const ofPlace = new Set([
  'TaskCreated',
  'FolderCreated',
  'ProjectCreated',
  'TaskParentsAdded',
  'TaskSuperTasksAdded',
  'FolderParentsChanged',
  'TaskRestored',
  'FolderRestored',
])

/** Lets values flow down after a change: from what was changed, and into what was put below a cascade. */
export async function followCascades(inside: Caller, events: readonly EventRecord[]): Promise<EventRecord[]> {
  const changed = events.filter((event) => ofValue.has(event.type)).map((event) => event.entityId)
  const placed = events.filter((event) => ofPlace.has(event.type)).map((event) => event.entityId)
  if (changed.length + placed.length === 0 || !(await hasCascades(inside))) return []
  const flown: EventRecord[] = []
  for (const itemId of new Set(placed)) flown.push(...(await inherit(inside, itemId)))
  for (const cascade of await cascadesFrom(inside, [...new Set(changed)])) {
    const value = await sourceValue(inside, cascade)
    flown.push(...(await spread(inside, cascade, value, await itemsBelow(inside, [cascade.item_id]))))
  }
  return flown
}

/** Gives an item, and all below it, what cascades from above; a source without a value leaves it what it has. */
export async function inherit(inside: Caller, itemId: number): Promise<EventRecord[]> {
  const cascades = (await cascadesInto(inside, itemId)).filter(({ value }) => value !== null)
  if (cascades.length === 0) return []
  const below = await itemsBelow(inside, [itemId])
  // One number names either a folder or a task: the other has no such row.
  const items = { folders: [itemId, ...below.folders], tasks: [itemId, ...below.tasks] }
  const flown: EventRecord[] = []
  for (const cascade of cascades) flown.push(...(await spread(inside, cascade, cascade.value, items)))
  return flown
}
