import type { QueryTasksInput, SavedViewKind, ViewColumn, ViewGrouping, ViewOrder, ViewSettings } from '@taskwright/sdk'
import type { Place } from './folders.ts'

export type ViewKind = SavedViewKind

export const viewKinds = ['List', 'Table', 'Board', 'Gantt', 'Calendar'] as const satisfies readonly ViewKind[]

/** What columns show, and rows are grouped and sorted by; beside these there are custom fields. */
export const columnFields = [
  'Title',
  'Status',
  'Importance',
  'Assignees',
  'Authors',
  'StartDate',
  'DueDate',
  'Duration',
  'Effort',
  'CreatedDate',
  'UpdatedDate',
  'CompletedDate',
  'Folders',
  'Parents',
  'Predecessors',
  'ItemType',
  'CustomField',
] as const satisfies readonly ViewColumn['field'][]

export const groupFields = [
  'Status',
  'StatusGroup',
  'Importance',
  'Assignees',
  'Authors',
  'StartDate',
  'DueDate',
  'Folders',
  'ItemType',
  'CustomField',
] as const satisfies readonly ViewGrouping['field'][]

/** By assignees the server does not sort. */
export const orderFields = [
  'Manual',
  'Title',
  'Status',
  'Importance',
  'StartDate',
  'DueDate',
  'CreatedDate',
  'UpdatedDate',
  'CompletedDate',
  'CustomField',
] as const satisfies readonly ViewOrder['field'][]

/** Which tasks a view shows, and how, with nothing left out that has a default. */
export type Settings = Required<Omit<ViewSettings, 'scale'>> & Pick<ViewSettings, 'scale'>

/** Where tasks are looked at: a space, folder or project, or everything that the person sees. */
export type ViewPlace = Pick<Place, 'id' | 'kind' | 'title'> | 'all'

export const folderIdOf = (place: ViewPlace): { folderId?: string } => (place === 'all' ? {} : { folderId: place.id })

/** Members of a task that are read only when they are asked for. */
export type TaskField = NonNullable<QueryTasksInput['fields']>[number]

const defaults: Settings = {
  filters: { statusGroups: ['Active'] },
  subTasks: false,
  descendants: true,
  groupBy: [],
  collapsedGroups: [],
  sortBy: [],
  columns: [{ field: 'Status' }, { field: 'Assignees' }, { field: 'DueDate' }],
  spans: true,
}

/** What a kind of view does differently where nothing was chosen yet. */
const defaultsOfKinds: Partial<Record<ViewKind, Partial<Settings>>> = {
  Table: {
    columns: (['Title', 'Status', 'Assignees', 'StartDate', 'DueDate', 'Importance'] as const).map((field) => ({
      field,
    })),
  },
  Board: { filters: {}, groupBy: [{ field: 'Status' }] },
  Gantt: { filters: {}, subTasks: true, sortBy: [{ field: 'StartDate' }], scale: 'Week' },
  Calendar: { filters: {}, subTasks: true, scale: 'Month' },
}

/** Settings of a kind of view with its defaults where they say nothing. */
export const settingsFrom = (kind: ViewKind, given: ViewSettings = {}): Settings => ({
  ...defaults,
  ...defaultsOfKinds[kind],
  ...given,
})

/** What a column shows, rows are grouped by or sorted by, as one text: "DueDate", "CustomField:IEAA…". */
export type FieldKey = string

export const fieldKey = ({ field, customFieldId }: Pick<ViewColumn, 'customFieldId'> & { field: string }): FieldKey =>
  customFieldId === undefined ? field : `${field}:${customFieldId}`

/** The other way; as the caller knows which fields there are. */
export function fieldOf<Field extends string>(key: FieldKey): { field: Field; customFieldId?: string } {
  const [field = '', customFieldId] = key.split(':')
  return { field: field as Field, ...(customFieldId !== undefined && { customFieldId }) }
}

export const columnOf = (key: FieldKey): ViewColumn => fieldOf<ViewColumn['field']>(key)
export const groupingOf = (key: FieldKey): ViewGrouping => fieldOf<ViewGrouping['field']>(key)
export const orderingOf = (key: FieldKey): ViewOrder => fieldOf<ViewOrder['field']>(key)
