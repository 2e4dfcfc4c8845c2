import type { Kysely, Transaction } from 'kysely'
import type { Action } from '#access/actions.ts'
import { type Caller, inTransaction } from '#access/caller.ts'
import { connect, connectionOf } from '#access/connection.ts'
import { lockAccess } from '#access/folder-access.ts'
import type { Permit } from '#access/permit.ts'
import type { Database } from '#database/schema.ts'
import { follow } from './follow.ts'
import { recordEvents } from './outbox.ts'
import { Rows } from './rows.ts'

/** What happened, for everyone who wants to know: webhooks, audit, live updates, incremental sync. */
export interface EventRecord {
  /** Model and what happened: TaskCreated, TaskStatusChanged … */
  type: string
  entityType:
    | 'account'
    /** Of a person in the pages: signing in and out, the password. `entityId` is the person. */
    | 'session'
    /** What a person lets an application do. `entityId` is the person. */
    | 'grant'
    | 'data_export'
    | 'contact'
    | 'group'
    | 'invitation'
    | 'workflow'
    | 'custom_field'
    | 'folder'
    | 'task'
    | 'comment'
    | 'attachment'
    | 'dependency'
    | 'timelog'
    | 'timer'
    | 'timelog_category'
    | 'timesheet'
    | 'request_form'
    | 'webhook'
    | 'booking'
    | 'hourly_rate'
    | 'custom_item_type'
    | 'job_role'
    | 'placeholder'
    | 'asset'
    | 'approval'
    | 'work_schedule'
    | 'work_schedule_exception'
    | 'work_schedule_capacity_change'
    | 'user_schedule_exception'
    | 'user_schedule_capacity_change'
    | 'user_schedule_partial_exception'
    | 'async_job'
    | 'folder_blueprint'
    | 'task_blueprint'
    | 'view'
  entityId: number
  before?: Record<string, unknown>
  after?: Record<string, unknown>
}

declare const announced: unique symbol

/** The answer of a change together with its events: a change without events has no such value. */
export interface Changed<A> {
  readonly [announced]: true
  readonly answer: A
  readonly events: readonly EventRecord[]
}

/** Ends a change: its answer and at least one event. */
export function changed<A>(answer: A, first: EventRecord, ...more: EventRecord[]): Changed<A> {
  return { answer, events: [first, ...more] } as unknown as Changed<A>
}

/** Ends a change whose events are known only at run time; with none, nothing was changed. */
export function changedBy<A>(answer: A, events: readonly EventRecord[]): Changed<A> {
  return { answer, events } as unknown as Changed<A>
}

/**
 * Makes a change: one transaction with the rows and their events, all or nothing.
 *
 * `inside` is the caller reading within the transaction, so that the answer shows what was just written.
 * `locks: 'access'` takes the account's access structure alone first (moving, sharing, deleting folders);
 * `'leaf'` shares it (creating below a folder). A change by a caller who is inside one already is part of that one.
 */
export async function change<A>(
  caller: Caller,
  work: (rows: Rows, inside: Caller) => Promise<Changed<A>>,
  options: { locks?: 'access' | 'leaf' } = {},
): Promise<A> {
  const database = connectionOf(caller)
  // Of a caller that reads inside a change it is a part of that one.
  if (database.isTransaction) return run(database as Transaction<Database>, caller, work, options)
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().execute(async (transaction) => run(transaction, caller, work, options))
    } catch (error) {
      if (attempt === 3 || !isDeadlock(error)) throw error
    }
  }
}

async function run<A>(
  transaction: Transaction<Database>,
  caller: Caller,
  work: (rows: Rows, inside: Caller) => Promise<Changed<A>>,
  options: { locks?: 'access' | 'leaf' },
): Promise<A> {
  if (options.locks) await lockAccess(transaction, caller.accountId, options.locks === 'access' ? 'alone' : 'shared')
  const rows = connect(new Rows(transaction, caller.accountId), transaction)
  const inside = inTransaction(caller, transaction as Kysely<Database>)
  const { answer, events } = await work(rows, inside)
  const followed = await follow(inside, events)
  await recordEvents(transaction, caller, [...events, ...followed])
  return answer
}

/** 40P01: PostgreSQL ended one of two transactions that waited for each other; nothing of it was written. */
function isDeadlock(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '40P01'
}

export type { Action, Permit }
