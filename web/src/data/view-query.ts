import type { Account, QueryTasksInput, Task, ViewDays, ViewFilters, ViewOrder } from '@taskwright/sdk'
import { folderIdOf, type Settings, type TaskField, type ViewPlace } from './view.ts'
import { daysOf, instantsOf } from './view-days.ts'

/** Whom and when a filter speaks of: "me", "this week". */
export interface Viewer {
  contactId: string | undefined
  firstDayOfWeek: Account['firstDayOfWeek'] | undefined
}

/** The request for the tasks of a view: the server filters, and sorts where one order is asked for. */
export function requestOf(
  place: ViewPlace,
  settings: Settings,
  viewer: Viewer,
  fields: readonly TaskField[],
): QueryTasksInput {
  return {
    ...folderIdOf(place),
    ...(place !== 'all' && settings.descendants && { descendants: true }),
    ...(settings.subTasks && { subTasks: true }),
    ...filtersOf(settings.filters, viewer),
    ...orderOf(settings),
    fields: [...fields].sort(),
  }
}

function filtersOf(filters: ViewFilters, viewer: Viewer): QueryTasksInput {
  const { title, customStatuses, importances, assignees, authors, customItemTypes, customFields } = filters
  const responsibles = people(assignees, viewer)
  const writers = people(authors, viewer)
  const status = statusGroupsOf(filters)
  const types = dateTypesOf(filters)
  const days = (given: ViewDays | undefined) => given && daysOf(given, viewer.firstDayOfWeek)
  const instants = (given: ViewDays | undefined) => {
    const range = days(given)
    return range && instantsOf(range)
  }
  return {
    ...(title && { title }),
    ...(status && { status }),
    ...(customStatuses?.length && { customStatuses }),
    ...(importances?.length && { importances }),
    ...(types && { dateTypes: types }),
    ...(responsibles?.length && { responsibles }),
    ...(assignees?.nobody && { unassigned: true }),
    ...(writers?.length && { authors: writers }),
    ...given('startDate', days(filters.startDate)),
    ...given('dueDate', days(filters.dueDate)),
    ...given('createdDate', instants(filters.createdDate)),
    ...given('updatedDate', instants(filters.updatedDate)),
    ...given('completedDate', instants(filters.completedDate)),
    ...(customItemTypes?.length && { customItemTypes }),
    ...(customFields?.length && { customFields }),
  }
}

const given = <Value>(name: string, value: Value | undefined) => (value === undefined ? {} : { [name]: value })

const people = (filter: { ids?: string[]; me?: boolean } | undefined, { contactId }: Viewer): string[] | undefined =>
  filter && [...(filter.ids ?? []), ...(filter.me && contactId ? [contactId] : [])]

type StatusGroup = Task['status']
type DateType = Task['dates']['type']

/** What is overdue is not done; what was never completed is not either. */
function statusGroupsOf({ statusGroups, dueDate, startDate, completedDate }: ViewFilters): StatusGroup[] | undefined {
  const open: StatusGroup[] = ['Active', 'Deferred']
  const isOverdue = dueDate?.relative === 'Overdue' || startDate?.relative === 'Overdue'
  const allowed: StatusGroup[] | undefined = isOverdue
    ? open
    : completedDate?.relative === 'None'
      ? [...open, 'Cancelled']
      : undefined
  return both(statusGroups?.length ? statusGroups : undefined, allowed)
}

/** A task without a due date is in the backlog; one without a start may be a milestone too. */
function dateTypesOf({ dateTypes, dueDate, startDate }: ViewFilters): DateType[] | undefined {
  const withoutDue: DateType[] | undefined = dueDate?.relative === 'None' ? ['Backlog'] : undefined
  const withoutStart: DateType[] | undefined = startDate?.relative === 'None' ? ['Backlog', 'Milestone'] : undefined
  return both(both(dateTypes?.length ? dateTypes : undefined, withoutDue), withoutStart)
}

/** What is in both lists; none of the two excludes anything by being missing. */
const both = <One>(one: One[] | undefined, other: One[] | undefined): One[] | undefined =>
  one && other ? one.filter((value) => other.includes(value)) : (one ?? other)

/** The orders that the server knows, by the field that is sorted by. */
const sortFields: Partial<Record<ViewOrder['field'], NonNullable<QueryTasksInput['sortField']>>> = {
  Manual: 'Priority',
  Title: 'Title',
  Status: 'Status',
  Importance: 'Importance',
  StartDate: 'StartFinishInterval',
  DueDate: 'DueDate',
  CreatedDate: 'CreatedDate',
  UpdatedDate: 'UpdatedDate',
  CompletedDate: 'CompletedDate',
  CustomField: 'CustomField',
}

/** The order of a view that names none: as people put the tasks. */
export const byHand: ViewOrder = { field: 'Manual' }

/** The first order asked for, as far as the server knows it: where not all tasks can be read, those read are the first ones. */
function orderOf({ sortBy: [first = byHand] }: Settings): QueryTasksInput {
  return {
    sortField: sortFields[first.field] ?? 'Priority',
    ...(first.order === 'Desc' && first.field in sortFields && { sortOrder: 'Desc' as const }),
    ...(first.customFieldId !== undefined && { sortCustomField: first.customFieldId }),
  }
}

/** Whether tasks stand as people put them, so that they can be put elsewhere. */
export const isByHand = ({ sortBy: [first = byHand] }: Pick<Settings, 'sortBy'>): boolean => first.field === 'Manual'

/** Whether the server's order is all there is to it, so that tasks can be read as one goes down. */
export const isServersOrder = ({ sortBy, groupBy }: Pick<Settings, 'sortBy' | 'groupBy'>): boolean =>
  groupBy.length === 0 && sortBy.length <= 1 && sortBy.every(({ field }) => field !== 'Status' && field in sortFields)

const fieldsOf: Partial<Record<string, TaskField>> = {
  Assignees: 'responsibleIds',
  Authors: 'authorIds',
  Folders: 'parentIds',
  Parents: 'superTaskIds',
  Predecessors: 'dependencyIds',
  Effort: 'effortAllocation',
  ItemType: 'customItemTypeId',
  CustomField: 'customFields',
}

/** The members that columns, groups and orders need beyond those that always come. */
export function fieldsFor({ columns = [], groupBy, sortBy }: Settings): TaskField[] {
  const needed = [...columns, ...groupBy, ...sortBy].flatMap(({ field }) => fieldsOf[field] ?? [])
  return [...new Set(needed)]
}
