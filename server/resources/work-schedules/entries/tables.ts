import type { Selectable } from 'kysely'
import type { AccountDatabase } from '#database/schema.ts'
import type { EntityType } from '#ids/types.ts'

/** Tables that say what is different on some days: of a schedule or of a person, in being worked or in minutes. */
export const entryTables = {
  work_schedule_exception: { model: 'WorkScheduleException', idType: 'WorkScheduleExclusion', of: 'schedule' },
  work_schedule_capacity_change: {
    model: 'WorkScheduleCapacityChange',
    idType: 'WorkScheduleCapacityChange',
    of: 'schedule',
  },
  user_schedule_exception: { model: 'UserScheduleException', idType: 'UserScheduleExclusion', of: 'person' },
  user_schedule_capacity_change: {
    model: 'UserScheduleCapacityChange',
    idType: 'UserScheduleCapacityChange',
    of: 'person',
  },
  user_schedule_partial_exception: {
    model: 'UserSchedulePartialException',
    idType: 'UserSchedulePartialExclusion',
    of: 'person',
  },
} as const satisfies Record<string, { model: string; idType: EntityType; of: 'schedule' | 'person' }>

export type EntryTable = keyof typeof entryTables
export type EntryRow<T extends EntryTable> = Selectable<AccountDatabase[T]>

/** The number of an entry. */
export const entryId = <T extends EntryTable>(table: T, row: EntryRow<T>): number =>
  (row as unknown as Record<string, number>)[`${table}_id`] as number
