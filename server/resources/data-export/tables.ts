import type { Generated } from 'kysely'

export type ExportStatus = 'Scheduled' | 'InProgress' | 'Completed' | 'Cancelled' | 'Failed'

export interface DataExportTables {
  data_export: {
    account_id: number
    data_export_id: Generated<number>
    status: Generated<ExportStatus>
    /** Null for the daily one. */
    requested_by: number | null
    requested_at: Generated<Date>
    completed_at: Date | null
  }
  /** `size` is null until all of the file is in the store. */
  data_export_file: {
    account_id: number
    data_export_id: number
    table_name: string
    file_id: Generated<string>
    size: number | null
    row_count: number | null
    created_at: Generated<Date>
  }
}
