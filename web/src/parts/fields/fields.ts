import type { CustomField, Task } from '@taskwright/sdk'
import { fieldValue } from '../../data/field-values.ts'
import type { Rights } from '../../data/rights.ts'
import type { TaskMembers } from '../../data/tasks.ts'
import { columnFields, type FieldKey, fieldOf } from '../../data/view.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { words } from '../../language/words.ts'
import { datesWith } from './dates.ts'
import { type Format, formatOf, isEditable, peopleOptions } from './format.ts'
import { asMarkup, plainText } from './plain.ts'

/** Something that tasks have: what it is called, how its values are written, and how it is changed. */
export interface Field {
  key: FieldKey
  title: string
  format: Format
  /** The value that a task has; empty text for none. */
  read: (task: Task) => string
  /** The change that gives a task a value; a field without it is only shown. */
  change?: (task: Task, value: string) => TaskMembers
}

const t = words('fields', {
  Title: 'Title',
  Status: 'Status',
  Importance: 'Importance',
  Assignees: 'Assignees',
  Authors: 'Authors',
  StartDate: 'Start',
  DueDate: 'Due',
  Duration: 'Duration',
  Effort: 'Effort',
  CreatedDate: 'Created',
  UpdatedDate: 'Updated',
  CompletedDate: 'Completed',
  Folders: 'Folders',
  Parents: 'Parent tasks',
  Predecessors: 'Predecessors',
  ItemType: 'Type',
  CustomField: 'Field that is gone',
  Manual: 'By hand',
  StatusGroup: 'Group of statuses',
  High: 'High',
  Normal: 'Normal',
  Low: 'Low',
  task: 'Task',
})

/** A field as somebody with these rights has it: what they may not change is only shown. */
export function asAllowed(field: Field, may: Pick<Rights, 'edit' | 'changeStatus'>): Field {
  if (may.edit || (may.changeStatus && field.key === 'Status')) return field
  const { change: _, ...shown } = field
  return shown
}

/** What a field is called; of a custom field its title. */
export function fieldTitle(key: FieldKey, facts: Pick<ViewFacts, 'customFields'>): string {
  const { field, customFieldId } = fieldOf<keyof typeof t>(key)
  const named = customFieldId === undefined ? undefined : facts.customFields.get(customFieldId)?.title
  return named ?? (t[field] as string)
}

/** All fields that a column may show, those of the account last. */
export const fieldKeys = ({ customFields }: Pick<ViewFacts, 'customFields'>): FieldKey[] => [
  ...columnFields.filter((field) => field !== 'CustomField' && field !== 'Predecessors' && field !== 'Parents'),
  ...[...customFields.values()].filter(({ archived }) => !archived).map(({ id }) => `CustomField:${id}`),
]

/** A field by its key, as the account has it. */
export function fieldFor(key: FieldKey, facts: ViewFacts): Field {
  const { field: name, customFieldId } = fieldOf<(typeof columnFields)[number]>(key)
  const field = customFieldId === undefined ? undefined : facts.customFields.get(customFieldId)
  const base = { key, title: fieldTitle(key, facts) }
  if (field) return { ...base, ...customField(field, facts) }
  const built = builtIn(name, facts)
  return { ...base, ...(built ?? { format: { type: 'Text' }, read: () => '' }) }
}

function customField(field: CustomField, facts: ViewFacts): Omit<Field, 'key' | 'title'> {
  const { id } = field
  const isText = field.type === 'Text'
  return {
    format: formatOf(field, facts),
    read: (task) => (isText ? plainText(fieldValue(task, id)) : fieldValue(task, id)),
    ...(isEditable(field) && {
      change: (_task: Task, value: string) => ({
        customFields: [{ id, value: value === '' ? null : isText ? asMarkup(value) : value }],
      }),
    }),
  }
}

const choice = (options: { id: string; title: string; color?: string }[], isMany = false): Format => ({
  type: 'Choice',
  isMany,
  optionsFor: () => options,
  takesOthers: false,
})

