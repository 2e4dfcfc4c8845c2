import type { CreateTaskInput, Task, ViewGrouping } from '@taskwright/sdk'
import { dayOf } from './days.ts'
import { fieldValue, hasMembers, joinMembers, membersOf } from './field-values.ts'
import type { TaskMembers } from './tasks.ts'
import type { ViewFacts } from './view-facts.ts'

/**
 * The change that takes a task from one group to another, by the values of the groups; undefined where a task can't be moved so,
 * as to another author. Of several assignees, only the one whose group it leaves goes.
 */
export function changeToGroup(
  grouping: ViewGrouping,
  task: Task,
  from: string,
  to: string,
  facts: ViewFacts,
): TaskMembers | undefined {
  const { field, customFieldId = '' } = grouping
  if (from === to) return {}
  switch (field) {
    case 'Status':
      return { customStatus: to }
    case 'StatusGroup':
      return { status: to as Task['status'] }
    case 'Importance':
      return { importance: to as Task['importance'] }
    case 'Assignees':
      return { ...(to && { addResponsibles: [to] }), ...(from && { removeResponsibles: [from] }) }
    case 'Folders':
      return to === '' ? undefined : { addParents: [to], ...(from && { removeParents: [from] }) }
    case 'DueDate':
    case 'StartDate': {
      const day = dayOfGroup(to)
      if (day === undefined) return undefined
      return { dates: to === '' ? { type: 'Backlog' } : { type: 'Planned', start: day, due: day } }
    }
    case 'CustomField': {
      const type = facts.customFields.get(customFieldId)
      if (!type) return undefined
      const members = membersOf(fieldValue(task, customFieldId)).filter((member) => member !== from && member !== to)
      const value = hasMembers(type) ? joinMembers(type.type, [...members, ...(to ? [to] : [])]) : to
      return { customFields: [{ id: customFieldId, value: value === '' || value === 'false' ? null : value }] }
    }
    case 'Authors':
    case 'ItemType':
      return undefined
    default:
      return field satisfies never
  }
}

/** The day that moving to a group of days means, where it means one. */
function dayOfGroup(group: string): string | undefined {
  if (group === '') return ''
  const today = new Date()
  if (group === 'today') return dayOf(today)
  if (group === 'tomorrow') return dayOf(new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1))
  return undefined
}

/** What a new task begins with to be in a group; undefined where none can be made there. */
export function newInGroup(
  grouping: ViewGrouping,
  value: string,
  facts: ViewFacts,
): Partial<CreateTaskInput> | undefined {
  const nothing = { id: '', dates: { type: 'Backlog' } } as Task
  const members = changeToGroup(grouping, nothing, '', value, facts)
  if (!members) return value === '' ? {} : undefined
  const { addResponsibles, addParents, customFields, customStatus, status, importance, dates } = members
  return {
    ...(addResponsibles && { responsibles: addResponsibles }),
    ...(addParents?.[0] && { folderId: addParents[0] }),
    ...(customFields && { customFields }),
    ...(customStatus && { customStatus }),
    ...(status && { status }),
    ...(importance && { importance }),
    ...(dates && { dates }),
  }
}

/** The same for groups within groups, by the values of all of them. */
export function newInGroups(
  groupBy: readonly ViewGrouping[],
  values: readonly string[],
  facts: ViewFacts,
): Partial<CreateTaskInput> | undefined {
  const all = values.flatMap((value, depth) => {
    const grouping = groupBy[depth]
    return grouping ? [newInGroup(grouping, value, facts)] : []
  })
  return all.every((one) => one !== undefined) ? Object.assign({}, ...all) : undefined
}
