import { type Api, readAll } from '../api/client.ts'
import type { Dependency, Folder, Task } from '../api/models.ts'
import { type FieldTitle, type FieldValues, fieldTypes } from '../plan/fields.ts'
import type { Place } from './space.ts'

/** Metadata entry that names the planned thing; other applications don't see it. */
export const keyEntry = 'import-tracker'
/** Metadata entry with title and labels as the file has them, blanks and all. */
export const asWrittenEntry = 'import-tracker-as-written'

/** What the space holds of earlier runs, by key. */
export interface Snapshot {
  projects: Map<string, Folder>
  tasks: Map<string, Task>
  /** Dependencies between imported tasks. */
  dependencies: Dependency[]
}

const mostIdsInPath = 100

/**
 * Reads all that was imported in few calls: pages of 1,000, and dependencies by a hundred ids.
 *
 * A thing is known by its metadata, or else by the field "Tracker ID": metadata of another application is hidden.
 */
export async function readSnapshot(api: Api, place: Place): Promise<Snapshot> {
  const projects = await readAll<Folder>(api, `/spaces/${place.space.id}/folders`, {
    project: true,
    fields: ['description', 'metadata', 'customFields'],
  })
  const tasks = await readAll<Task>(api, `/spaces/${place.space.id}/tasks`, {
    descendants: true,
    subTasks: true,
    fields: ['description', 'metadata', 'customFields', 'parentIds', 'superTaskIds', 'dependencyIds'],
  })
  const imported = byKey(tasks, place)
  return {
    projects: byKey(projects, place),
    tasks: imported,
    dependencies: await readDependencies(api, [...imported.values()]),
  }
}

async function readDependencies(api: Api, tasks: Task[]): Promise<Dependency[]> {
  const ids = [...new Set(tasks.flatMap((task) => task.dependencyIds ?? []))]
  const found: Dependency[] = []
  for (let first = 0; first < ids.length; first += mostIdsInPath) {
    const path = `/dependencies/${ids.slice(first, first + mostIdsInPath).join(',')}`
    found.push(...(await api.get<Dependency>(path)).data)
  }
  const taskIds = new Set(tasks.map((task) => task.id))
  return found.filter((each) => taskIds.has(each.predecessorId) && taskIds.has(each.successorId))
}

function byKey<T extends Folder | Task>(all: T[], place: Place): Map<string, T> {
  const found = new Map<string, T>()
  for (const each of all) {
    const key = metadataOf(each, keyEntry) ?? fieldsOf(each, place)['Tracker ID']
    if (key === undefined) continue
    const other = found.get(key)
    if (other) throw new Error(`${key} is there twice, as "${other.title}" and "${each.title}": delete one of them`)
    found.set(key, each)
  }
  return found
}

export function metadataOf(entry: Folder | Task, key: string): string | undefined {
  return entry.metadata?.find((each) => each.key === key)?.value
}

/** The values of the import's own fields, by title. */
export function fieldsOf(entry: Folder | Task, { fieldIds }: Pick<Place, 'fieldIds'>): FieldValues {
  const values: FieldValues = {}
  for (const title of Object.keys(fieldTypes) as FieldTitle[]) {
    const value = entry.customFields?.find((each) => each.id === fieldIds[title])?.value
    if (value !== undefined && value !== '') values[title] = value
  }
  return values
}
