import type { Activity, ActivityState } from '@taskwright/sdk'
import { dayText } from '../../data/days.ts'
import { durationText } from '../../language/durations.ts'
import { listText, numberText } from '../../language/language.ts'
import { plural, words } from '../../language/words.ts'
import { approvalWords } from './approval-words.ts'

interface FromTo {
  what: string
  from?: string | undefined
  to?: string | undefined
}
interface Named {
  names: string
}

const t = words('history-acts', {
  created: 'Created it',
  deleted: 'Moved it to the recycle bin',
  restored: 'Brought it back from the recycle bin',
  changed: ({ what, from, to }: FromTo) =>
    from === undefined
      ? to === undefined
        ? `Changed ${what}`
        : `Set ${what} to ${to}`
      : to === undefined
        ? `Took away ${what}, which was ${from}`
        : `Changed ${what} from ${from} to ${to}`,
  title: 'the title',
  description: 'the description',
  status: 'the status',
  importance: 'the importance',
  start: 'the start',
  due: 'the due date',
  duration: 'the duration',
  dates: 'the dates',
  schedule: 'the work schedule',
  effort: 'the effort',
  type: 'the type',
  billing: 'the billing',
  budget: 'the budget',
  access: 'who may join the space',
  relation: 'how they depend',
  quoted: ({ text }: { text: string }) => `“${text}”`,
  assigned: ({ names }: Named) => `Assigned it to ${names}`,
  unassigned: ({ names }: Named) => `Took it from ${names}`,
  placeholders: 'Changed the placeholders it is assigned to',
  followed: ({ names }: Named) => `Let ${names} follow it`,
  unfollowed: ({ names }: Named) => `${names} no longer follows it`,
  owners: ({ names }: Named) => `Made ${names} responsible for it`,
  ownersGone: ({ names }: Named) => `${names} is no longer responsible for it`,
  shared: ({ names }: Named) => `Shared it with ${names}`,
  unshared: ({ names }: Named) => `Stopped sharing it with ${names}`,
  roles: ({ names }: Named) => `Changed the role of ${names}`,
  placed: ({ names }: Named) => `Put it into ${names}`,
  unplaced: ({ names }: Named) => `Took it out of ${names}`,
  nested: ({ names }: Named) => `Made it part of ${names}`,
  unnested: ({ names }: Named) => `It is no longer part of ${names}`,
  members: ({ names }: Named) => `Made ${names} a member`,
  membersGone: ({ names }: Named) => `${names} is no longer a member`,
  hidden: ({ count }: { count: number }) =>
    plural(count, { one: 'one that you cannot see', other: '# that you cannot see' }),
  commented: 'Wrote a comment',
  commentChanged: 'Changed a comment',
  commentDeleted: 'Deleted a comment',
  attached: ({ name }: { name: string }) => `Attached ${name}`,
  detached: ({ name }: { name: string }) => `Took away the file ${name}`,
  waits: ({ names }: Named) => `It now waits for ${names}`,
  waitsNoMore: ({ names }: Named) => `It no longer waits for ${names}`,
  logged: ({ hours, day }: { hours: string; day: string }) => `Logged ${hours} of work on ${day}`,
  logChanged: 'Changed logged time',
  logDeleted: 'Deleted logged time',
})

