import type { CreateCustomFieldInput, CustomField } from '@taskwright/sdk'
import type { FieldType } from './field-texts.ts'

export type Settings = NonNullable<CreateCustomFieldInput['settings']>

/** A field as its form has it, before it is kept. */
export interface Draft {
  title: string
  description: string
  type: FieldType
  spaceId: string | undefined
  settings: Settings
}

/** What each type has in its form beyond what all have. */
const parts: Partial<Record<FieldType, readonly (keyof Settings)[]>> = {
  Text: ['aggregation'],
  DropDown: ['options', 'optionColorsEnabled', 'allowOtherValues', 'aggregation'],
  Multiple: ['options', 'optionColorsEnabled', 'aggregation'],
  Numeric: ['decimalPlaces', 'useThousandsSeparator', 'aggregation'],
  Currency: ['currency', 'decimalPlaces', 'useThousandsSeparator', 'aggregation'],
  Percentage: ['decimalPlaces', 'aggregation'],
  Duration: ['aggregation'],
  Date: ['allowTime'],
  Contacts: ['contacts'],
}

/** Sums and averages mean something for these. */
const addable: readonly FieldType[] = ['Numeric', 'Currency', 'Percentage', 'Duration']

export const hasSetting = (type: FieldType, name: keyof Settings): boolean =>
  (parts[type] ?? []).includes(name) && (name !== 'aggregation' || addable.includes(type))

export const newDraft = (): Draft => ({
  title: '',
  description: '',
  type: 'Text',
  spaceId: undefined,
  settings: { inheritanceType: 'All', applicableEntityTypes: ['WorkItem'], decimalPlaces: 2, options: [] },
})

export function draftOf(field: CustomField): Draft {
  const {
    readOnly: _readOnly,
    values,
    options,
    ...settings
  } = field.settings ?? { inheritanceType: 'All', readOnly: false }
  return {
    title: field.title,
    description: field.description ?? '',
    type: field.type,
    spaceId: field.spaceId,
    settings: { ...settings, options: options ?? values?.map((value) => ({ value })) ?? [] },
  }
}

/** The settings of a draft that its type has, as a request sends them: options without a text are left out. */
export function settingsOf({ type, settings }: Draft): Settings {
  const { inheritanceType, applicableEntityTypes } = settings
  const own = (parts[type] ?? []).flatMap((name) =>
    settings[name] === undefined ? [] : [[name, settings[name]] as const],
  )
  const named = Object.fromEntries(own) as Settings
  return {
    ...(inheritanceType && { inheritanceType }),
    ...(applicableEntityTypes && { applicableEntityTypes }),
    ...named,
    ...(named.options && { options: named.options.filter(({ value }) => value.trim() !== '') }),
  }
}

/** What is wrong with a draft before it is sent. */
export function faultOf({ title, settings, type }: Draft): 'title' | 'twice' | undefined {
  if (title.trim() === '') return 'title'
  const values = (settings.options ?? []).map(({ value }) => value.trim()).filter(Boolean)
  return hasSetting(type, 'options') && new Set(values).size < values.length ? 'twice' : undefined
}

/** The field that a draft would be, for a preview. */
export const previewOf = (draft: Draft): CustomField => ({
  id: 'preview',
  accountId: '',
  title: draft.title,
  type: draft.type,
  sharedIds: [],
  settings: { inheritanceType: 'All', ...settingsOf(draft), readOnly: false } as NonNullable<CustomField['settings']>,
})
