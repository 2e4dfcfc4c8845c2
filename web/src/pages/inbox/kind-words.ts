import type { Notification, NotificationKind } from '@taskwright/sdk'
import { dayText } from '../../data/days.ts'
import { words } from '../../language/words.ts'

interface Who {
  who: string
}

const names = words('inbox-kinds', {
  Assigned: 'Assigned to me',
  Mentioned: 'Mentions of me',
  Commented: 'Comments on what I follow or do',
  StatusChanged: 'Changes of status',
  DatesChanged: 'Changes of dates',
  ApprovalRequested: 'My approval is asked for',
  ApprovalDecided: 'Decisions about my approvals',
  Shared: 'Shared with me',
  DueSoon: 'Due today or tomorrow',
  Overdue: 'Overdue',
})

const t = words('inbox-sentences', {
  somebody: 'Somebody',
  assigned: ({ who }: Who) => `${who} assigned it to you`,
  mentioned: ({ who, text }: Who & { text: string }) => `${who} mentioned you: “${text}”`,
  mentionedInText: ({ who }: Who) => `${who} mentioned you in the description`,
  commented: ({ who, text }: Who & { text: string }) => `${who}: “${text}”`,
  status: ({ who, from, to }: Who & { from: string; to: string }) => `${who} changed the status from ${from} to ${to}`,
  statusTo: ({ who, to }: Who & { to: string }) => `${who} changed the status to ${to}`,
  statusSome: ({ who }: Who) => `${who} changed the status`,
  due: ({ who, day }: Who & { day: string }) => `${who} changed the dates: due ${day}`,
  dates: ({ who }: Who) => `${who} changed the dates`,
  noDates: ({ who }: Who) => `${who} took the dates away`,
  asked: ({ who }: Who) => `${who} asks for your approval`,
  approved: ({ who }: Who) => `${who} approved it`,
  rejected: ({ who }: Who) => `${who} rejected it`,
  cancelled: ({ who }: Who) => `${who} called the approval off`,
  shared: ({ who }: Who) => `${who} shared it with you`,
  dueSoon: ({ day }: { day: string }) => `Due ${day}`,
  overdue: ({ day }: { day: string }) => `Was due ${day}`,
})

export const kindName = (kind: NotificationKind): string => names[kind]

/** What happened, in plain words. */
export function sentenceOf({ kind, authorName, text, from, to, decision }: Notification): string {
  const who = authorName ?? t.somebody
  const day = to?.due ? dayText(to.due) : ''
  switch (kind) {
    case 'Assigned':
      return t.assigned({ who })
    case 'Mentioned':
      return text === undefined ? t.mentionedInText({ who }) : t.mentioned({ who, text })
    case 'Commented':
      return t.commented({ who, text: text ?? '' })
    case 'StatusChanged':
      if (!to?.status) return t.statusSome({ who })
      return from?.status ? t.status({ who, from: from.status, to: to.status }) : t.statusTo({ who, to: to.status })
    case 'DatesChanged':
      return day ? t.due({ who, day }) : to ? t.dates({ who }) : t.noDates({ who })
    case 'ApprovalRequested':
      return t.asked({ who })
    case 'ApprovalDecided':
      return decision === 'Approved'
        ? t.approved({ who })
        : decision === 'Rejected'
          ? t.rejected({ who })
          : t.cancelled({ who })
    case 'Shared':
      return t.shared({ who })
    case 'DueSoon':
      return t.dueSoon({ day })
    case 'Overdue':
      return t.overdue({ day })
    default:
      return kind satisfies never
  }
}
