import { idText, model, string } from './model.ts'
import { id, listOf, nullable, object, oneOf, optional, text } from './parameters.ts'

/** Value of a custom field: text whatever the type of the field. */
export const CustomFieldValue = model('CustomFieldValue', { id: idText('CustomField'), value: string() })

/** Values to set; null or a missing value removes. */
export const customFieldValues = () =>
  listOf(
    object({
      id: id('CustomField'),
      value: optional(nullable(text({ minLength: 0, maxLength: 2000 }))),
    }),
    { maxItems: 100 },
  )

export const customFieldComparators = [
  'EqualTo',
  'IsEmpty',
  'IsNotEmpty',
  'LessThan',
  'LessOrEqualTo',
  'GreaterThan',
  'GreaterOrEqualTo',
  'InRange',
  'NotInRange',
  'Contains',
  'StartsWith',
  'EndsWith',
  'ContainsAll',
  'ContainsAny',
] as const

/** Condition on the value of a custom field; without comparator it is EqualTo. */
export const customFieldFilter = () =>
  object({
    id: id('CustomField'),
    comparator: optional(oneOf(customFieldComparators)),
    value: optional(text({ minLength: 0 })),
    minValue: optional(text({ minLength: 0 })),
    maxValue: optional(text({ minLength: 0 })),
    values: optional(listOf(text({ minLength: 0 }))),
  })
