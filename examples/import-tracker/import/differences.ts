import type { Folder, Task } from '../api/models.ts'
import { type FieldTitle, fieldTypes, readList } from '../plan/fields.ts'
import type { PlannedProject, PlannedTask } from '../plan/plan.ts'
import { wordsOf } from '../plan/text.ts'
import { asWrittenEntry, fieldsOf, keyEntry, metadataOf, type Snapshot } from './snapshot.ts'
import { customStatusId, type Place } from './space.ts'

/** Parameters of an update; empty if nothing differs. */
export type Differences = Record<string, unknown>

/** What to send so that a project becomes as planned. */
export function projectDifferences(
  planned: PlannedProject,
  present: Folder,
  place: Place,
  snapshot: Snapshot,
): Differences {
  const project = {
    ...(projectStatusOf(present, place) === planned.status ? {} : { status: planned.status }),
    ...(present.project?.startDate === planned.days.start ? {} : { startDate: planned.days.start }),
    ...(present.project?.endDate === planned.days.due ? {} : { endDate: planned.days.due }),
  }
  return {
    ...commonDifferences(planned, present, place),
    ...(Object.keys(project).length === 0 ? {} : { project }),
    ...placement(idsOf(planned.parents, snapshot.projects, place.space.id), present.parentIds ?? [], [
      place.space.id,
      ...ids(snapshot.projects),
    ]),
  }
}

/** What to send so that a task becomes as planned. Folders and super tasks that people added themselves stay. */
export function taskDifferences(planned: PlannedTask, present: Task, place: Place, snapshot: Snapshot): Differences {
  const wantedStatus = customStatusId(place, planned.customStatus)
  const status =
    wantedStatus === undefined || present.customStatusId === wantedStatus
      ? planned.status === present.status
        ? {}
        : { status: planned.status }
      : { customStatus: wantedStatus }
  const isSubtaskOnly = planned.superTasks.length > 0 && planned.projects.length === 0
  const parents = isSubtaskOnly ? [] : idsOf(planned.projects, snapshot.projects, place.space.id)
  const superTasks = idsOf(planned.superTasks, snapshot.tasks)
  return {
    ...commonDifferences(planned, present, place),
    ...status,
    ...(planned.importance === present.importance ? {} : { importance: planned.importance }),
    ...dateDifferences(planned, present),
    ...placement(parents, present.parentIds ?? [], [place.space.id, ...ids(snapshot.projects)]),
    ...delta('SuperTasks', superTasks, present.superTaskIds ?? [], ids(snapshot.tasks)),
  }
}

/** Which group a project's status is in: newer servers name only the custom status. */
export function projectStatusOf({ project }: Folder, { workflows }: Place): string | undefined {
  if (project?.status && project.status !== 'Custom') return project.status
  const statuses = workflows.flatMap((workflow) => workflow.customStatuses)
  const group = statuses.find((status) => status.id === project?.customStatusId)?.group
  return group && { Active: 'Green', Completed: 'Completed', Deferred: 'OnHold', Cancelled: 'Cancelled' }[group]
}

function commonDifferences(planned: PlannedProject | PlannedTask, present: Folder | Task, place: Place): Differences {
  const customFields = fieldDifferences(planned, present, place)
  const metadata = [
    { key: keyEntry, value: planned.key },
    { key: asWrittenEntry, value: planned.asWritten ?? null },
  ].filter(({ key, value }) => (metadataOf(present, key) ?? null) !== value)
  return {
    ...(planned.title === present.title ? {} : { title: planned.title }),
    ...(wordsOf(planned.description) === wordsOf(present.description ?? '')
      ? {}
      : { description: planned.description }),
    ...(customFields.length === 0 ? {} : { customFields }),
    ...(metadata.length === 0 ? {} : { metadata }),
  }
}

function fieldDifferences(planned: PlannedProject | PlannedTask, present: Folder | Task, place: Place) {
  const values = fieldsOf(present, place)
  return (Object.keys(fieldTypes) as FieldTitle[])
    .filter((title) => !sameValue(title, planned.fields[title], values[title]))
    .map((title) => ({ id: place.fieldIds[title], value: planned.fields[title] ?? null }))
}

function sameValue(title: FieldTitle, one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || fieldTypes[title] !== 'Multiple') return one === other
  return readList(one).sort().join('\n') === readList(other).sort().join('\n')
}

function dateDifferences(planned: PlannedTask, { dates }: Task): Differences {
  if (!planned.days) return dates.start || dates.due ? { dates: { type: 'Backlog' } } : {}
  const { start, due } = planned.days
  const isSame = dates.start?.slice(0, 10) === start && dates.due?.slice(0, 10) === due
  return isSame ? {} : { dates: { type: 'Planned', start, due } }
}

function placement(wanted: string[], present: string[], ours: string[]): Differences {
  return delta('Parents', wanted, present, ours)
}

/** The words `addX` and `removeX` for a list of ids; of those present only the import's own are removed. */
function delta(name: string, wanted: string[], present: string[], ours: string[]): Differences {
  const add = wanted.filter((id) => !present.includes(id))
  const remove = present.filter((id) => ours.includes(id) && !wanted.includes(id))
  return {
    ...(add.length === 0 ? {} : { [`add${name}`]: add }),
    ...(remove.length === 0 ? {} : { [`remove${name}`]: remove }),
  }
}

/** The ids of things by their keys, or one other id if there are none. */
export function idsOf(keys: string[], things: Map<string, { id: string }>, otherwise?: string): string[] {
  const found = keys.flatMap((key) => things.get(key)?.id ?? [])
  return found.length === 0 && otherwise !== undefined ? [otherwise] : found
}

const ids = (things: Map<string, { id: string }>) => [...things.values()].map((each) => each.id)
