import { invalidValue } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import type { createCustomField, FieldType } from './contract.ts'

/** Settings as a request names them; contacts are resolved to their numbers. */
export type SettingsInput = Omit<NonNullable<Input<typeof createCustomField>['settings']>, 'contacts'> & {
  contacts?: readonly number[] | undefined
}

/** Settings as they are kept, with all that the type of the field has. */
export interface FieldSettings {
  inheritanceType: 'All' | 'Tasks' | 'Projects' | 'Folders'
  applicableEntityTypes: readonly ('WorkItem' | 'User')[]
  decimalPlaces?: number
  useThousandsSeparator?: boolean
  currency?: NonNullable<SettingsInput['currency']>
  aggregation?: 'None' | 'Sum' | 'Average'
  values?: readonly string[]
  options?: readonly Option[]
  optionColorsEnabled?: boolean
  allowOtherValues?: boolean
  contacts?: readonly number[]
  allowTime?: boolean
  timezone?: string
}
interface Option {
  value: string
  color?: string | undefined
}

const common = { inheritanceType: 'All', applicableEntityTypes: ['WorkItem'] } as const satisfies FieldSettings
const list = { aggregation: 'None', values: [], options: [], optionColorsEnabled: false } as const
const decimals = { decimalPlaces: 2 } as const

/** What each type of field has beyond that, with its default. */
const defaults: Partial<Record<FieldType, Partial<FieldSettings>>> = {
  Text: { aggregation: 'None' },
  DropDown: { ...list, allowOtherValues: true },
  Multiple: list,
  Numeric: { ...decimals, useThousandsSeparator: false, aggregation: 'Sum' },
  Currency: { ...decimals, useThousandsSeparator: false, currency: 'USD', aggregation: 'None' },
  Percentage: { ...decimals, aggregation: 'None' },
  Duration: { aggregation: 'None' },
  Date: { allowTime: false },
  Contacts: { contacts: [] },
}
const allowed = (type: FieldType) => [
  ...Object.keys({ ...common, ...defaults[type] }),
  ...(type === 'Date' ? ['timezone'] : []),
]

/**
 * The settings of a field after those of a request: what is not named stays as it was, if the type has it, or takes its
 * default.
 *
 * @throws {Refused} `invalid_parameter` for a setting that the type does not have, or one that contradicts another.
 */
export function settingsFor(
  type: FieldType,
  given: SettingsInput = {},
  current: Partial<FieldSettings> = {},
): FieldSettings {
  const names = allowed(type)
  const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as SettingsInput
  const foreign = Object.keys(named).find((name) => !names.includes(name))
  if (foreign) throw invalidValue('settings', `fields of type ${type} have ${names.join(', ')}; not '${foreign}'`)
  if (named.timezone !== undefined && !isTimeZone(named.timezone))
    throw invalidValue('settings', 'timezone: a name like Europe/Berlin')
  const kept = Object.fromEntries(Object.entries(current).filter(([name]) => names.includes(name)))
  return {
    ...common,
    ...defaults[type],
    ...kept,
    ...optionColors(named),
    ...named,
    ...optionList(named, current),
  } as FieldSettings
}

/** Values and options are two forms of one list: whichever is given makes the other; a value that stays keeps its colour. */
function optionList({ values, options }: SettingsInput, current: Partial<FieldSettings>): Partial<FieldSettings> {
  if (!values && !options) return {}
  const known = new Map((current.options ?? []).map((option) => [option.value, option]))
  const list = options ?? (values as string[]).map((value) => known.get(value) ?? { value })
  const texts = list.map((option) => option.value)
  if (values && JSON.stringify(values) !== JSON.stringify(texts))
    throw invalidValue('settings', 'options with the same entries as values, or one of the two')
  if (new Set(texts).size < texts.length) throw invalidValue('settings', 'each option once')
  return { values: texts, options: list }
}

/** Who sends colours wants to see them. */
const optionColors = ({ options }: SettingsInput): Partial<FieldSettings> =>
  options?.some((option) => option.color !== undefined) ? { optionColorsEnabled: true } : {}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
