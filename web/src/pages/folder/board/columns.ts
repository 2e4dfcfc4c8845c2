import type { CreateTaskInput, Task, ViewGrouping } from '@taskwright/sdk'
import { joinMembers, membersOf } from '../../../data/field-values.ts'
import type { TaskMembers } from '../../../data/tasks.ts'
import { fieldKey } from '../../../data/view.ts'
import type { ViewFacts } from '../../../data/view-facts.ts'
import { groupTasks } from '../../../data/view-groups.ts'
import { fieldFor } from '../../../parts/fields/fields.ts'
import type { Option } from '../../../parts/fields/format.ts'

/** A value that cards have in common: a column of the board, or a lane across it. */
export interface Column {
  /** As groups have it: an id, a name of the API, the text of an option; empty for cards without one. */
  value: string
  title: string
  color?: string
}

/** Fields by which cards are moved; a board by another one can only be looked at. */
export const movableFields = ['Status', 'Importance', 'Assignees'] as const
const movableTypes = ['DropDown', 'Multiple', 'Contacts', 'Checkbox'] as const

export const isMovableField = (type: string): boolean => (movableTypes as readonly string[]).includes(type)

/**
 * The columns of a board in the order of their values, those without cards too: every status of the workflows at hand, every
 * option of a field; of people those who have something to do, after nobody.
 *
 * @param workflowId of the folder, whose statuses are there even if it has no task yet
 */
export function columnsOf(
  grouping: ViewGrouping,
  tasks: readonly Task[],
  facts: ViewFacts,
  workflowId: string | undefined,
): Column[] {
  const present = new Map(
    groupTasks(tasks, grouping, facts).map(({ value, title, color }) => [
      value,
      { value, title, ...(color && { color }) },
    ]),
  )
  const possible = possibleColumns(grouping, present, facts, workflowId)
  const known = new Set(possible.map(({ value }) => value))
  return [...possible, ...[...present.values()].filter(({ value }) => !known.has(value))]
}

function possibleColumns(
  grouping: ViewGrouping,
  present: ReadonlyMap<string, Column>,
  facts: ViewFacts,
  workflowId: string | undefined,
): Column[] {
  if (grouping.field === 'Status') {
    const workflows = new Set([workflowId, ...[...present.keys()].map((id) => facts.statuses.byId.get(id)?.workflowId)])
    return [...facts.statuses.byId.values()]
      .filter((status) => workflows.has(status.workflowId) && (!status.hidden || present.has(status.id)))
      .map(({ id, name, color = 'Gray' }) => ({ value: id, title: name, color }))
  }
  const field = facts.customFields.get(grouping.customFieldId ?? '')
  const arePeople = grouping.field === 'Assignees' || field?.type === 'Contacts'
  const { format } = fieldFor(fieldKey(grouping), facts)
  if (format.type === 'Checkbox' || (format.type === 'Choice' && isMovable(grouping, facts))) {
    const options: readonly Option[] = format.type === 'Choice' ? format.optionsFor() : []
    const listed = arePeople ? options.filter(({ id }) => present.has(id)) : options
    const columns = listed.map(({ id, title, color }) => ({ value: id, title, ...(color && { color }) }))
    if (format.type === 'Checkbox') return checkboxColumns(grouping, facts)
    return grouping.field === 'Importance' ? columns : [without(grouping, facts), ...columns]
  }
  return []
}

/** Titles of values that no card has are those that a group of one card would have. */
const titled = (grouping: ViewGrouping, facts: ViewFacts, task: Partial<Task>): Column[] =>
  groupTasks([task as Task], grouping, facts).map(({ value, title }) => ({ value, title }))

const without = (grouping: ViewGrouping, facts: ViewFacts): Column =>
  titled(grouping, facts, { customFields: [] })[0] as Column

function checkboxColumns(grouping: ViewGrouping, facts: ViewFacts): Column[] {
  const id = grouping.customFieldId ?? ''
  return ['false', 'true'].flatMap((value) => titled(grouping, facts, { customFields: [{ id, value }] }))
}

export function isMovable({ field, customFieldId = '' }: ViewGrouping, { customFields }: ViewFacts): boolean {
  if (field !== 'CustomField') return (movableFields as readonly string[]).includes(field)
  const custom = customFields.get(customFieldId)
  return custom !== undefined && isMovableField(custom.type) && custom.settings?.readOnly !== true
}

/**
 * The change that moves a card from a column to another, or undefined where it may not go: a status of another workflow, a
 * value that is calculated.
 */
export function moveBetween(
  grouping: ViewGrouping,
  facts: ViewFacts,
  task: Task,
  from: string,
  to: string,
): TaskMembers | undefined {
  if (from === to) return {}
  if (!isMovable(grouping, facts)) return undefined
  switch (grouping.field) {
    case 'Status': {
      const { byId } = facts.statuses
      return byId.get(task.customStatusId)?.workflowId === byId.get(to)?.workflowId ? { customStatus: to } : undefined
    }
    case 'Importance':
      return { importance: to as Task['importance'] }
    case 'Assignees': {
      const gone = to === '' ? (task.responsibleIds ?? []) : from === '' ? [] : [from]
      return {
        ...(to !== '' && !task.responsibleIds?.includes(to) && { addResponsibles: [to] }),
        ...(gone.length > 0 && { removeResponsibles: gone }),
      }
    }
    default: {
      const field = fieldFor(fieldKey(grouping), facts)
      const custom = facts.customFields.get(grouping.customFieldId ?? '')
      if (!field.change || !custom) return undefined
      if (custom.type !== 'Multiple' && custom.type !== 'Contacts') return field.change(task, to)
      const kept = membersOf(field.read(task)).filter((member) => member !== from && member !== to)
      return field.change(task, to === '' ? '' : joinMembers(custom.type, [...kept, to]))
    }
  }
}

/** What a new task needs to be in a column; undefined where none can be made. */
export function newIn(
  grouping: ViewGrouping,
  facts: ViewFacts,
  value: string,
): Omit<CreateTaskInput, 'folderId' | 'title'> | undefined {
  if (!isMovable(grouping, facts)) return undefined
  if (value === '') return {}
  if (grouping.field === 'Status') return { customStatus: value }
  const change = moveBetween(grouping, facts, blank, '', value)
  const { importance, addResponsibles: responsibles, customFields } = change ?? {}
  return {
    ...(importance && { importance }),
    ...(responsibles && { responsibles }),
    ...(customFields && { customFields }),
  }
}

/** A task that has nothing yet. */
const blank = { responsibleIds: [], customFields: [] } as unknown as Task
