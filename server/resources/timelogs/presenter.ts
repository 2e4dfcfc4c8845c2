import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { planHas } from '#contract/plans.ts'
import type { Selectable } from '#database/sql.ts'
import { encodeId } from '#ids/encode.ts'
import { toPlainText } from '#richtext/plain-text.ts'
import type { TimelogMoney } from '../finance/timelog-queries.ts'
import type { Timelog } from './contract.ts'
import type { TimelogStates } from './state.ts'
import type { TimelogTables } from './tables.ts'

export type TimelogRow = Selectable<TimelogTables['timelog']>

/** Row → Timelog. Nothing is exported on this server yet, and there are no rates. A new or changed record is in no submitted timesheet. */
export function presentTimelog(
  caller: Caller,
  row: TimelogRow,
  wishes: {
    fields?: ReadonlySet<string>
    plainText?: boolean | undefined
    states?: TimelogStates
    finance?: ReadonlyMap<number, TimelogMoney> | undefined
  } = {},
): Static<typeof Timelog> {
  const wants = (field: string) => wishes.fields?.has(field) ?? false
  const money = wishes.finance?.get(row.timelog_id)
  return {
    id: encodeId('Timelog', caller.accountId, row.timelog_id),
    taskId: encodeId('Task', caller.accountId, row.task_id),
    userId: encodeId('Contact', caller.accountId, row.person_id),
    ...(row.category_id === null ? {} : { categoryId: encodeId('TimelogCategory', caller.accountId, row.category_id) }),
    hours: row.hours,
    createdDate: formatInstant(row.created_at),
    updatedDate: formatInstant(row.updated_at),
    trackedDate: row.tracked_date,
    comment: wishes.plainText ? toPlainText(row.comment) : row.comment,
    ...(wants('billingType') && row.billing_type && planHas(caller.plan, 'billing')
      ? { billingType: row.billing_type }
      : {}),
    ...(wants('approvalStatus')
      ? ({ approvalStatus: wishes.states?.approval.get(row.timelog_id) ?? 'NotSubmitted' } as const)
      : {}),
    ...(wants('lockStatus')
      ? ({ lockStatus: wishes.states?.locked.has(row.timelog_id) ? 'Locked' : 'Unlocked' } as const)
      : {}),
    ...(wants('exportStatus') ? { exportStatus: 'NotExported' as const } : {}),
    ...(money ? { finance: money } : {}),
  }
}
