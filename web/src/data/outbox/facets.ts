import type { Task, UpdateTaskInput } from '@taskwright/sdk'
import { joinHtml } from '../../parts/rich/html.ts'
import { mergePlain } from '../merge.ts'
import type { Waiting } from './change.ts'

type Members = Omit<UpdateTaskInput, 'taskId'>
/** What two people can change at once, by name: a title, the dates, `field ID`. */
type Facets = Record<string, unknown>

/** What a task has where members of a change would put something else. What is added and taken is no such thing: both can be done. */
export function facetsOf(task: Task, members: Members): Facets {
  const facets: Facets = {}
  const { title, description, importance, status, customStatus, dates, customFields } = members
  if (title !== undefined) facets.title = task.title
  if (description !== undefined) facets.description = task.description ?? ''
  if (importance !== undefined) facets.importance = task.importance
  if (status !== undefined || customStatus !== undefined) facets.status = task.customStatusId
  if (dates !== undefined) facets.dates = datesOf(task.dates)
  if (members.billingType !== undefined) facets.billingType = task.billingType ?? null
  if (members.workScheduleId !== undefined) facets.workScheduleId = task.workScheduleId ?? null
  for (const { id } of customFields ?? [])
    facets[`field ${id}`] = task.customFields?.find((field) => field.id === id)?.value ?? null
  return facets
}

const datesOf = ({ type, start, due }: Partial<Task['dates']>) => ({
  type,
  start: start?.slice(0, 16) ?? null,
  due: due?.slice(0, 16) ?? null,
})

/** What becomes of a change once it is known what the task is like now. */
export interface Reconciled {
  /** To be sent: texts with what others wrote in them, the rest as it is. */
  members: Members
  /** Where somebody else has put something else meanwhile: the person decides, about each by itself. */
  disputed: Dispute[]
}

/** What one change puts in the place of what somebody else has put there. */
export interface Dispute {
  mine: Members
  theirs: Facets
}

/**
 * Puts a change that was made of a task as it was (`base`) upon the task as it is: what only one has changed stays as that one has
 * put it, texts are merged, and what both have changed is disputed.
 */
export function reconcile(base: Waiting['base'], members: Members, now: Task): Reconciled {
  const present = facetsOf(now, members)
  const result: Reconciled = { members: {}, disputed: [] }
  const settle = (facet: string, mine: Members, isThere: boolean, merge?: () => Members | undefined) => {
    const isUntouched = base?.[facet] === undefined || isSame(base[facet], present[facet])
    if (!isUntouched && isThere) return
    const merged = isUntouched ? mine : merge?.()
    if (merged) return add(result.members, merged)
    result.disputed.push({ mine, theirs: { [facet]: present[facet] } })
  }
  const { title, description, importance, status, customStatus, dates, customFields, ...others } = members
  const { billingType, workScheduleId, ...rest } = others
  Object.assign(result.members, rest)
  if (title !== undefined)
    settle('title', { title }, now.title === title, () => {
      const { text } = mergePlain(String(base?.title), title, now.title)
      return text === undefined ? undefined : { title: text }
    })
  if (description !== undefined)
    settle('description', { description }, (now.description ?? '') === description, () => ({
      description: joinHtml(String(base?.description), description, now.description ?? ''),
    }))
  if (importance !== undefined) settle('importance', { importance }, now.importance === importance)
  if (customStatus !== undefined) settle('status', { customStatus }, now.customStatusId === customStatus)
  else if (status !== undefined) settle('status', { status }, now.status === status)
  if (dates !== undefined) {
    const wanted = Object.entries(datesOf(dates)).filter(([, value]) => value != null)
    settle(
      'dates',
      { dates },
      wanted.every(([name, value]) => isSameDate(value, datesOf(now.dates)[name as 'due'])),
    )
  }
  if (billingType !== undefined) settle('billingType', { billingType }, now.billingType === billingType)
  if (workScheduleId !== undefined)
    settle('workScheduleId', { workScheduleId }, (now.workScheduleId ?? null) === workScheduleId)
  for (const field of customFields ?? []) {
    const facet = `field ${field.id}`
    settle(facet, { customFields: [field] }, isSame(present[facet], field.value || null))
  }
  return result
}

/** Fields are a list; each is a member of its own here. */
function add(to: Members, members: Members): void {
  const { customFields, ...rest } = members
  Object.assign(to, rest, customFields && { customFields: [...(to.customFields ?? []), ...customFields] })
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** A day is the same with an hour and without. */
const isSameDate = (one: unknown, other: unknown): boolean => String(one).slice(0, 10) === String(other).slice(0, 10)
