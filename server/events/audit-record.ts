import { type Kysely, sql } from 'kysely'
import type { Database } from '#database/schema.ts'
import { encodeAccountId, encodeId } from '#ids/encode.ts'
import type { AuditObjectType } from '#resources/audit-log/names.ts'
import { auditOperations } from './audit-operations.ts'
import type { Audited, AuditId } from './audited.ts'
import type { EventRecord } from './change.ts'
import { originOfWork } from './origin.ts'
import type { Actor } from './outbox.ts'

/** An event with the number it got. */
export type NumberedEvent = EventRecord & { eventId: number }

/** A record before the database adds names, address of the person and type of the folder as they are at this moment. */
interface Draft {
  event_id: number
  operation: string
  /** Where its name is looked up. */
  kind: EventRecord['entityType'] | null
  number: number
  object_type: AuditObjectType | null
  object_id: string
  object_name: string | null
  details: Record<string, string>
}

/** Writes what events amount to into the audit log, in their own transaction: one statement, whatever their number. */
export async function recordAudit(
  transaction: Kysely<Database>,
  actor: Actor,
  events: readonly NumberedEvent[],
): Promise<void> {
  const drafts = events.flatMap((event) => draftsOf(actor.accountId, event))
  if (drafts.length === 0) return
  const { accountId, personId } = actor
  const { address = null, source = null } = originOfWork() ?? {}
  await sql`
    insert into audit_record
      (account_id, event_id, operation, person_id, email, address, source, object_type, object_id, object_name, details)
    select ${accountId}, d.event_id, d.operation, ${personId}::bigint,
      coalesce((select email from person where person_id = ${personId}::bigint), ''), ${address}::text, ${source}::text,
      coalesce(d.object_type, now.type, 'Folder'), d.object_id, coalesce(d.object_name, now.name, ''), d.details
    from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as d
      (event_id bigint, operation text, kind text, number bigint, object_type text, object_id text, object_name text, details jsonb)
    left join lateral (
      select null as type, t.title as name from task t
        where d.kind = 'task' and t.account_id = ${accountId} and t.task_id = d.number
      union all
      select case when f.is_space then 'Space' when f.is_project then 'Project' else 'Folder' end, f.title from folder f
        where d.kind = 'folder' and f.account_id = ${accountId} and f.folder_id = d.number
      union all
      select null, g.title from user_group g
        where d.kind = 'group' and g.account_id = ${accountId} and g.group_id = d.number
      union all
      select null, trim(p.first_name || ' ' || p.last_name) from person p where d.kind = 'contact' and p.person_id = d.number
      union all
      select null, i.email from invitation i
        where d.kind = 'invitation' and i.account_id = ${accountId} and i.invitation_id = d.number
      union all
      select null, trim(p.first_name || ' ' || p.last_name) from timesheet s join person p using (person_id)
        where d.kind = 'timesheet' and s.account_id = ${accountId} and s.timesheet_id = d.number
      union all
      select null, a.name from account a where d.kind in ('account', 'data_export') and a.account_id = ${accountId}
    ) now on true`.execute(transaction)
}

function draftsOf(accountId: number, event: NumberedEvent): Draft[] {
  const read = auditOperations[event.type]?.(event) ?? []
  return ([read].flat() as Audited[]).map((audited) => ({
    event_id: event.eventId,
    operation: audited.operation,
    ...(audited.object ? named(accountId, audited.object) : ownObject(accountId, event)),
    details: detailsOf(accountId, audited.details ?? {}),
  }))
}

function named(accountId: number, { type, id, name }: NonNullable<Audited['object']>) {
  const object_id = typeof id === 'string' ? id : encodeId(id.type, accountId, id.number)
  return { kind: null, number: 0, object_type: type, object_id, object_name: name ?? null }
}

/** Entities of events: their type in the log and in ids. A folder's type is looked up, since it may be a project. */
const objects: { readonly [T in EventRecord['entityType']]?: readonly [AuditObjectType | null, AuditId['type']] } = {
  contact: ['User', 'Contact'],
  session: ['User', 'Contact'],
  group: ['Group', 'Contact'],
  invitation: ['Invitation', 'Invitation'],
  workflow: ['Workflow', 'Workflow'],
  custom_field: ['CustomField', 'CustomField'],
  folder: [null, 'Folder'],
  task: ['Task', 'Task'],
  comment: ['Comment', 'Comment'],
  attachment: ['Attachment', 'Attachment'],
  data_export: ['DataExport', 'DataExport'],
  timesheet: ['Timesheet', 'Timesheet'],
}

function ownObject(accountId: number, event: EventRecord) {
  const kind = event.entityType === 'session' ? 'contact' : event.entityType
  const said = { ...event.before, ...event.after } as {
    title?: string
    name?: string
    taskId?: number
    folderId?: number
  }
  const object_name = said.title ?? said.name ?? null
  const number = event.entityId
  if (kind === 'account')
    return { kind, number, object_type: 'Account' as const, object_id: encodeAccountId(accountId), object_name }
  const [object_type, idType] = objects[event.entityType] ?? [null, 'Task' as const]
  const object_id = encodeId(idType, accountId, number)
  if (kind === 'approval') return { ...workItem(accountId, said), object_name: null }
  if (kind !== 'comment') return { kind, number, object_type, object_id, object_name }
  const place = workItem(accountId, said)
  return { ...place, object_type, object_id, object_name }
}

/** The task or folder that something stands at. */
function workItem(accountId: number, { taskId, folderId }: { taskId?: number; folderId?: number }) {
  const onTask = taskId != null
  const number = Number(onTask ? taskId : folderId)
  return {
    kind: onTask ? ('task' as const) : ('folder' as const),
    number,
    object_type: onTask ? ('Task' as const) : null,
    object_id: encodeId(onTask ? 'Task' : 'Folder', accountId, number),
  }
}

/** Texts with ids as clients know them; what has no value is left out. */
function detailsOf(accountId: number, details: NonNullable<Audited['details']>): Record<string, string> {
  const shown = (value: string | number | AuditId): string =>
    typeof value === 'object' ? encodeId(value.type, accountId, value.number) : String(value)
  return Object.fromEntries(
    Object.entries(details).flatMap(([label, value]) => {
      const values = [value ?? []].flat() as (string | number | AuditId)[]
      return values.length === 0 ? [] : [[label, values.map(shown).join(', ')]]
    }),
  )
}
