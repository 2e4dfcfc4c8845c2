import { permalink } from '#http/public-url.ts'
import type { Services } from '#http/services.ts'
import { message } from '#mail/message.ts'
import type { Mail } from '#mail/send.ts'
import { mailingLink, unsubscribeHeaders } from '#mailing/links.ts'
import type { NotificationRow } from '#resources/notifications/queries.ts'
import { briefDescription } from '#richtext/brief.ts'

/** Whom a mail goes to. */
export interface Addressee {
  personId: number
  email: string
  firstName: string
  accountName: string
}

/** So many are told one by one; of the rest a mail says how many there are. */
const mostTold = 30

/** The mail that tells of some notifications, those of one item together. */
export function notificationMail(
  services: Pick<Services, 'settings' | 'secret'>,
  { personId, email, firstName, accountName }: Addressee,
  rows: readonly NotificationRow[],
  isDaily: boolean,
): Mail {
  const told = rows.slice(0, mostTold)
  const items = [...Map.groupBy(told, (row) => (row.task_id ?? row.folder_id) as number)]
  const unsubscribe = mailingLink(services, 'unsubscribe:notifications', personId)
  const inbox = `${services.settings.publicUrl}/work/inbox`
  const [first] = told
  const words = {
    subject: isDaily
      ? `Your day in ${accountName}`
      : told.length === 1 && first
        ? `${first.title}: ${sentence(first)}`
        : `${rows.length} new notifications in ${accountName}`,
    paragraphs: [
      ...(firstName ? [`Hello ${firstName},`] : []),
      ...items.map(([id, some]) =>
        [some[0]?.title, ...some.map((row) => `- ${sentence(row)}${quoted(row)}`), permalink(id)].join('\n'),
      ),
      ...(rows.length > told.length ? [`And ${rows.length - told.length} more, in your inbox.`] : []),
    ],
    action: { label: 'Open your inbox', url: inbox },
    reason: `Sent by Taskwright at ${services.settings.publicUrl} as you chose there: ${inbox}/preferences. No more mail of this kind: ${unsubscribe}`,
  }
  return { to: email, ...message(words), headers: unsubscribeHeaders(unsubscribe) }
}

const quoted = ({ comment }: NotificationRow): string => (comment === null ? '' : `: “${briefDescription(comment)}”`)

/** What happened, in a sentence without an end. */
function sentence(row: NotificationRow): string {
  const who = row.actor_name ?? 'Somebody'
  const due = row.details.toDue?.slice(0, 10)
  switch (row.kind) {
    case 'Assigned':
      return `${who} assigned it to you`
    case 'Mentioned':
      return `${who} mentioned you`
    case 'Commented':
      return `${who} commented`
    case 'StatusChanged':
      return `${who} changed the status${row.to_status ? ` to ${row.to_status}` : ''}`
    case 'DatesChanged':
      return due ? `${who} moved it: due ${due}` : `${who} changed the dates`
    case 'ApprovalRequested':
      return `${who} asks for your approval`
    case 'ApprovalDecided':
      return `${who}: ${row.details.decision?.toLowerCase() ?? 'decided'}`
    case 'Shared':
      return `${who} shared it with you`
    case 'DueSoon':
      return `due ${due}`
    case 'Overdue':
      return `was due ${due}`
    default:
      return row.kind satisfies never
  }
}
