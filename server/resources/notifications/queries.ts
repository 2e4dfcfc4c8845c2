import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { probeTask, seesFolder } from '#access/visible.ts'
import { sql } from '#database/sql.ts'
import type { Delivery, NotificationKind } from '#notifying/kinds.ts'
import type { Details } from '#notifying/tables.ts'
import { wake } from '#notifying/tell.ts'
import { seesPerson } from '../contacts/queries.ts'

/** A notification with what is looked up for it. */
export interface NotificationRow {
  notification_id: number
  kind: NotificationKind
  task_id: number | null
  folder_id: number | null
  actor_id: number | null
  details: Details
  occurred_at: Date
  read_at: Date | null
  archived_at: Date | null
  title: string
  actor_name: string | null
  /** Clean HTML of the comment. */
  comment: string | null
  from_status: string | null
  to_status: string | null
}

/** Which ones. */
export interface NotificationFilter {
  ids?: readonly number[] | undefined
  unread?: boolean | undefined
  archived?: boolean | undefined
  kinds?: readonly NotificationKind[] | undefined
  taskId?: number | undefined
  folderId?: number | undefined
  /** The newest of them. */
  until?: number | undefined
  before?: number | undefined
  /** Waiting for this mail. */
  mail?: 'now' | 'daily' | undefined
}

const mostCounted = 1000

/**
 * Notifications of the caller, newest first: none of what is hidden from the caller by now, is in the recycle bin, or was a
 * comment that is gone.
 *
 * Plan: `notification_person` (or `notification_unread`) backwards; for each row the item and who reaches it by their keys.
 */
export async function notificationRows(
  caller: Caller,
  filter: NotificationFilter,
  limit: number,
): Promise<NotificationRow[]> {
  const { rows } = await sql<NotificationRow>`
    select n.notification_id, n.kind, n.task_id, n.folder_id, n.actor_id, n.details, n.occurred_at, n.read_at, n.archived_at,
      coalesce(t.title, f.title) as title, c.text as comment,
      (select coalesce(nullif(trim(p.first_name || ' ' || p.last_name), ''), p.email)
        from account_user u join person p using (person_id)
        where u.account_id = n.account_id and u.person_id = n.actor_id and ${seesPerson(caller, 'u')}) as actor_name,
      ${statusName('fromStatusId')} as from_status, ${statusName('toStatusId')} as to_status
    ${seen(caller, filter)}
    order by n.notification_id desc limit ${limit}`.execute(connectionOf(caller))
  return rows
}

/** How many there are, counted no further than 1,000. */
export async function countUnread(caller: Caller): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::int as unread from (
      select 1 ${seen(caller, { unread: true, archived: false })} limit ${mostCounted}) as counted`.execute(
    connectionOf(caller),
  )
  return rows[0]?.unread ?? 0
}

/** The beginning of a statement: those that the caller may read and that the filter names. */
const seen = (caller: Caller, filter: NotificationFilter) => sql`
  from notification n
  left join task t on t.account_id = n.account_id and t.task_id = n.task_id and t.deleted_at is null
  left join folder f on f.account_id = n.account_id and f.folder_id = n.folder_id and f.deleted_at is null
  left join comment c on c.account_id = n.account_id and c.comment_id = (n.details ->> 'commentId')::bigint
  where n.account_id = ${caller.accountId} and n.person_id = ${caller.personId} and ${sql.join(conditions(filter), sql` and `)}
    and case when n.task_id is not null then t.task_id is not null and ${probeTask(caller, sql.ref('n.task_id'))}
      else f.folder_id is not null and ${seesFolder(caller, sql.ref('n.folder_id'))} end
    and (n.details ->> 'commentId' is null or c.comment_id is not null)`

function conditions(filter: NotificationFilter) {
  const { ids, unread, archived, kinds, taskId, folderId, until, before, mail } = filter
  return [
    sql`true`,
    ...(ids ? [sql`n.notification_id = any(${ids}::bigint[])`] : []),
    ...(unread ? [sql`n.read_at is null`] : []),
    ...(archived === undefined ? [] : [archived ? sql`n.archived_at is not null` : sql`n.archived_at is null`]),
    ...(kinds ? [sql`n.kind = any(${kinds}::text[])`] : []),
    ...(taskId === undefined ? [] : [sql`n.task_id = ${taskId}`]),
    ...(folderId === undefined ? [] : [sql`n.folder_id = ${folderId}`]),
    ...(until === undefined ? [] : [sql`n.notification_id <= ${until}`]),
    ...(before === undefined ? [] : [sql`n.notification_id < ${before}`]),
    ...(mail === undefined ? [] : [sql`n.mail = ${mail}`]),
  ]
}

const statusName = (member: 'fromStatusId' | 'toStatusId') => sql`(
  select s.name from custom_status s
  where s.account_id = n.account_id and s.custom_status_id = (n.details ->> ${sql.lit(member)})::bigint)`

/** Marks some of the caller's notifications, and wakes their other browsers. What has been read waits for no mail. */
export async function mark(
  caller: Caller,
  filter: NotificationFilter,
  { read, archived }: { read?: boolean | undefined; archived?: boolean | undefined },
): Promise<void> {
  if (read === undefined && archived === undefined) return
  const isRead = archived ? true : read
  const changes = [
    ...(isRead === undefined
      ? []
      : isRead
        ? [sql`read_at = coalesce(n.read_at, now())`, sql`mail = null`]
        : [sql`read_at = null`]),
    ...(archived === undefined
      ? []
      : [archived ? sql`archived_at = coalesce(n.archived_at, now())` : sql`archived_at = null`]),
  ]
  const database = connectionOf(caller)
  await sql`
    update notification n set ${sql.join(changes)}
    where n.account_id = ${caller.accountId} and n.person_id = ${caller.personId}
      and ${sql.join(conditions(filter), sql` and `)}`.execute(database)
  await wake(database, caller.accountId, [caller.personId])
}

/** Which of these are notifications of the caller. */
export async function ownNotifications(caller: Caller, ids: readonly number[]): Promise<Set<number>> {
  const rows = await connectionOf(caller)
    .selectFrom('notification')
    .select('notification_id')
    .where('account_id', '=', caller.accountId)
    .where('person_id', '=', caller.personId)
    .where('notification_id', 'in', ids)
    .execute()
  return new Set(rows.map((row) => row.notification_id))
}

/** What the caller has chosen. */
export async function choicesOf(
  caller: Caller,
): Promise<{ choices: Partial<Record<NotificationKind, Delivery>>; mails: boolean }> {
  const row = await connectionOf(caller)
    .selectFrom('notification_reader')
    .select(['choices', 'mails'])
    .where('account_id', '=', caller.accountId)
    .where('person_id', '=', caller.personId)
    .executeTakeFirst()
  return row ?? { choices: {}, mails: true }
}

/** Writes down a choice; the rest stays as it is. */
export async function choose(
  caller: Caller,
  { choices, mails }: { choices: Partial<Record<NotificationKind, Delivery>>; mails?: boolean | undefined },
): Promise<void> {
  await sql`
    insert into notification_reader as r (account_id, person_id, choices, mails)
    values (${caller.accountId}, ${caller.personId}, ${JSON.stringify(choices)}::jsonb, ${mails ?? true})
    on conflict (account_id, person_id) do update
      set choices = r.choices || excluded.choices, mails = coalesce(${mails ?? null}::boolean, r.mails)`.execute(
    connectionOf(caller),
  )
}
