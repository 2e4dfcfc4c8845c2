import type { Contact, CustomField, Task } from '@taskwright/sdk'
import { nameOf } from '../../data/people.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { collator } from '../../language/language.ts'

/** One of the values that a field may have. */
export interface Option {
  id: string
  title: string
  /** A colour of the API by its name. */
  color?: string
  /** Other names that people write for it: an address, a first name. */
  aliases?: readonly string[]
  person?: Contact
}

/** How the values of a field are written, read and edited. Values are texts, as those of custom fields are in the API. */
export type Format =
  | { type: 'Text'; isRequired?: boolean }
  | { type: 'Number'; decimals: number; isGrouped: boolean; currency?: string; isPercent?: boolean }
  /** Minutes. */
  | { type: 'Duration'; inDays?: boolean }
  | { type: 'Day' }
  /** A local date and time, or an instant. */
  | { type: 'Moment' }
  | { type: 'Checkbox' }
  | {
      type: 'Choice'
      isMany: boolean
      isRequired?: boolean
      /** What can be chosen; of a task, where that depends on it. */
      optionsFor: (task?: Task) => readonly Option[]
      takesOthers: boolean
    }

/** How the values of a custom field are, by its type and settings. */
export function formatOf(field: CustomField, facts: Pick<ViewFacts, 'people'>): Format {
  const { settings } = field
  const decimals = settings?.decimalPlaces ?? 2
  const isGrouped = settings?.useThousandsSeparator ?? false
  switch (field.type) {
    case 'Numeric':
    case 'CalculatedNumeric':
      return { type: 'Number', decimals, isGrouped }
    case 'Currency':
      return { type: 'Number', decimals, isGrouped, currency: settings?.currency ?? 'USD' }
    case 'Percentage':
      return { type: 'Number', decimals, isGrouped, isPercent: true }
    case 'Duration':
      return { type: 'Duration' }
    case 'Date':
    case 'CalculatedDate':
      return { type: settings?.allowTime ? 'Moment' : 'Day' }
    case 'Checkbox':
      return { type: 'Checkbox' }
    case 'DropDown':
    case 'Multiple': {
      const options = optionsOf(field)
      const isMany = field.type === 'Multiple'
      const takesOthers = isMany ? options.length === 0 : settings?.allowOtherValues === true
      return { type: 'Choice', isMany, optionsFor: () => options, takesOthers }
    }
    case 'Contacts': {
      const among = settings?.contacts ?? []
      const people = peopleOptions(facts).filter(({ id }) => among.length === 0 || among.includes(id))
      return { type: 'Choice', isMany: true, optionsFor: () => people, takesOthers: false }
    }
    default:
      return { type: 'Text' }
  }
}

function optionsOf({ settings }: CustomField): Option[] {
  const options = settings?.options ?? settings?.values?.map((value) => ({ value, color: undefined })) ?? []
  return options.map(({ value, color }) => ({
    id: value,
    title: value,
    ...(color && settings?.optionColorsEnabled && { color }),
  }))
}

/** People and groups by name. */
export const peopleOptions = ({ people }: Pick<ViewFacts, 'people'>): Option[] =>
  [...people.values()]
    .filter(({ type, deleted }) => !deleted && (type === 'Person' || type === 'Group'))
    .map((person) => ({
      id: person.id,
      title: nameOf(person),
      aliases: [person.firstName, person.primaryEmail ?? '', ...person.profiles.map(({ email }) => email ?? '')],
      person,
    }))
    .sort((one, other) => collator.compare(one.title, other.title))

/** Whether a custom field is set by people: what is calculated is not. */
export const isEditable = ({ type, settings }: CustomField): boolean =>
  !type.startsWith('Calculated') && type !== 'LinkToDatabase' && settings?.readOnly !== true
