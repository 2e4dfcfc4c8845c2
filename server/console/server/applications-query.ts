import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { decodeAccountId } from '#ids/decode.ts'
import { type Position, writePosition } from './list-position.ts'

/** A moment as a whole number of microseconds, which any address can hold and PostgreSQL reads back exactly. */
const byMoment = (moment: ReturnType<typeof sql>) => ({
  key: moment,
  text: sql<string>`(extract(epoch from ${moment}) * 1000000)::bigint::text`,
  read: (text: string) =>
    /^\d{1,16}$/.test(text) ? sql`timestamptz 'epoch' + ${Number(text)} * interval '1 microsecond'` : undefined,
  isDescending: true,
})

/** The orders of the list: what rows stand by, that as text, and back again. */
const orders = {
  newest: byMoment(sql`application.created_at`),
  used: byMoment(sql`coalesce(application.last_used_at, 'epoch')`),
  name: {
    key: sql`lower(application.name)`,
    text: sql<string>`lower(application.name)`,
    read: (text: string) => sql`${text}`,
    isDescending: false,
  },
} as const

export type Order = keyof typeof orders

/** Which applications to list. */
export interface ApplicationFilter {
  /** Part of the name, of an address of its people or of the account's name; a client id or an account's id. */
  search: string
  state: 'all' | 'active' | 'suspended' | 'limited'
  order: Order
  after: Position | undefined
}

export const isOrder = (text: string | undefined): text is Order => text !== undefined && text in orders

/** A page of all applications of the server, and where the next one begins. */
export async function listApplications(database: Kysely<Database>, filter: ApplicationFilter, limit: number) {
  const { key, text, read, isDescending } = orders[filter.order]
  let query = database
    .selectFrom('application')
    .innerJoin('account', 'account.account_id', 'application.account_id')
    .select(['application.client_id', 'application.name', 'application.suspended_at', 'application.last_used_at'])
    .select(['application.requests_per_minute', 'account.name as account_name'])
    .select(owners.as('owners'))
    .select(text.as('key'))
    .select((of) =>
      of
        .selectFrom('oauth_grant as grant')
        .select((grant) => grant.fn.countAll<number>().as('count'))
        .whereRef('grant.client_id', '=', 'application.client_id')
        .where('grant.revoked_at', 'is', null)
        .as('grants'),
    )
    .orderBy(key, isDescending ? 'desc' : 'asc')
    .orderBy('application.client_id')
    .limit(limit + 1)
  if (filter.search !== '') query = query.where(found(filter.search))
  if (filter.state === 'active') query = query.where('application.suspended_at', 'is', null)
  if (filter.state === 'suspended') query = query.where('application.suspended_at', 'is not', null)
  if (filter.state === 'limited') query = query.where('application.requests_per_minute', 'is not', null)
  const at = filter.after && read(filter.after[0])
  if (at) {
    const beyond = isDescending ? sql`<` : sql`>`
    const after = sql`application.client_id > ${filter.after?.[1]}`
    query = query.where(sql<boolean>`(${key} ${beyond} ${at} or (${key} = ${at} and ${after}))`)
  }
  const rows = await query.execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    applications: shown,
    next: rows.length > limit && last ? writePosition([last.key, last.client_id]) : undefined,
  }
}

export type ListedApplication = Awaited<ReturnType<typeof listApplications>>['applications'][number]

/** Addresses of the owners of an application. */
const owners = sql<string[]>`array(
  select person.email from application_person keeper join person on person.person_id = keeper.person_id
  where keeper.client_id = application.client_id and keeper.role = 'owner' order by keeper.added_at, person.email)`

function found(search: string): Expression<SqlBool> {
  const part = (column: string) => sql`strpos(lower(${sql.ref(column)}), lower(${search})) > 0`
  return sql`(${part('application.name')} or ${part('account.name')}
    or exists (select from application_person keeper join person on person.person_id = keeper.person_id
      where keeper.client_id = application.client_id and ${part('person.email')})
    or application.client_id = ${search} or application.account_id = ${decodeAccountId(search) ?? null}::bigint)`
}
