import type { Generated } from 'kysely'

export interface ApprovalTables {
  /** Of a task or of a folder: exactly one of the two is set. */
  approval: {
    account_id: number
    approval_id: Generated<number>
    task_id: number | null
    folder_id: number | null
    author_id: number
    type: Generated<'Regular' | 'FilesOnly'>
    description: Generated<string>
    /** yyyy-MM-dd */
    due_date: string | null
    finish_on_approve: Generated<boolean>
    finish_on_reject: Generated<boolean>
    status: 'Draft' | 'Pending' | 'Approved' | 'Rejected' | 'Cancelled'
    finisher_id: number | null
    created_at: Generated<Date>
    updated_at: Generated<Date>
    version: Generated<number>
  }
  /** One for each approver, pending at first. */
  approval_decision: {
    account_id: number
    approval_id: number
    approver_id: number
    status: Generated<'Pending' | 'Approved' | 'Rejected'>
    comment: Generated<string>
    updated_at: Generated<Date>
  }
  approval_attachment: {
    account_id: number
    approval_id: number
    attachment_id: number
  }
}
