import type { CustomField } from '@taskwright/sdk'
import { words } from '../../../language/words.ts'

export type FieldType = CustomField['type']

const t = words('field-texts', {
  Text: 'Text',
  DropDown: 'One of a list',
  Multiple: 'Several of a list',
  Numeric: 'Number',
  Currency: 'Amount of money',
  Percentage: 'Percentage',
  Date: 'Date',
  Duration: 'Duration',
  Checkbox: 'Yes or no',
  Contacts: 'People',
  CalculatedNumeric: 'Calculated number',
  CalculatedDate: 'Calculated date',
  LinkToDatabase: 'Link to a database',
  All: 'Tasks, folders and projects',
  Tasks: 'Tasks',
  Projects: 'Projects',
  Folders: 'Folders',
  WorkItem: 'Work',
  User: 'People of the account',
  None: 'Nothing',
  Sum: 'The sum',
  Average: 'The average',
})

/** Types that can be made through the API, those used most first; what is calculated needs a formula, which it does not take. */
export const madeTypes: readonly FieldType[] = [
  'Text',
  'DropDown',
  'Multiple',
  'Numeric',
  'Currency',
  'Percentage',
  'Date',
  'Duration',
  'Checkbox',
  'Contacts',
]

export const fieldTypeText = (type: FieldType): string => t[type]

export const inheritances = ['All', 'Tasks', 'Projects', 'Folders'] as const
export const inheritanceText = (type: (typeof inheritances)[number]): string => t[type]

export const entityTypes = ['WorkItem', 'User'] as const
export const entityTypeText = (type: (typeof entityTypes)[number]): string => t[type]

export const aggregations = ['None', 'Sum', 'Average'] as const
export const aggregationText = (type: (typeof aggregations)[number]): string => t[type]
