import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import type { Draft, Item } from './drafts.ts'
import { deliveryOf, type NotificationKind } from './kinds.ts'
import type { Details } from './tables.ts'
import { whoSees } from './who-sees.ts'

/** One notification to be. */
export interface Telling {
  personId: number
  kind: NotificationKind
  item: Item
  /** What it is about, said once for each person. */
  key: string
  actorId: number | null
  details: Details
  occurredAt: Date
}

/** A mail comes after this, so that it tells of what happens together, and of nothing that was read meanwhile. */
const mailWaitSeconds = 60
/** No sooner after the one before. */
const mailPauseSeconds = 600

/** For each person what a draft tells them, if they see the item. */
export async function tellingsOf(
  database: Kysely<Database>,
  accountId: number,
  drafts: readonly Draft[],
): Promise<Telling[]> {
  const seen = await whoSees(
    database,
    accountId,
    drafts.flatMap(({ principals, item }) => principals.map((principal) => ({ principal, item }))),
  )
  const all = drafts.flatMap(({ kind, item, principals, details, event }) =>
    [...new Set(principals.flatMap((principal) => seen({ principal, item })))]
      .filter((personId) => personId !== event.actor_id)
      .map((personId) => ({
        personId,
        kind,
        item,
        key: `${event.event_id}:${kind}`,
        actorId: event.actor_id,
        details,
        occurredAt: event.occurred_at,
      })),
  )
  return withoutRepeats(all)
}

/** What tells no more than another of the same change: that it is shared with who is assigned or mentioned anyway. */
const coveredBy: { [K in NotificationKind]?: readonly NotificationKind[] } = {
  Shared: ['Assigned', 'Mentioned', 'ApprovalRequested'],
  Commented: ['Mentioned'],
}

function withoutRepeats(all: readonly Telling[]): Telling[] {
  // All events of a change happened at the same moment: that of its transaction.
  const changeOf = ({ personId, item, actorId, occurredAt }: Telling) =>
    `${personId} ${item.on} ${item.id} ${actorId} ${occurredAt.getTime()}`
  const kinds = new Map<string, Set<NotificationKind>>()
  for (const one of all) kinds.set(changeOf(one), (kinds.get(changeOf(one)) ?? new Set()).add(one.kind))
  const told = new Set<string>()
  return all.filter((one) => {
    const change = changeOf(one)
    // Two events of one change that say the same: a decision, and that it decides the approval.
    const isRepeat = told.has(`${change} ${one.kind}`)
    told.add(`${change} ${one.kind}`)
    return !isRepeat && !coveredBy[one.kind]?.some((kind) => kinds.get(change)?.has(kind))
  })
}

/**
 * Writes notifications as each person wants them, once for each key; notes who waits for a mail, and wakes the browsers of
 * those who are told.
 */
export async function write(
  transaction: Kysely<Database>,
  accountId: number,
  tellings: readonly Telling[],
): Promise<void> {
  if (tellings.length === 0) return
  const people = [...new Set(tellings.map(({ personId }) => personId))]
  const readers = await transaction
    .selectFrom('notification_reader')
    .select(['person_id', 'choices', 'mails'])
    .where('account_id', '=', accountId)
    .where('person_id', 'in', people)
    .execute()
  const wishes = new Map(readers.map((reader) => [reader.person_id, reader]))
  const rows = tellings.flatMap((telling) => {
    const { choices = {}, mails = true } = wishes.get(telling.personId) ?? {}
    const delivery = deliveryOf(choices, telling.kind)
    if (delivery === 'Off') return []
    const mail = !mails || delivery === 'App' ? null : delivery === 'Mail' ? ('now' as const) : ('daily' as const)
    const { personId, kind, key, item, actorId, details, occurredAt } = telling
    return [
      {
        account_id: accountId,
        person_id: personId,
        kind,
        key,
        task_id: item.on === 'task' ? item.id : null,
        folder_id: item.on === 'folder' ? item.id : null,
        actor_id: actorId,
        details: JSON.stringify(details) as never,
        occurred_at: occurredAt,
        mail,
      },
    ]
  })
  if (rows.length === 0) return
  const written = await transaction
    .insertInto('notification')
    .values(rows)
    .onConflict((same) => same.columns(['account_id', 'person_id', 'key']).doNothing())
    .returning(['person_id', 'mail'])
    .execute()
  const waiting = written.filter(({ mail }) => mail === 'now').map(({ person_id }) => person_id)
  await expectMail(transaction, accountId, [...new Set(waiting)])
  await wake(
    transaction,
    accountId,
    written.map(({ person_id }) => person_id),
  )
}

async function expectMail(transaction: Kysely<Database>, accountId: number, people: readonly number[]): Promise<void> {
  if (people.length === 0) return
  await sql`
    insert into notification_reader as r (account_id, person_id, mail_due_at)
    select ${accountId}, p, now() + ${mailWaitSeconds} * interval '1 second' from unnest(${people}::bigint[]) p
    on conflict (account_id, person_id) do update set mail_due_at = coalesce(r.mail_due_at,
      greatest(excluded.mail_due_at, r.mailed_at + ${mailPauseSeconds} * interval '1 second'))`.execute(transaction)
}

/** So many people are named in one notification of PostgreSQL, which takes 8,000 bytes. */
const namedAtOnce = 500

/** Tells the processes of the server whose inbox has changed: the account, then the people. */
export async function wake(database: Kysely<Database>, accountId: number, people: readonly number[]): Promise<void> {
  const all = [...new Set(people)]
  for (let at = 0; at < all.length; at += namedAtOnce) {
    const payload = `${accountId}:${all.slice(at, at + namedAtOnce).join(',')}`
    await sql`select pg_notify('notified', ${payload})`.execute(database)
  }
}
