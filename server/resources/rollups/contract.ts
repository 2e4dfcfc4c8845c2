import { arrayOf, boolean, optional as member, model, oneOfText, string } from '#contract/model.ts'
import { operation, readScopes, writeScopes } from '#contract/operation.ts'
import { flag, id, integer, listOf, object, oneOf, optional, text } from '#contract/parameters.ts'

/** Fields of the system that roll up, and how: effort in minutes, dates, progress in percent, money. */
export const rollupSystemFields = {
  effort: 'Sum',
  startDate: 'Min',
  dueDate: 'Max',
  progress: 'Average',
  budget: 'Sum',
  plannedFees: 'Sum',
  plannedCost: 'Sum',
  actualFees: 'Sum',
  actualCost: 'Sum',
} as const
export type RollupSystemField = keyof typeof rollupSystemFields
export const rollupSystemNames = Object.keys(rollupSystemFields) as RollupSystemField[]
const aggregations = ['Sum', 'Average', 'Min', 'Max'] as const

const RollupSetting = model('RollupSetting', {
  fieldId: string(),
  systemField: boolean(),
  aggregation: oneOfText(aggregations),
  value: member(string()),
})

export const Rollup = model('Rollup', {
  itemId: string(),
  rollupSettings: arrayOf(RollupSetting),
  childIds: arrayOf(string()),
})

const paths = ['/folders/{folderId}/rollups', '/tasks/{taskId}/rollups'] as const
const place = { folderId: optional(id('Folder')), taskId: optional(id('Task')) }

export const queryRollups = operation({
  id: 'queryRollups',
  method: 'GET',
  paths,
  summary: 'Fields of a folder or task that are made of what is below, and their values',
  description:
    'The folder or task of the path comes first; with `descendants=true` also the folders below that have any. `filter` leaves out other settings.',
  scopes: readScopes,
  kinds: { rollups: Rollup },
  pageToken: 'nextPageToken',
  parameters: {
    ...place,
    descendants: optional(flag({ default: false })),
    filter: optional(
      object({ fieldId: optional(text()), systemField: optional(flag()), aggregation: optional(oneOf(aggregations)) }),
    ),
    pageSize: optional(integer({ minimum: 1, maximum: 100 })),
  },
})

export const updateRollups = operation({
  id: 'updateRollups',
  method: 'PUT',
  paths,
  summary: 'Makes fields of a folder or task follow what is below, or ends it',
  description: 'Fields that are not named stay as they are.',
  scopes: writeScopes,
  feature: 'rollups',
  kinds: { rollups: Rollup },
  parameters: {
    ...place,
    rollups: listOf(
      object({
        fieldId: text({
          minLength: 1,
          description: `Id of a custom field of numbers, or ${rollupSystemNames.join(', ')}`,
        }),
        aggregation: optional(oneOf(aggregations)),
        enabled: optional(flag({ default: true, description: 'false ends it; the value stays' })),
      }),
      { minItems: 1, maxItems: 20 },
    ),
  },
})
