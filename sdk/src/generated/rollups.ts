// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface Rollup {
  itemId: string
  rollupSettings: RollupSetting[]
  childIds: string[]
}

export interface RollupSetting {
  fieldId: string
  systemField: boolean
  aggregation: 'Sum' | 'Average' | 'Min' | 'Max'
  value?: string
}

/** What {@link queryRollups} takes. */
export interface QueryRollupsInput {
  folderId?: string
  taskId?: string
  descendants?: boolean
  filter?: {
    fieldId?: string
    systemField?: boolean
    aggregation?: 'Sum' | 'Average' | 'Min' | 'Max'
  }
  pageSize?: number
  /** The page after the one that gave this token. */
  nextPageToken?: string
}

/** Fields of a folder or task that are made of what is below, and their values. The folder or task of the path comes first; with `descendants=true` also the folders below that have any. `filter` leaves out other settings. */
export const queryRollups = /* @__PURE__ */ operation<QueryRollupsInput, Rollup>({
  id: 'queryRollups',
  method: 'GET',
  paths: ['/folders/{folderId}/rollups', '/tasks/{taskId}/rollups'],
  pageToken: 'nextPageToken',
})

/** What {@link updateRollups} takes. */
export interface UpdateRollupsInput {
  folderId?: string
  taskId?: string
  rollups: ({
    /** Id of a custom field of numbers, or effort, startDate, dueDate, progress, budget, plannedFees, plannedCost, actualFees, actualCost */
    fieldId: string
    aggregation?: 'Sum' | 'Average' | 'Min' | 'Max'
    /** false ends it; the value stays */
    enabled?: boolean
  })[]
}

/** Makes fields of a folder or task follow what is below, or ends it. Fields that are not named stay as they are. */
export const updateRollups = /* @__PURE__ */ operation<UpdateRollupsInput, Rollup>({
  id: 'updateRollups',
  method: 'PUT',
  paths: ['/folders/{folderId}/rollups', '/tasks/{taskId}/rollups'],
})
