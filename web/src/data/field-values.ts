import type { CustomField, Task } from '@taskwright/sdk'

/** The value of a custom field of a task; empty text if it has none. */
export const fieldValue = ({ customFields }: Pick<Task, 'customFields'>, fieldId: string): string =>
  customFields?.find(({ id }) => id === fieldId)?.value ?? ''

/** The members of a value that holds several: a JSON array, or separated by commas. */
export function membersOf(value: string): string[] {
  if (value.startsWith('[')) {
    try {
      const parsed: unknown = JSON.parse(value)
      if (Array.isArray(parsed)) return parsed.map(String)
    } catch {
      // A plain list that begins with a bracket.
    }
  }
  return value === '' ? [] : value.split(',').map((part) => part.trim())
}

/** Several members as the value of a field: of contacts with commas, of options as JSON, since an option may have commas. */
export const joinMembers = (type: CustomField['type'], members: readonly string[]): string =>
  members.length === 0 ? '' : type === 'Multiple' ? JSON.stringify(members) : members.join(',')

const numbers: readonly CustomField['type'][] = ['Numeric', 'Currency', 'Percentage', 'Duration', 'CalculatedNumeric']

export const isNumber = ({ type }: Pick<CustomField, 'type'>): boolean => numbers.includes(type)

export const isDay = ({ type }: Pick<CustomField, 'type'>): boolean => type === 'Date' || type === 'CalculatedDate'

/** Fields whose value holds several members. */
export const hasMembers = ({ type }: Pick<CustomField, 'type'>): boolean => type === 'Multiple' || type === 'Contacts'
