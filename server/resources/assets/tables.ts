import type { Generated } from 'kysely'

export interface AssetTables {
  /** Equipment that can be booked; its numbers are among those of people, so that it stands among contacts. */
  asset: {
    account_id: number
    asset_id: Generated<number>
    name: string
    deleted_at: Date | null
    created_at: Generated<Date>
  }
}
