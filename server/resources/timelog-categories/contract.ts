import { boolean, idText, integer, model, string } from '#contract/model.ts'
import { operation } from '#contract/operation.ts'

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
