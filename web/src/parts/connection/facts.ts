import { type Task, type UpdateTaskInput, updateTask } from '@taskwright/sdk'
import { dayText } from '../../data/days.ts'
import type { Waiting } from '../../data/outbox/change.ts'
import { nameOf } from '../../data/people.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { listText } from '../../language/language.ts'
import { words } from '../../language/words.ts'
import { formatOf } from '../fields/format.ts'
import { valueText } from '../fields/value-text.ts'
import { textOf } from '../rich/html.ts'

const t = words('waiting-facts', {
  title: 'Title',
  description: 'Description',
  importance: 'Importance',
  status: 'Status',
  dates: 'Dates',
  High: 'High',
  Normal: 'Normal',
  Low: 'Low',
  Active: 'Active',
  Completed: 'Completed',
  Deferred: 'Deferred',
  Cancelled: 'Cancelled',
  none: 'none',
  span: ({ start, due }: { start: string; due: string }) => `${start} – ${due}`,
  assigned: 'Assigned',
  unassigned: 'No longer assigned',
  place: 'Its place in the order',
  other: 'Other details',
})

/** One thing that a change puts somewhere. */
export interface Fact {
  /** As in `facets.ts`, where two can dispute it. */
  facet: string
  name: string
  value: string
}

/** What a change of a task does, in words. */
export function factsOf({ operationId, input }: Waiting, facts: ViewFacts | undefined): Fact[] {
  if (operationId !== updateTask.id) return []
  const { taskId: _, ...members } = input as unknown as UpdateTaskInput
  const found: Fact[] = []
  const add = (facet: string, value: unknown) => found.push(factOf(facet, value, facts))
  const { title, description, importance, status, customStatus, dates, customFields } = members
  if (title !== undefined) add('title', title)
  if (description !== undefined) add('description', description)
  if (importance !== undefined) add('importance', importance)
  if (customStatus !== undefined || status !== undefined) add('status', customStatus ?? status)
  if (dates !== undefined) add('dates', dates)
  for (const { id, value } of customFields ?? []) add(`field ${id}`, value)
  const people = (facet: string, name: string, ids: readonly string[] | undefined) => {
    if (ids?.length) found.push({ facet, name, value: listText(ids.map((id) => personName(id, facts))) })
  }
  people('addResponsibles', t.assigned, members.addResponsibles)
  people('removeResponsibles', t.unassigned, members.removeResponsibles)
  if (found.length === 0)
    found.push({
      facet: '',
      name: 'priorityBefore' in members || 'priorityAfter' in members ? t.place : t.other,
      value: '',
    })
  return found
}

/** A value with its name; of the server's, or of a change. */
export function factOf(facet: string, value: unknown, facts: ViewFacts | undefined): Fact {
  if (facet.startsWith('field ')) {
    const field = facts?.customFields.get(facet.slice('field '.length))
    const text = value == null || value === '' ? t.none : String(value)
    const written = field && facts && text !== t.none ? valueText(formatOf(field, facts), text) : text
    return { facet, name: field?.title ?? t.other, value: written }
  }
  if (!isNamed(facet)) return { facet, name: t.other, value: '' }
  return { facet, name: t[facet], value: namedText(facet, value, facts) }
}

const named = ['title', 'description', 'importance', 'status', 'dates'] as const
const isNamed = (facet: string): facet is (typeof named)[number] => (named as readonly string[]).includes(facet)

function namedText(facet: (typeof named)[number], value: unknown, facts: ViewFacts | undefined): string {
  switch (facet) {
    case 'title':
      return String(value)
    case 'description':
      return textOf(String(value)) || t.none
    case 'importance':
      return t[value as Task['importance']]
    case 'status':
      return facts?.statuses.byId.get(String(value))?.name ?? (String(value) in t ? t[value as Task['status']] : '')
    case 'dates':
      return datesText(value as Partial<Task['dates']>)
  }
}

function datesText({ start, due }: { start?: string | null; due?: string | null }): string {
  if (start && due) return t.span({ start: dayText(start), due: dayText(due) })
  const day = due ?? start
  return day ? dayText(day) : t.none
}

const personName = (id: string, facts: ViewFacts | undefined): string => {
  const person = facts?.people.get(id)
  return person ? nameOf(person) : ''
}
