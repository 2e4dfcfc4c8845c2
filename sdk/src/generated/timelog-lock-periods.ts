// Written by `npm run generate` from the contract. Changes belong there.

import { operation } from '../operation.ts'

export interface TimelogLockPeriod {
  start: string
  end: string
  source: Record<string, unknown>
}

/** What {@link queryTimelogLockPeriods} takes. */
export interface QueryTimelogLockPeriodsInput {
  folderId?: string
  spaceId?: string
  taskId?: string
  period?: {
    start?: string
    equal?: string
    end?: string
  }
}

/** Periods in which time is closed. Its own, and those of folders and spaces above it. A day (`equal`), or from `start` to `end`: both are inside. Half a year back and ahead without `period`. */
export const queryTimelogLockPeriods = /* @__PURE__ */ operation<QueryTimelogLockPeriodsInput, TimelogLockPeriod>({
  id: 'queryTimelogLockPeriods',
  method: 'GET',
  paths: ['/folders/{folderId}/timelog_lock_periods', '/tasks/{taskId}/timelog_lock_periods', '/spaces/{spaceId}/timelog_lock_periods'],
})

/** What {@link createTimelogLockPeriod} takes. */
export interface CreateTimelogLockPeriodInput {
  folderId?: string
  spaceId?: string
  period: {
    start?: string
    equal?: string
    end?: string
  }
}

/** Closes time in a period. For all tasks below. A day (`equal`), or from `start` to `end`: both are inside. Answers with all locks that touch the period. */
export const createTimelogLockPeriod = /* @__PURE__ */ operation<CreateTimelogLockPeriodInput, TimelogLockPeriod>({
  id: 'createTimelogLockPeriod',
  method: 'POST',
  paths: ['/folders/{folderId}/timelog_lock_periods', '/spaces/{spaceId}/timelog_lock_periods'],
})

/** What {@link deleteTimelogLockPeriod} takes. */
export interface DeleteTimelogLockPeriodInput {
  folderId?: string
  spaceId?: string
  period: {
    start?: string
    equal?: string
    end?: string
  }
}

/** Opens time in a period again. A day (`equal`), or from `start` to `end`: both are inside. What is locked from above stays locked. Answers with the locks that are left in the period. */
export const deleteTimelogLockPeriod = /* @__PURE__ */ operation<DeleteTimelogLockPeriodInput, TimelogLockPeriod>({
  id: 'deleteTimelogLockPeriod',
  method: 'DELETE',
  paths: ['/folders/{folderId}/timelog_lock_periods', '/spaces/{spaceId}/timelog_lock_periods'],
})
