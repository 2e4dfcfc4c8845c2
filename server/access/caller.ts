import { type Kysely, sql } from 'kysely'
import type { Plan } from '#contract/plans.ts'
import type { Scope } from '#contract/scopes.ts'
import type { Database } from '#database/schema.ts'
import { connect, connectionOf } from './connection.ts'
import type { UserRole } from './roles.ts'

/** Who asks, in which account and with what rights. Every read and every write starts from one. */
export interface Caller {
  readonly accountId: number
  readonly personId: number
  readonly role: UserRole
  readonly plan: Plan
  /** The person and all groups it belongs to, through subgroups too: whatever is shared with one of them is shared with it. */
  readonly principals: readonly number[]
  readonly scopes: ReadonlySet<Scope>
  /** Application the token was given to. */
  readonly clientId: string
  /** 'narrow' when the caller sees few tasks of the account: lists then start from what it sees, not from the order. */
  readonly reach: 'wide' | 'narrow'
}

/** Callers who see more tasks than this are not counted further: they are never served from their placements. */
const mostCounted = 20_000
/** Between the pages that lists are read by: of 100, and of 1,000. */
const usualPage = 500

/**
 * Loads the caller for a person in an account.
 *
 * @returns undefined if the person is not an active user of the account, or its admins blocked the application.
 */
export async function loadCaller(
  database: Kysely<Database>,
  who: { accountId: number; personId: number; scopes: readonly Scope[]; clientId: string },
): Promise<Caller | undefined> {
  const { accountId, personId } = who
  const { rows } = await sql<{ role: UserRole; plan: Plan; groups: number[] }>`
    with recursive mine(group_id) as (
      select group_id from group_member where account_id = ${accountId} and person_id = ${personId}
      union
      select p.parent_group_id from group_parent p join mine m on m.group_id = p.group_id where p.account_id = ${accountId}
    )
    select u.role, a.plan, array(select group_id from mine) as groups
    from account_user u join account a on a.account_id = u.account_id
    where u.account_id = ${accountId} and u.person_id = ${personId} and u.state = 'active' and not a.suspended
      and not exists (select from application_block b where b.account_id = u.account_id and b.client_id = ${who.clientId})
  `.execute(database)
  const found = rows[0]
  if (!found) return undefined
  const principals = [personId, ...found.groups]
  const caller: Caller = {
    accountId,
    personId,
    role: found.role,
    plan: found.plan,
    principals,
    scopes: new Set(who.scopes),
    clientId: who.clientId,
    reach: await reachOf(database, accountId, principals),
  }
  return connect(caller, database)
}

/** The accounts in which a person is an active user. */
export async function accountsOf(database: Kysely<Database>, personId: number): Promise<number[]> {
  const rows = await database
    .selectFrom('account_user')
    .select('account_id')
    .where('person_id', '=', personId)
    .where('state', '=', 'active')
    .execute()
  return rows.map((row) => row.account_id)
}

/** The same caller, reading inside a transaction. */
export function inTransaction(caller: Caller, transaction: Kysely<Database>): Caller {
  return connect({ ...caller }, transaction)
}

/** The same caller, whose queries of tasks take the one or the other form. */
export function withReach(caller: Caller, reach: Caller['reach']): Caller {
  return caller.reach === reach ? caller : connect({ ...caller, reach }, connectionOf(caller))
}

/**
 * How lists of tasks are best read. Collecting costs what the caller sees; walking the order costs a probe for each task that
 * is passed, of which one in `all / seen` is visible. They cost the same where seen² is a page times all
 * (docs/decisions/0007-visible-tasks.md).
 */
async function reachOf(database: Kysely<Database>, accountId: number, principals: number[]): Promise<Caller['reach']> {
  const seen = await countSeen(database, accountId, principals)
  if (seen > mostCounted) return 'wide'
  return seen * seen < usualPage * (await estimateTasks(database, accountId)) ? 'narrow' : 'wide'
}

/** Counts visible placements, up to a limit: a few milliseconds at most, whatever the size. */
async function countSeen(database: Kysely<Database>, accountId: number, principals: number[]): Promise<number> {
  const { rows } = await sql<{ seen: number }>`
    select count(*) as seen from (
      select 1
      from folder_access a
      join task_placement p on p.account_id = a.account_id and p.folder_id = a.folder_id and p.deleted_with is null
      where a.account_id = ${accountId} and a.principal_id = any(${principals}::bigint[])
      limit ${mostCounted + 1}
    ) as seen_placements`.execute(database)
  return rows[0]?.seen ?? 0
}

/** The number of tasks in an account, as PostgreSQL estimates it from its statistics, without counting. */
async function estimateTasks(database: Kysely<Database>, accountId: number): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>`
    explain (format json) select from task where account_id = ${sql.lit(accountId)}`.execute(database)
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0
}
