import type { Generated, Selectable } from 'kysely'

export type ImportStatus = 'InProgress' | 'Completed' | 'Failed' | 'Undone'
export type Outcome = 'Created' | 'Skipped' | 'Failed'

export interface ImportTables {
  file_import: {
    account_id: number
    import_id: Generated<number>
    /** Who started it. */
    person_id: number
    folder_id: number
    attachment_id: number
    async_job_id: number | null
    status: Generated<ImportStatus>
    created_at: Generated<Date>
  }
  file_import_row: {
    account_id: number
    import_id: number
    row_number: number
    parent_row: number | null
    position: number
    input: Record<string, unknown> | null
    /** Null while it waits. */
    outcome: Outcome | null
    reason: string | null
    task_id: number | null
    changed_in: string | null
  }
}

export type ImportRow = Selectable<ImportTables['file_import']>
