import { boolean, idText, integer, model, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'
import { integer as count, filledText, flag, id, optional } from '#contract/parameters.ts'

export const TimelogCategory = model('TimelogCategory', {
  id: idText('TimelogCategory'),
  name: string(),
  order: integer(),
  hidden: boolean(),
})

export const queryTimelogCategories = operation({
  id: 'queryTimelogCategories',
  method: 'GET',
  paths: ['/timelog_categories'],
  summary: 'What time is spent on',
  scopes: ['Default', 'amReadOnlyTimelogCategory', 'amReadWriteTimelogCategory', 'wsReadOnly', 'wsReadWrite'],
  kinds: { timelogCategories: TimelogCategory },
  parameters: {},
})

const write = {
  scopes: ['amReadWriteTimelogCategory'],
  admin: true,
  feature: 'timeTracking',
  addition: true,
  kinds: { timelogCategories: TimelogCategory },
} as const

export const createTimelogCategory = operation({
  id: 'createTimelogCategory',
  method: 'POST',
  paths: ['/timelog_categories'],
  summary: 'Adds a category of time, after all others',
  ...write,
  parameters: { name: filledText({ maxLength: 200 }) },
})

export const updateTimelogCategory = operation({
  id: 'updateTimelogCategory',
  method: 'PUT',
  paths: ['/timelog_categories/{timelogCategoryId}'],
  summary: 'Renames, moves, hides or shows a category of time',
  description: 'Categories are never deleted: time that is recorded keeps them. `order` is the place from 0 on.',
  ...write,
  parameters: {
    timelogCategoryId: id('TimelogCategory'),
    name: optional(filledText({ maxLength: 200 })),
    order: optional(count({ minimum: 0, maximum: 1000 })),
    hidden: optional(flag()),
  },
})
