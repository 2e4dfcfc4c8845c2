import type { Generated } from 'kysely'
import type { WebhookEventType } from './event-types.ts'

/** An event type with its own filter or extra members, numbers in place of ids. */
export interface ParameterisedColumn {
  eventType: WebhookEventType
  fields?: string[]
  filter?: { customFields?: number[]; recurrent?: boolean }
}

/** A delivery waits, is done, was given up (the receiver refused it) or was dropped when its webhook was suspended. */
export type DeliveryState = 'waiting' | 'delivered' | 'failed' | 'dropped'

export interface WebhookTables {
  webhook: {
    account_id: number
    webhook_id: Generated<number>
    person_id: number
    /** Null: made with a token of no application. */
    client_id: string | null
    /** Null: everything the person sees in the account. */
    folder_id: number | null
    is_space_hook: boolean
    hook_url: string
    host: string
    secret: string | null
    recursive: boolean
    /** Null: all of them. */
    event_types: WebhookEventType[] | null
    parameterised: ParameterisedColumn[] | null
    custom_item_type_ids: number[] | null
    status: Generated<'Active' | 'Suspended'>
    suspended_because: string | null
    /** Events from before are not reported. */
    active_since: Generated<Date>
    created_at: Generated<Date>
    /** When its first waiting delivery is due; null while none waits. */
    next_at: Date | null
    /** A process is at its first delivery, and is taken for dead after this. */
    locked_until: Date | null
    /** The last that was put into its queue, whatever became of it; 0 before the first. */
    last_delivery_id: Generated<number>
  }
  /** Queue and log: the waiting ones are sent in the order of their numbers, one at a time for each webhook. */
  webhook_delivery: {
    account_id: number
    webhook_id: number
    delivery_id: Generated<number>
    /** That of the delivery it repeats, if it repeats one. */
    idempotency_key: Generated<string>
    repeats_delivery_id: number | null
    state: Generated<DeliveryState>
    events: unknown
    attempts: Generated<number>
    answer_status: number | null
    answer: string | null
    created_at: Generated<Date>
    ended_at: Date | null
  }
  /** How far each account's events have been looked at; an account without webhooks has none. */
  webhook_cursor: { account_id: number; last_sequence: number }
  /** Changes of descriptions, told once for all that happen within some minutes. */
  webhook_late_event: {
    account_id: number
    task_id: number
    actor_id: number | null
    occurred_at: Date
    due_at: Date
  }
}
