import type { Task, ViewGrouping } from '@taskwright/sdk'
import { collator } from '../language/language.ts'
import { words } from '../language/words.ts'
import { dayOf, dayText } from './days.ts'
import { fieldValue, hasMembers, isDay, isNumber, membersOf } from './field-values.ts'
import { nameOf } from './people.ts'
import { daysOf } from './view-days.ts'
import type { ViewFacts } from './view-facts.ts'

/** Tasks that have something in common; a task with several assignees is in several groups. */
export interface Group {
  /** The value that they have in common: an id, a name of the API, the text of an option; empty for those without. */
  value: string
  title: string
  /** A colour of the API by its name, where the value has one. */
  color?: string
  tasks: readonly Task[]
}

interface GroupFacts {
  title: string
  rank: string | number
  color?: string
}

const t = words('groups', {
  nobody: 'Nobody',
  none: 'None',
  noDate: 'No date',
  past: 'Before today',
  today: 'Today',
  tomorrow: 'Tomorrow',
  thisWeek: 'This week',
  nextWeek: 'Next week',
  later: 'Later',
  noFolder: 'No folder that you see',
  task: 'Task',
  yes: 'Yes',
  no: 'No',
  High: 'High',
  Normal: 'Normal',
  Low: 'Low',
  Active: 'Active',
  Completed: 'Completed',
  Deferred: 'Deferred',
  Cancelled: 'Cancelled',
})

const dayGroups = ['past', 'today', 'tomorrow', 'thisWeek', 'nextWeek', 'later'] as const
const importances = ['High', 'Normal', 'Low'] as const
const statusGroups = ['Active', 'Completed', 'Deferred', 'Cancelled'] as const

/** Groups in the order of their values, without a value last; the tasks of each stay in the order they have. */
export function groupTasks(tasks: readonly Task[], grouping: ViewGrouping, facts: ViewFacts): Group[] {
  const valuesOf = valuesBy(grouping, facts)
  const byValue = new Map<string, Task[]>()
  for (const task of tasks)
    for (const value of valuesOf(task)) {
      const group = byValue.get(value)
      if (group) group.push(task)
      else byValue.set(value, [task])
    }
  const groups = [...byValue].map(([value, members]) => ({ value, tasks: members, ...factsOf(value, grouping, facts) }))
  const sign = grouping.order === 'Desc' ? -1 : 1
  groups.sort(
    (one, other) =>
      Number(one.value === '') - Number(other.value === '') ||
      sign *
        (typeof one.rank === 'number' && typeof other.rank === 'number'
          ? one.rank - other.rank
          : collator.compare(String(one.rank), String(other.rank))),
  )
  return groups.map(({ rank: _, ...group }) => group)
}

/** The values by which a task is in groups; always at least one, empty if it has none. */
export function valuesBy({ field, customFieldId = '' }: ViewGrouping, facts: ViewFacts): (task: Task) => string[] {
  const orNone = (values: readonly string[] | undefined) => (values?.length ? [...new Set(values)] : [''])
  switch (field) {
    case 'Status':
      return ({ customStatusId }) => [customStatusId]
    case 'StatusGroup':
      return ({ status }) => [status]
    case 'Importance':
      return ({ importance }) => [importance]
    case 'Assignees':
      return ({ responsibleIds }) => orNone(responsibleIds)
    case 'Authors':
      return ({ authorIds }) => orNone(authorIds)
    case 'Folders':
      return ({ parentIds }) => orNone(parentIds?.filter((id) => facts.places.byId.has(id)))
    case 'ItemType':
      return ({ customItemTypeId }) => [customItemTypeId ?? '']
    case 'StartDate':
    case 'DueDate': {
      const groupOf = dayGroupBy(facts)
      return ({ dates }) => [groupOf(field === 'DueDate' ? dates.due : (dates.start ?? dates.due))]
    }
    case 'CustomField': {
      const type = facts.customFields.get(customFieldId)
      if (!type) return () => ['']
      return (task) => {
        const value = fieldValue(task, customFieldId)
        if (type.type === 'Checkbox') return [value === 'true' ? 'true' : 'false']
        return hasMembers(type) ? orNone(membersOf(value)) : [value]
      }
    }
    default:
      return field satisfies never
  }
}

/** Which of the groups of days a day is in today. */
function dayGroupBy({ viewer }: ViewFacts): (local: string | undefined) => string {
  const endOf = (relative: 'Today' | 'Tomorrow' | 'ThisWeek' | 'NextWeek') =>
    daysOf({ relative }, viewer.firstDayOfWeek)?.end ?? ''
  const today = dayOf(new Date())
  const ends = [today, endOf('Today'), endOf('Tomorrow'), endOf('ThisWeek'), endOf('NextWeek')]
  return (local) => {
    if (!local) return ''
    const at = ends.findIndex((end) => local.slice(0, 10) < end)
    return dayGroups[at === -1 ? 5 : at] as string
  }
}

/** What a group is called, and where it stands among the others. */
function factsOf(value: string, { field, customFieldId = '' }: ViewGrouping, facts: ViewFacts): GroupFacts {
  const named = (title: string | undefined, none: string): GroupFacts =>
    value === '' ? { title: none, rank: '' } : { title: title ?? value, rank: title ?? value }
  switch (field) {
    case 'Status': {
      const status = facts.statuses.byId.get(value)
      const rank = [...facts.statuses.byId.keys()].indexOf(value)
      return { title: status?.name ?? value, rank, color: status?.color ?? 'Gray' }
    }
    case 'StatusGroup':
      return { title: t[value as (typeof statusGroups)[number]], rank: statusGroups.indexOf(value as never) }
    case 'Importance':
      return { title: t[value as (typeof importances)[number]], rank: importances.indexOf(value as never) }
    case 'Assignees':
    case 'Authors': {
      const person = facts.people.get(value)
      return named(person && nameOf(person), t.nobody)
    }
    case 'Folders':
      return named(facts.places.byId.get(value)?.title, t.noFolder)
    case 'ItemType':
      return { title: facts.itemTypes.get(value)?.title ?? t.task, rank: facts.itemTypes.get(value)?.title ?? '' }
    case 'StartDate':
    case 'DueDate':
      return value === ''
        ? { title: t.noDate, rank: 9 }
        : { title: t[value as (typeof dayGroups)[number]], rank: dayGroups.indexOf(value as never) }
    case 'CustomField':
      return fieldFacts(value, customFieldId, facts)
    default:
      return field satisfies never
  }
}

function fieldFacts(value: string, fieldId: string, { customFields, people }: ViewFacts): GroupFacts {
  const field = customFields.get(fieldId)
  if (value === '' || !field) return { title: value || t.none, rank: value }
  if (field.type === 'Checkbox') return value === 'true' ? { title: t.yes, rank: 0 } : { title: t.no, rank: 1 }
  if (isNumber(field)) return { title: value, rank: Number(value) }
  if (isDay(field)) return { title: dayText(value), rank: Date.parse(value) }
  if (field.type === 'Contacts') {
    const person = people.get(value)
    const name = person ? nameOf(person) : value
    return { title: name, rank: name }
  }
  const options = field.settings?.options ?? []
  const at = options.findIndex((option) => option.value === value)
  const color = field.settings?.optionColorsEnabled ? options[at]?.color : undefined
  return { title: value, rank: at === -1 ? value : at, ...(color && { color }) }
}