/** What an entry of the history tells, in plain words. */
export function sentenceOf(entry: Activity): string {
  const { from = {}, to = {} } = entry
  const change = (what: string, member: keyof ActivityState) =>
    t.changed({ what, from: shown(member, from[member]), to: shown(member, to[member]) })
  const links = (added: (facts: Named) => string, removed: (facts: Named) => string) => linked(entry, added, removed)
  switch (entry.act) {
    case 'Created':
      return t.created
    case 'Deleted':
      return t.deleted
    case 'Restored':
      return t.restored
    case 'TitleChanged':
      return change(t.title, 'title')
    case 'DescriptionChanged':
      return t.changed({ what: t.description })
    case 'StatusChanged':
      return change(t.status, 'status')
    case 'ImportanceChanged':
      return change(t.importance, 'importance')
    case 'DatesChanged':
      return datesSentence(change, from, to)
    case 'WorkScheduleChanged':
      return t.changed({ what: t.schedule })
    case 'CustomFieldsChanged':
      return sentences((entry.customFields ?? []).map(({ title, ...values }) => t.changed({ what: title, ...values })))
    case 'EffortChanged':
      return t.changed({ what: t.effort })
    case 'TypeChanged':
      return change(t.type, 'customItemType')
    case 'BillingTypeChanged':
      return change(t.billing, 'billingType')
    case 'BudgetChanged':
      return change(t.budget, 'budget')
    case 'ResponsiblesChanged':
      return links(t.assigned, t.unassigned)
    case 'PlaceholdersChanged':
      return t.placeholders
    case 'FollowersChanged':
      return links(t.followed, t.unfollowed)
    case 'OwnersChanged':
      return links(t.owners, t.ownersGone)
    case 'SharingChanged':
      return links(t.shared, t.unshared)
    case 'AccessRolesChanged':
      return links(t.roles, t.roles)
    case 'ParentsChanged':
      return links(t.placed, t.unplaced)
    case 'SuperTasksChanged':
      return links(t.nested, t.unnested)
    case 'SpaceChanged':
      return spaceSentence(entry, change)
    case 'CommentAdded':
      return t.commented
    case 'CommentChanged':
      return t.commentChanged
    case 'CommentDeleted':
      return t.commentDeleted
    case 'AttachmentAdded':
      return t.attached({ name: t.quoted({ text: to.title ?? '' }) })
    case 'AttachmentDeleted':
      return t.detached({ name: t.quoted({ text: to.title ?? '' }) })
    case 'DependencyAdded':
    case 'DependencyDeleted':
      return links(t.waits, t.waitsNoMore)
    case 'DependencyChanged':
      return change(t.relation, 'relationType')
    case 'TimelogAdded':
      return t.logged({
        hours: durationText((to.hours ?? 0) * 60),
        day: to.trackedDate ? dayText(to.trackedDate) : '',
      })
    case 'TimelogChanged':
      return t.logChanged
    case 'TimelogDeleted':
      return t.logDeleted
    default:
      return approvalWords(entry.act, to, namesOf(entry.added ?? []))
  }
}

type ChangeText = (what: string, member: keyof ActivityState) => string

function datesSentence(change: ChangeText, from: ActivityState, to: ActivityState): string {
  const members = [
    [t.start, 'start'],
    [t.due, 'due'],
    [t.duration, 'durationMinutes'],
  ] as const
  const said = members.filter(([, member]) => from[member] !== to[member]).map(([what, member]) => change(what, member))
  return said.length > 0 ? sentences(said) : t.changed({ what: t.dates })
}

function spaceSentence(entry: Activity, change: ChangeText): string {
  const { from = {}, to = {}, added = [], removed = [] } = entry
  return sentences([
    ...(from.title === to.title ? [] : [change(t.title, 'title')]),
    ...(from.accessType === to.accessType ? [] : [change(t.access, 'accessType')]),
    ...(added.length + removed.length > 0 || entry.hidden ? [linked(entry, t.members, t.membersGone)] : []),
  ])
}

/** What was added and taken away; what the reader does not see is counted. */
function linked(
  { added = [], removed = [], hidden = 0 }: Activity,
  addedText: (facts: Named) => string,
  removedText: (facts: Named) => string,
): string {
  const unseen = hidden > 0 ? [t.hidden({ count: hidden })] : []
  const [isAdded, isRemoved] = [added.length > 0 || removed.length === 0, removed.length > 0]
  return sentences([
    ...(isAdded ? [addedText({ names: listText([...added.map(({ name }) => name), ...unseen]) })] : []),
    ...(isRemoved
      ? [removedText({ names: listText([...removed.map(({ name }) => name), ...(isAdded ? [] : unseen)]) })]
      : []),
  ])
}

const namesOf = (refs: readonly { name: string }[]): string => listText(refs.map(({ name }) => name))
const sentences = (all: readonly string[]): string => all.join('. ')

/** A value as people write it. */
function shown(member: keyof ActivityState, value: string | number | undefined): string | undefined {
  if (value === undefined) return undefined
  if (member === 'start' || member === 'due') return dayText(String(value))
  if (member === 'durationMinutes') return durationText(Number(value), { inDays: true })
  return typeof value === 'number' ? numberText(value) : t.quoted({ text: value })
}
