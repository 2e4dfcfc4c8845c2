import { customFieldComparators, customFieldFilter } from '#contract/custom-field-value.ts'
import {
  arrayOf,
  boolean,
  dateText,
  idText,
  idTexts,
  integer,
  model,
  oneOfText,
  optional,
  string,
} from '#contract/model.ts'
import {
  date,
  flag,
  id,
  ids,
  listOf,
  optional as maybe,
  integer as number,
  object,
  oneOf,
  text,
} from '#contract/parameters.ts'
import { dateTypes, importances, statusGroups } from '../../tasks/contract/task.ts'

/** What tasks look like in a view. */
export const viewKinds = ['List', 'Table', 'Board', 'Gantt', 'Calendar'] as const

/** Days that move with today, by the calendar of whoever looks; weeks begin on the person's first day of the week. */
export const relativeDays = [
  'Overdue',
  'Yesterday',
  'Today',
  'Tomorrow',
  'LastWeek',
  'ThisWeek',
  'NextWeek',
  'Last7Days',
  'Next7Days',
  'LastMonth',
  'ThisMonth',
  'NextMonth',
  'None',
] as const

/** What a column shows, rows are grouped by or sorted by. */
export const viewFields = [
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
] as const

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
] as const

export const orderFields = [
  'Manual',
  'Title',
  'Status',
  'Importance',
  'Assignees',
  'StartDate',
  'DueDate',
  'CreatedDate',
  'UpdatedDate',
  'CompletedDate',
  'CustomField',
] as const

/** How wide a unit of time is in a Gantt chart or a calendar. */
export const scales = ['Day', 'Week', 'Month', 'Quarter', 'Year'] as const
export const directions = ['Asc', 'Desc'] as const

const days = () =>
  maybe(
    object(
      { relative: maybe(oneOf(relativeDays)), start: maybe(date()), end: maybe(date()) },
      { minProperties: 1, description: 'Either `relative`, or days: the start is inside, the end is not' },
    ),
  )
const people = () =>
  maybe(object({ ids: maybe(ids('Contact', { maxItems: 100 })), me: maybe(flag()) }, { minProperties: 1 }))
const ofField = {
  customFieldId: maybe(id('CustomField', { description: 'With the field CustomField, and only then' })),
}

/** The settings of a view, as they are saved. */
export const viewSettings = (description: string) =>
  object(
    {
      filters: maybe(
        object({
          title: maybe(text({ maxLength: 500 })),
          customStatuses: maybe(ids('CustomStatus', { maxItems: 100 })),
          statusGroups: maybe(listOf(oneOf(statusGroups), { maxItems: 4 })),
          importances: maybe(listOf(oneOf(importances), { maxItems: 3 })),
          assignees: maybe(
            object(
              {
                ids: maybe(ids('Contact', { maxItems: 100 })),
                me: maybe(flag()),
                nobody: maybe(flag({ description: 'true: tasks that nobody is assigned to count too' })),
              },
              { minProperties: 1 },
            ),
          ),
          authors: people(),
          startDate: days(),
          dueDate: days(),
          createdDate: days(),
          updatedDate: days(),
          completedDate: days(),
          dateTypes: maybe(listOf(oneOf(dateTypes), { maxItems: 3 })),
          customItemTypes: maybe(ids('CustomItemType', { maxItems: 100 })),
          customFields: maybe(listOf(customFieldFilter(), { maxItems: 20 })),
        }),
      ),
      subTasks: maybe(flag({ description: 'true: tasks that are only inside others have rows of their own' })),
      descendants: maybe(flag({ description: 'true: of all folders below too' })),
      groupBy: maybe(
        listOf(object({ field: oneOf(groupFields), ...ofField, order: maybe(oneOf(directions)) }), {
          maxItems: 2,
          description: 'The groups (columns of a board), then those within them (its lanes)',
        }),
      ),
      collapsedGroups: maybe(listOf(text({ maxLength: 200 }), { maxItems: 200 })),
      sortBy: maybe(
        listOf(object({ field: oneOf(orderFields), ...ofField, order: maybe(oneOf(directions)) }), { maxItems: 3 }),
      ),
      columns: maybe(
        listOf(
          object({
            field: oneOf(viewFields),
            ...ofField,
            width: maybe(number({ minimum: 24, maximum: 2000, description: 'In CSS pixels' })),
          }),
          { maxItems: 60 },
        ),
      ),
      scale: maybe(oneOf(scales)),
      spans: maybe(flag({ description: 'false: a calendar shows tasks on their due day alone' })),
    },
    { description },
  )

const Days = () =>
  optional(
    model('ViewDays', {
      relative: optional(oneOfText(relativeDays)),
      start: optional(dateText()),
      end: optional(dateText()),
    }),
  )
const shownField = { customFieldId: optional(idText('CustomField')) }

const ViewFilters = model('ViewFilters', {
  title: optional(string()),
  customStatuses: optional(idTexts('CustomStatus')),
  statusGroups: optional(arrayOf(oneOfText(statusGroups))),
  importances: optional(arrayOf(oneOfText(importances))),
  assignees: optional(
    model('ViewAssignees', { ids: optional(idTexts('Contact')), me: optional(boolean()), nobody: optional(boolean()) }),
  ),
  authors: optional(model('ViewAuthors', { ids: optional(idTexts('Contact')), me: optional(boolean()) })),
  startDate: Days(),
  dueDate: Days(),
  createdDate: Days(),
  updatedDate: Days(),
  completedDate: Days(),
  dateTypes: optional(arrayOf(oneOfText(dateTypes))),
  customItemTypes: optional(idTexts('CustomItemType')),
  customFields: optional(
    arrayOf(
      model('ViewFieldFilter', {
        id: idText('CustomField'),
        comparator: optional(oneOfText(customFieldComparators)),
        value: optional(string()),
        minValue: optional(string()),
        maxValue: optional(string()),
        values: optional(arrayOf(string())),
      }),
    ),
  ),
})

export const ViewSettings = model(
  'ViewSettings',
  {
    filters: optional(ViewFilters),
    subTasks: optional(boolean()),
    descendants: optional(boolean()),
    groupBy: optional(
      arrayOf(
        model('ViewGrouping', { field: oneOfText(groupFields), ...shownField, order: optional(oneOfText(directions)) }),
      ),
    ),
    collapsedGroups: optional(arrayOf(string())),
    sortBy: optional(
      arrayOf(
        model('ViewOrder', { field: oneOfText(orderFields), ...shownField, order: optional(oneOfText(directions)) }),
      ),
    ),
    columns: optional(
      arrayOf(model('ViewColumn', { field: oneOfText(viewFields), ...shownField, width: optional(integer()) })),
    ),
    scale: optional(oneOfText(scales)),
    spans: optional(boolean()),
  },
  { description: 'Which tasks a view shows, and how. What is left out is as the app has it by default.' },
)
