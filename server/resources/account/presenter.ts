import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { formatInstant } from '#contract/dates.ts'
import { type Plan, planHas } from '#contract/plans.ts'
import type { WeekDay } from '#contract/work-days.ts'
import type { Selectable } from '#database/sql.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import { RECYCLE_BIN, ROOT_FOLDER } from '#ids/types.ts'
import { presentCustomField } from '../custom-fields/presenter.ts'
import type { CustomFieldTables } from '../custom-fields/tables.ts'
import type { Account } from './contract.ts'
import { presentMetadata } from './metadata.ts'
import type { AccountTables } from './tables.ts'

/** The account as one of its users sees it, with the work days of its default schedule. */
export type AccountRow = Selectable<AccountTables['account']> & { joined_at: Date; work_days: WeekDay[] }

type Presented = Static<typeof Account>

/** The value of the API for each plan: newer names are not among those that clients know. */
const subscriptionOf: Record<Plan, NonNullable<Presented['subscription']>['type']> = {
  Free: 'Free',
  Team: 'Premium',
  Business: 'Business',
  Enterprise: 'Enterprise',
  Pinnacle: 'CreativeEnterprise',
}

/** Row → Account. */
export function presentAccount(
  caller: Caller,
  row: AccountRow,
  wishes: { fields: ReadonlySet<string>; customFields?: readonly Selectable<CustomFieldTables['custom_field']>[] },
): Presented {
  const isAdmin = caller.role === 'owner' || caller.role === 'admin'
  return {
    id: encodeAccountId(caller.accountId),
    name: row.name,
    dateFormat: row.date_format as Presented['dateFormat'],
    firstDayOfWeek: row.first_day_of_week as Presented['firstDayOfWeek'],
    workDays: row.work_days,
    rootFolderId: encodeId('Folder', caller.accountId, ROOT_FOLDER),
    recycleBinId: encodeId('Folder', caller.accountId, RECYCLE_BIN),
    createdDate: formatInstant(row.created_at),
    joinedDate: formatInstant(row.joined_at),
    ...(wishes.fields.has('subscription')
      ? {
          subscription: {
            type: subscriptionOf[row.plan],
            suspended: row.suspended,
            ...(isAdmin ? { paid: row.plan !== 'Free' } : {}),
          },
        }
      : {}),
    ...(wishes.fields.has('metadata') ? { metadata: presentMetadata(caller, row.metadata) } : {}),
    ...(wishes.fields.has('customFields') && planHas(caller.plan, 'customFields')
      ? { customFields: (wishes.customFields ?? []).map((field) => presentCustomField(caller, field)) }
      : {}),
  }
}
