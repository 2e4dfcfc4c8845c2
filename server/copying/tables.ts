import type { Generated } from 'kysely'

export interface CopyTables {
  /** Original and copy while a copy is being made. */
  copied_folder: { account_id: number; copy_id: number; source_id: number; target_id: Generated<number> }
  copied_task: {
    account_id: number
    copy_id: number
    source_id: number
    target_id: Generated<number>
    position: number
  }
}
