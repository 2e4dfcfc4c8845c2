import type { CreateCustomFieldInput, CreateImportInput, ImportColumn } from '@taskwright/sdk'
import { locale } from '../../language/language.ts'

/** What a column becomes: nothing, a member of the task, a field that is there (its id), or a new field of a type. */
export type Becomes = '' | `new:${NewField}` | string

export type NewField = 'Text' | 'Numeric' | 'Date' | 'Checkbox' | 'DropDown' | 'Multiple'

/** What a person has chosen for a file. */
export interface ImportChoices {
  sheet?: string
  dateOrder: NonNullable<CreateImportInput['dateOrder']>
  /** By the name of the column. */
  becomes: Readonly<Record<string, Becomes>>
  /** By the name of the column: what stands there → what it is read as. */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** A field that has to be made before the file is brought in, from the values of its column. */
export function newField({ name, values }: ImportColumn, type: NewField): CreateCustomFieldInput {
  const options = type === 'Multiple' ? values.flatMap((text) => text.split(/[,;]/)) : values
  const different = [...new Set(options.map((text) => text.trim()).filter((text) => text !== ''))]
  const settings =
    type === 'DropDown'
      ? { values: different, allowOtherValues: true }
      : type === 'Multiple'
        ? { values: different }
        : {}
  return { title: name, type, settings }
}

/** Of longer values the server tells the beginning. */
const wholeValue = 1000

/** A choice of several needs all its values beforehand; a column with very many, or with texts, is none. */
export const canBecome = ({ values, valueCount }: ImportColumn, type: NewField): boolean =>
  type !== 'Multiple' || (values.length === valueCount && values.every(({ length }) => length < wholeValue))

export const isNew = (becomes: Becomes): becomes is `new:${NewField}` => becomes.startsWith('new:')

/** What the server is told; columns of fields that are still to be made are left out until `made` names them. */
export function asInput(
  { sheet, dateOrder, becomes, values }: ImportChoices,
  made: Readonly<Record<string, string>> = {},
): Omit<CreateImportInput, 'folderId'> {
  const mapping = Object.entries(becomes).flatMap(([name, to]) => {
    const target = isNew(to) ? made[name] : to
    return target ? [[name, target] as const] : []
  })
  const meant = Object.entries(values).filter(([name, of]) => becomes[name] && Object.keys(of).length > 0)
  return {
    ...(sheet !== undefined && { sheet }),
    dateOrder,
    mapping: Object.fromEntries(mapping),
    ...(meant.length > 0 && { values: Object.fromEntries(meant) }),
  }
}

/** The order in which the days of a file are most likely written: as its values show, else as the person's language does. */
export function likelyOrder(columns: readonly ImportColumn[]): ImportChoices['dateOrder'] {
  const days = columns
    .filter(({ becomes }) => becomes === 'startDate' || becomes === 'dueDate')
    .flatMap(({ values }) => values.map((text) => text.split(/[-/.T ]/).map(Number)))
  if (days.length > 0 && days.every(([first = 0]) => first > 31)) return 'YMD'
  if (days.some(([first = 0]) => first > 12)) return 'DMY'
  if (days.some(([, second = 0]) => second > 12)) return 'MDY'
  const parts = new Intl.DateTimeFormat(locale).formatToParts().map(({ type }) => type)
  return parts.indexOf('year') < parts.indexOf('day')
    ? 'YMD'
    : parts.indexOf('month') < parts.indexOf('day')
      ? 'MDY'
      : 'DMY'
}