function builtIn(name: string, facts: ViewFacts): Omit<Field, 'key' | 'title'> | undefined {
  const { statuses, places, itemTypes } = facts
  switch (name) {
    case 'Title':
      return {
        format: { type: 'Text', isRequired: true },
        read: ({ title }) => title,
        change: (_, title) => ({ title }),
      }
    case 'Status':
      return {
        format: {
          type: 'Choice',
          isMany: false,
          isRequired: true,
          takesOthers: false,
          optionsFor: (task) =>
            (task ? statuses.beside(task.customStatusId) : [...statuses.byId.values()]).map(
              ({ id, name: title, color = 'Gray' }) => ({ id, title, color }),
            ),
        },
        read: ({ customStatusId }) => customStatusId,
        change: (_, customStatus) => (customStatus === '' ? {} : { customStatus }),
      }
    case 'Importance':
      return {
        format: {
          type: 'Choice',
          isMany: false,
          isRequired: true,
          takesOthers: false,
          optionsFor: () => (['High', 'Normal', 'Low'] as const).map((id) => ({ id, title: t[id] })),
        },
        read: ({ importance }) => importance,
        change: (_, value) => ({ importance: (value || 'Normal') as Task['importance'] }),
      }
    case 'Assignees': {
      const people = peopleOptions(facts)
      return {
        format: { type: 'Choice', isMany: true, optionsFor: () => people, takesOthers: false },
        read: ({ responsibleIds = [] }) => responsibleIds.join(','),
        change: ({ responsibleIds = [] }, value) => peopleChange(responsibleIds, value.split(',').filter(Boolean)),
      }
    }
    case 'StartDate':
      return {
        format: { type: 'Day' },
        read: ({ dates }) => dates.start?.slice(0, 10) ?? '',
        change: (task, start) => ({ dates: datesWith(task, { start }) }),
      }
    case 'DueDate':
      return {
        format: { type: 'Day' },
        read: ({ dates }) => dates.due?.slice(0, 10) ?? '',
        change: (task, due) => ({ dates: datesWith(task, { due }) }),
      }
    case 'Authors': {
      const people = peopleOptions(facts)
      return {
        format: { type: 'Choice', isMany: true, optionsFor: () => people, takesOthers: false },
        read: ({ authorIds = [] }) => authorIds.join(','),
      }
    }
    case 'Duration':
      return {
        format: { type: 'Duration', inDays: true },
        read: ({ dates }) => (dates.type !== 'Milestone' && dates.duration ? String(dates.duration) : ''),
        change: (task, minutes) => durationChange(task, minutes),
      }
    case 'Effort':
      return {
        format: { type: 'Duration' },
        read: ({ effortAllocation }) => String(effortAllocation?.totalEffort || ''),
      }
    case 'CreatedDate':
      return { format: { type: 'Moment' }, read: ({ createdDate }) => createdDate }
    case 'UpdatedDate':
      return { format: { type: 'Moment' }, read: ({ updatedDate }) => updatedDate }
    case 'CompletedDate':
      return { format: { type: 'Moment' }, read: ({ completedDate = '' }) => completedDate }
    case 'Folders':
      return {
        format: choice([...places.byId.values()], true),
        read: ({ parentIds = [] }) => parentIds.filter((id) => places.byId.has(id)).join(','),
      }
    case 'ItemType':
      return {
        format: choice([...itemTypes.values()]),
        read: ({ customItemTypeId = '' }) => customItemTypeId,
      }
    default:
      return undefined
  }
}

/** A milestone has no length, and what has a start and an end is never without one. */
function durationChange({ dates: { type, start } }: Task, minutes: string): TaskMembers {
  const duration = Number(minutes)
  if (type === 'Milestone' || (type === 'Planned' && duration === 0)) return {}
  return { dates: { type, duration, ...(type === 'Planned' && start && { start }) } }
}

function peopleChange(before: readonly string[], after: readonly string[]): TaskMembers {
  const addResponsibles = after.filter((id) => !before.includes(id))
  const removeResponsibles = before.filter((id) => !after.includes(id))
  return {
    ...(addResponsibles.length > 0 && { addResponsibles }),
    ...(removeResponsibles.length > 0 && { removeResponsibles }),
  }
}
