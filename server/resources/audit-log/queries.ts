import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { sql } from '#database/sql.ts'
import type { Source } from '#events/origin.ts'
import type { AuditSearch } from './filters.ts'
import type { AuditObjectType, AuditOperation } from './names.ts'

export interface AuditRow {
  audit_record_id: number
  occurred_at: Date
  /** `occurred_at` to the microsecond, for page tokens. */
  at: string
  operation: AuditOperation
  person_id: number | null
  email: string
  owner_id: number
  owner_email: string
  address: string | null
  source: Source | null
  object_type: AuditObjectType
  object_id: string
  object_name: string
  details: Record<string, string>
}

/** The place of a record in the order of the log. */
export interface AuditPosition {
  at: string
  id: number
}

const types = { object_id: sql`text`, person_id: sql`bigint`, operation: sql`text` }

/**
 * Records, newest first, after a position.
 *
 * Each value of a filter walks its own stretch of an index, newest first, and the stretches are merged: at most `limit`
 * records are read for each value, however many there are. One scan for all values would have to sort what it finds.
 */
export async function auditRecords(
  caller: Caller,
  { led, conditions }: AuditSearch,
  after: AuditPosition | undefined,
  limit: number,
): Promise<AuditRow[]> {
  const names = Object.keys(led) as (keyof typeof types)[]
  const values = names.map((name) => sql`unnest(${led[name]}::${types[name]}[]) as ${sql.ref(`led_${name}`)}(value)`)
  const all = [
    sql`r.account_id = ${caller.accountId}`,
    ...names.map((name) => sql`r.${sql.ref(name)} = ${sql.ref(`led_${name}.value`)}`),
    ...conditions,
    // The row comparison places the scan in the index; the plain one leaves out later partitions.
    ...(after
      ? [
          sql`(r.occurred_at, r.audit_record_id) < (${after.at}::timestamptz, ${after.id}::bigint)`,
          sql`r.occurred_at <= ${after.at}::timestamptz`,
        ]
      : []),
  ]
  const { rows } = await sql<AuditRow>`
    select found.*, found.occurred_at::text as at, o.person_id as owner_id, p.email as owner_email
    from (
      select one.* from ${values.length > 0 ? sql`${sql.join(values, sql` cross join `)} cross join` : sql``} lateral (
        select r.audit_record_id, r.occurred_at, r.operation, r.person_id, r.email, r.address, r.source, r.object_type,
          r.object_id, r.object_name, r.details
        from audit_record r
        where ${sql.join(all, sql` and `)}
        order by r.occurred_at desc, r.audit_record_id desc limit ${limit}
      ) one
      order by one.occurred_at desc, one.audit_record_id desc limit ${limit}
    ) found
    join account_user o on o.account_id = ${caller.accountId} and o.role = 'owner'
    join person p on p.person_id = o.person_id
    order by found.occurred_at desc, found.audit_record_id desc`.execute(connectionOf(caller))
  return rows
}

/** How many records there are. */
export async function countRecords(caller: Caller, { led, conditions }: AuditSearch): Promise<number> {
  const names = Object.keys(led) as (keyof typeof types)[]
  const all = [
    sql`r.account_id = ${caller.accountId}`,
    ...names.map((name) => sql`r.${sql.ref(name)} = any(${led[name]}::${types[name]}[])`),
    ...conditions,
  ]
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from audit_record r where ${sql.join(all, sql` and `)}`.execute(connectionOf(caller))
  return rows[0]?.count ?? 0
}

/** Which of these are or were users of the account: the log tells of those who left, too. */
export async function usersEver(caller: Caller, personIds: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('account_user')
    .select('person_id')
    .where('account_id', '=', caller.accountId)
    .where('person_id', 'in', personIds)
    .execute()
  return new Set(rows.map((row) => row.person_id))
}
