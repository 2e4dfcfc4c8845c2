import type { Static } from 'typebox'
import type { Caller } from '#access/caller.ts'
import { invalidParameter } from '#contract/errors.ts'
import type { Input } from '#contract/operation.ts'
import { encodeId } from '#ids/encode.ts'
import { resolvePeople } from '../contacts/resolve.ts'
import { fieldsByIds } from '../custom-fields/access.ts'
import { customFieldConditions } from '../custom-fields/filters.ts'
import { itemTypesByIds } from '../custom-item-types/access.ts'
import { requireStatuses } from '../tasks/status.ts'
import type { createView } from './contract/index.ts'
import type { ViewSettings } from './contract/settings.ts'

/** Settings as they are kept: numbers in place of ids. */
export type StoredSettings = Input<typeof createView>['settings']
type Filters = NonNullable<StoredSettings['filters']>

const dayFilters = ['startDate', 'dueDate', 'createdDate', 'updatedDate', 'completedDate'] as const

/**
 * Sees to it that settings mean something: what they name is there, and nothing in them contradicts itself.
 *
 * @throws {Refused} `resource_not_found` or `access_forbidden` for what they name, `invalid_parameter` for contradictions.
 */
export async function requireSettings(caller: Caller, settings: StoredSettings): Promise<void> {
  const { filters = {}, groupBy = [], sortBy = [], columns = [] } = settings
  for (const name of dayFilters) requireDays(name, filters[name])
  const fields = [...groupBy, ...sortBy, ...columns].flatMap(({ field, customFieldId }) => {
    if ((field === 'CustomField') !== (customFieldId !== undefined))
      throw wrong('customFieldId belongs to the field CustomField, and it needs one')
    return customFieldId === undefined ? [] : [customFieldId]
  })
  await fieldsByIds(caller, [...new Set(fields)])
  await customFieldConditions(caller, filters.customFields ?? [], 'task')
  await requireStatuses(caller, filters.customStatuses)
  await itemTypesByIds(caller, filters.customItemTypes ?? [])
  const people = [...(filters.assignees?.ids ?? []), ...(filters.authors?.ids ?? [])]
  await resolvePeople(
    caller,
    people.map((contact) => ({ contact })),
  )
}

function requireDays(name: string, days: Filters['dueDate']): void {
  if (!days) return
  const isRange = days.start !== undefined || days.end !== undefined
  if (isRange === (days.relative !== undefined)) throw wrong(`${name} has either relative, or start and end`)
  if (days.start !== undefined && days.end !== undefined && days.start >= days.end)
    throw wrong(`${name} ends before it starts`)
}

const wrong = (why: string) => invalidParameter(`Parameter 'settings' value is invalid: ${why}`)

/** Settings as they are kept → as clients know them. */
export function presentSettings({ accountId }: Caller, kept: StoredSettings): Static<typeof ViewSettings> {
  const { filters, groupBy, sortBy, columns, ...rest } = kept
  const field = <F extends { customFieldId?: number }>({ customFieldId, ...one }: F) => ({
    ...one,
    ...(customFieldId === undefined ? {} : { customFieldId: encodeId('CustomField', accountId, customFieldId) }),
  })
  return {
    ...(filters ? { filters: presentFilters(accountId, filters) } : {}),
    ...(groupBy ? { groupBy: groupBy.map(field) } : {}),
    ...(sortBy ? { sortBy: sortBy.map(field) } : {}),
    ...(columns ? { columns: columns.map(field) } : {}),
    ...rest,
  }
}

function presentFilters(accountId: number, filters: Filters): NonNullable<Static<typeof ViewSettings>['filters']> {
  const { customStatuses, assignees, authors, customItemTypes, customFields, ...rest } = filters
  const all = (type: 'CustomStatus' | 'Contact' | 'CustomItemType', numbers: readonly number[]) =>
    numbers.map((number) => encodeId(type, accountId, number))
  const people = <P extends { ids?: number[] }>({ ids, ...one }: P) => ({
    ...one,
    ...(ids ? { ids: all('Contact', ids) } : {}),
  })
  return {
    ...rest,
    ...(customStatuses ? { customStatuses: all('CustomStatus', customStatuses) } : {}),
    ...(assignees ? { assignees: people(assignees) } : {}),
    ...(authors ? { authors: people(authors) } : {}),
    ...(customItemTypes ? { customItemTypes: all('CustomItemType', customItemTypes) } : {}),
    ...(customFields
      ? { customFields: customFields.map((one) => ({ ...one, id: encodeId('CustomField', accountId, one.id) })) }
      : {}),
  }
}
