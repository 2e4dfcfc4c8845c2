import type { SearchInput, ViewDays } from '@taskwright/sdk'
import { daysOf, instantsOf } from '../../data/view-days.ts'
import type { Viewer } from '../../data/view-query.ts'

export const kinds = ['Space', 'Project', 'Folder', 'Task'] as const
export const statuses = ['Active', 'Completed', 'Deferred', 'Cancelled'] as const
/** Words for days that make sense for when something was changed or is due. */
export const days = ['Today', 'Yesterday', 'ThisWeek', 'LastWeek', 'Last7Days', 'ThisMonth', 'LastMonth'] as const
export const dueDays = ['Overdue', 'Today', 'Tomorrow', 'ThisWeek', 'NextWeek', 'Next7Days', 'ThisMonth'] as const

type Kind = (typeof kinds)[number]
type Status = (typeof statuses)[number]
type Days = NonNullable<ViewDays['relative']>

/** What somebody looks for; all of it may be wrong, as people write addresses too. */
export interface Question {
  text?: string
  kinds?: Kind[]
  /** A place, with all below it. */
  in?: string
  author?: string
  /** A contact, or "me" or "nobody". */
  assignee?: string
  status?: Status[]
  changed?: Days
  due?: Days
}

const some = <Value extends string>(given: unknown, known: readonly Value[]): Value[] | undefined => {
  const found = Array.isArray(given) ? known.filter((value) => given.includes(value)) : []
  return found.length > 0 ? found : undefined
}
const text = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given : undefined)

/** Takes from an address what can be one of a search. */
export function readQuestion(search: Record<string, unknown>): Question {
  const words = typeof search.text === 'number' ? String(search.text) : text(search.text)
  const asked: { [N in keyof Question]: Question[N] | undefined } = {
    text: words,
    kinds: some(search.kinds, kinds),
    in: text(search.in),
    author: text(search.author),
    assignee: text(search.assignee),
    status: some(search.status, statuses),
    changed: days.find((one) => one === search.changed),
    due: dueDays.find((one) => one === search.due),
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined)) as Question
}

/** The question as the API takes it; nothing while there are no words. */
export function inputOf(asked: Question, viewer: Viewer): SearchInput | undefined {
  const words = asked.text?.trim()
  if (!words) return undefined
  const { assignee } = asked
  const person = (id: string | undefined) => (id === 'me' ? viewer.contactId : id)
  const dates = (relative: Days | undefined) => relative && daysOf({ relative }, viewer.firstDayOfWeek)
  const due = dates(asked.due)
  const changed = dates(asked.changed)
  return {
    text: words,
    ...(asked.kinds && { kinds: asked.kinds }),
    ...(asked.in && { folderId: asked.in }),
    ...(person(asked.author) && { authors: [person(asked.author) as string] }),
    ...(assignee === 'nobody'
      ? { unassigned: true }
      : person(assignee) && { responsibles: [person(assignee) as string] }),
    ...(asked.status ? { status: asked.status } : asked.due === 'Overdue' ? { status: ['Active', 'Deferred'] } : {}),
    ...(due && { dueDate: due }),
    ...(changed && { updatedDate: instantsOf(changed) }),
    pageSize: 25,
  }
}

/** Whether anything but the words is asked for. */
export const isFiltered = ({ text: _text, ...filters }: Question): boolean => Object.keys(filters).length > 0
