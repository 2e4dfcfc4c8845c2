import type { Generated } from 'kysely'
import type { Delivery, NotificationKind } from './kinds.ts'

/** What a notification tells beside its item: numbers and states, no texts and no names. */
export interface Details {
  commentId?: number
  approvalId?: number
  decision?: string
  fromStatusId?: number
  toStatusId?: number
  fromStart?: string | null
  fromDue?: string | null
  toStart?: string | null
  toDue?: string | null
}

export interface NotificationTables {
  notification: {
    account_id: number
    notification_id: Generated<number>
    person_id: number
    kind: NotificationKind
    key: string
    task_id: number | null
    folder_id: number | null
    actor_id: number | null
    details: Generated<Details>
    occurred_at: Generated<Date>
    read_at: Date | null
    archived_at: Date | null
    mail: 'now' | 'daily' | null
  }
  notification_reader: {
    account_id: number
    person_id: number
    choices: Generated<Partial<Record<NotificationKind, Delivery>>>
    mails: Generated<boolean>
    mail_due_at: Date | null
    mailed_at: Date | null
    /** yyyy-MM-dd */
    served_on: string | null
  }
  notification_cursor: { account_id: number; last_sequence: number }
}
