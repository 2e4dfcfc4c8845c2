import type { Task, ViewOrder } from '@taskwright/sdk'
import { collator } from '../language/language.ts'
import { fieldValue, isNumber } from './field-values.ts'
import { nameOf } from './people.ts'
import type { Settings } from './view.ts'
import type { ViewFacts } from './view-facts.ts'
import { byHand, isServersOrder } from './view-query.ts'

type Key = string | number | undefined

/**
 * Tasks in the order of a view. Where the server's order is the whole order they stay as they came, unless some came late; else
 * the first order is the server's already, and little is left to do.
 */
export function inOrder(
  tasks: readonly Task[],
  settings: Settings,
  facts: ViewFacts,
  hasLateComers = false,
): readonly Task[] {
  if (!hasLateComers && isServersOrder({ ...settings, groupBy: [] })) return tasks
  const sortBy = settings.sortBy.length > 0 ? settings.sortBy : [byHand]
  const orders = sortBy.map((order) => ({
    key: keyOf(order, facts),
    sign: order.order === 'Desc' ? -1 : 1,
    isName: names.includes(order.field) || order.field === 'CustomField',
  }))
  const keyed = tasks.map((task) => ({ task, keys: orders.map(({ key }) => key(task)) }))
  keyed.sort((one, other) => {
    for (const [at, { sign, isName }] of orders.entries()) {
      const difference = compare(one.keys[at], other.keys[at], sign, isName)
      if (difference !== 0) return difference
    }
    return 0
  })
  return keyed.map(({ task }) => task)
}

/** Texts that people read sort as their language does; others, as instants and priorities, by their letters. */
const names: readonly ViewOrder['field'][] = ['Title', 'Assignees']

/** What is missing comes last, whichever the direction. */
function compare(one: Key, other: Key, sign: number, isName: boolean): number {
  if (one === other) return 0
  if (one === undefined) return 1
  if (other === undefined) return -1
  if (isName && typeof one === 'string') return sign * collator.compare(one, String(other))
  return one < other ? -sign : sign
}

const importances = { High: 0, Normal: 1, Low: 2 } as const

function keyOf({ field, customFieldId = '' }: ViewOrder, facts: ViewFacts): (task: Task) => Key {
  const { people, customFields } = facts
  switch (field) {
    case 'Manual':
      return ({ priority }) => priority
    case 'Title':
      return ({ title }) => title
    case 'Status': {
      const ranks = new Map([...facts.statuses.byId.keys()].map((id, rank) => [id, rank]))
      return ({ customStatusId }) => ranks.get(customStatusId)
    }
    case 'Importance':
      return ({ importance }) => importances[importance]
    case 'Assignees':
      return ({ responsibleIds = [] }) => {
        const names = responsibleIds.flatMap((id) => people.get(id) ?? []).map(nameOf)
        return names.length === 0 ? undefined : names.sort(collator.compare).join(', ')
      }
    case 'StartDate':
      return ({ dates }) => dates.start ?? dates.due
    case 'DueDate':
      return ({ dates }) => dates.due
    case 'CreatedDate':
      return ({ createdDate }) => createdDate
    case 'UpdatedDate':
      return ({ updatedDate }) => updatedDate
    case 'CompletedDate':
      return ({ completedDate }) => completedDate
    case 'CustomField': {
      const field = customFields.get(customFieldId)
      return (task) => {
        const value = fieldValue(task, customFieldId)
        return value === '' ? undefined : field && isNumber(field) ? Number(value) : value
      }
    }
    default:
      return field satisfies never
  }
}
