import type { Insertable, Kysely, Selectable, Updateable } from 'kysely'
import type { AccountAction, Action } from '#access/actions.ts'
import type { Permit } from '#access/permit.ts'
import type { AccountDatabase, Database } from '#database/schema.ts'

/** Which permit a write to a table needs. A table that is not here cannot be written by an operation. */
interface WritePermits {
  account: 'manageAccount'
  account_user: 'manageUsers' | 'editSelf' | 'invite'
  user_group: 'manageGroups'
  group_member: 'manageGroups'
  group_parent: 'manageGroups'
  invitation: 'invite'
  workflow: 'manageWorkflows'
  custom_status: 'manageWorkflows'
  custom_field: 'manageCustomFields'
  cascading_field: 'editFolder' | 'editTask'
  rollup_field: 'editFolder' | 'editTask'
  hourly_rate: 'manageRates' | 'manageResources' | 'manageUsers' | 'editSelf' | 'share'
  project_exclusion: 'manageRates' | 'share'
  booking: 'editFolder'
  custom_item_type: 'manageItemTypes' | 'share'
  job_role: 'manageResources'
  placeholder: 'manageResources'
  asset: 'manageResources'
  folder: 'createFolder' | 'createAtRoot' | 'createSpace' | 'editFolder' | 'deleteFolder' | 'restore' | 'share' | 'move'
  folder_parent: 'createFolder' | 'createAtRoot' | 'addTo' | 'move'
  folder_owner: 'createFolder' | 'createAtRoot' | 'editFolder'
  folder_share: 'join' | 'editFolder' | 'createFolder' | 'createAtRoot' | 'createSpace' | 'share' | 'move'
  space: 'createSpace' | 'share'
  task: 'createTask' | 'createAtRoot' | 'editTask' | 'changeStatus' | 'deleteTask' | 'restore' | 'move'
  recurrence: 'createTask' | 'createAtRoot' | 'editTask' | 'changeStatus' | 'deleteTask' | 'restore' | 'move'
  task_placement: 'createTask' | 'addTo' | 'move'
  super_task: 'createTask' | 'createAtRoot' | 'editTask' | 'move'
  task_share: 'createTask' | 'createAtRoot' | 'editTask' | 'share' | 'move' | 'requestApproval'
  task_responsible: 'createTask' | 'createAtRoot' | 'editTask'
  task_placeholder: 'createTask' | 'createAtRoot' | 'editTask'
  task_follower: 'createTask' | 'createAtRoot' | 'editTask' | 'follow' | 'read' | 'comment' | 'requestApproval'
  comment: 'comment'
  attachment: 'attach' | 'comment'
  dependency: 'editTask'
  timelog: 'trackTime'
  timer: 'trackTime' | 'ownTimesheets'
  timelog_lock: 'lockTime'
  timelog_category: 'manageTimelogCategories'
  data_export: 'exportData'
  request_form: 'manageForms'
  request_form_submission: 'submitForm'
  timesheet: 'ownTimesheets'
  timesheet_row: 'ownTimesheets'
  timesheet_submission_rule: 'manageWorkSchedules'
  saved_view: 'ownViews' | 'editFolder'
  webhook: 'ownWebhooks'
  approval: 'requestApproval' | 'approve' | 'attach'
  approval_decision: 'requestApproval' | 'approve' | 'attach'
  approval_attachment: 'requestApproval'
  work_schedule: 'manageWorkSchedules'
  work_schedule_exception: 'manageWorkSchedules'
  work_schedule_capacity_change: 'manageWorkSchedules'
  user_schedule_exception: 'manageWorkSchedules'
  user_schedule_capacity_change: 'manageWorkSchedules'
  user_schedule_partial_exception: 'manageWorkSchedules'
}
export type WritableTable = keyof WritePermits
export type WritePermit<T extends WritableTable> = WritePermits[T] extends infer A
  ? A extends Action | AccountAction
    ? Permit<A>
    : never
  : never

type Row<T extends WritableTable> = Selectable<AccountDatabase[T]>
type Values<T extends WritableTable> = Omit<Insertable<AccountDatabase[T]>, 'account_id'>
type Changes<T extends WritableTable> = Omit<Updateable<AccountDatabase[T]>, 'account_id'>
type Key<T extends WritableTable> = { [C in keyof Row<T>]?: Row<T>[C] | readonly Row<T>[C][] }

/** The writes of one transaction. Each is bound to the account and needs the permit of its table. */
export class Rows {
  readonly #database: Kysely<Database>
  readonly #accountId: number

  constructor(transaction: Kysely<Database>, accountId: number) {
    this.#database = transaction
    this.#accountId = accountId
  }

  /** Inserts one row and gives it back whole. */
  async insert<T extends WritableTable>(table: T, permit: WritePermit<T>, values: Values<T>): Promise<Row<T>> {
    const [row] = await this.insertAll(table, permit, [values])
    return row as Row<T>
  }

  /** Inserts rows; those whose key is there already are left as they are. */
  async insertAll<T extends WritableTable>(
    table: T,
    _permit: WritePermit<T>,
    values: readonly Values<T>[],
  ): Promise<Row<T>[]> {
    if (values.length === 0) return []
    const rows = values.map((one) => ({ ...asJson(one), account_id: this.#accountId }))
    const query = this.#database.insertInto(table) as unknown as Loose
    return (await query
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .execute()) as Row<T>[]
  }

  /** Changes the rows that the key names (of this account) and gives them back. An empty key is refused. */
  async update<T extends WritableTable>(
    table: T,
    _permit: WritePermit<T>,
    key: Key<T>,
    changes: Changes<T>,
  ): Promise<Row<T>[]> {
    const query = this.#database.updateTable(table) as unknown as Loose
    return (await this.#keyed(query.set(asJson(changes)), key)
      .returningAll()
      .execute()) as Row<T>[]
  }

  /** Deletes the rows that the key names (of this account) and gives back what they were. */
  async delete<T extends WritableTable>(table: T, _permit: WritePermit<T>, key: Key<T>): Promise<Row<T>[]> {
    const query = this.#database.deleteFrom(table) as unknown as Loose
    return (await this.#keyed(query, key).returningAll().execute()) as Row<T>[]
  }

  #keyed(query: Loose, key: object): Loose {
    const parts = Object.entries(key)
    if (parts.length === 0) throw new Error('A write needs the key of its rows')
    return parts.reduce(
      (narrowed, [column, value]) =>
        Array.isArray(value) ? narrowed.where(column, 'in', value) : narrowed.where(column, '=', value),
      query.where('account_id', '=', this.#accountId),
    )
  }
}

/** Kysely's builders, as far as they are used here on a table known only at run time; the public methods are typed. */
interface Loose {
  values(rows: object[]): Loose
  set(changes: object): Loose
  where(column: string, operator: string, value: unknown): Loose
  onConflict(build: (conflict: { doNothing(): unknown }) => unknown): Loose
  returningAll(): Loose
  execute(): Promise<unknown[]>
}

/** Plain objects go into jsonb columns as text; arrays, dates and SQL expressions go as they are. */
function asJson(values: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => [column, isPlainObject(value) ? JSON.stringify(value) : value]),
  )
}

const isPlainObject = (value: unknown) =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype
