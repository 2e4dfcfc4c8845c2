import type { Generated, Selectable } from 'kysely'

export type AsyncJobStatus = 'InQueue' | 'InProgress' | 'Completed' | 'Failed'

export interface AsyncJobTables {
  async_job: {
    account_id: number
    async_job_id: Generated<number>
    type: string
    /** Who started it, through which application and with which scopes: it runs as that caller. */
    person_id: number
    client_id: string
    scopes: string[]
    /** Where the request came from, for the audit log. */
    address: string | null
    input: Record<string, unknown>
    status: Generated<AsyncJobStatus>
    total_count: number | null
    processed_count: number | null
    /** Where the next step begins; null before the first. */
    state: Record<string, unknown> | null
    result: Record<string, unknown> | null
    error_message: string | null
    created_at: Generated<Date>
    finished_at: Date | null
  }
}

export type AsyncJobRow = Selectable<AsyncJobTables['async_job']>
