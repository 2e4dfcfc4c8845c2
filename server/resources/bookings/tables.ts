import type { Generated } from 'kysely'
import type { BookingEffort } from './effort.ts'

export interface BookingTables {
  /** Somebody or something kept for a project over some days: a person, a piece of equipment or a placeholder. */
  booking: {
    account_id: number
    booking_id: Generated<number>
    folder_id: number
    person_id: number | null
    asset_id: number | null
    placeholder_id: number | null
    /** yyyy-MM-dd, the last day included. */
    start_date: string
    finish_date: string
    duration_minutes: number
    work_on_weekends: Generated<boolean>
    effort: BookingEffort
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
}
