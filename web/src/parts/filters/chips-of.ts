import type { ViewDays, ViewFieldFilter, ViewFilters } from '@taskwright/sdk'
import { dayText } from '../../data/days.ts'
import { nameOf } from '../../data/people.ts'
import type { ViewFacts } from '../../data/view-facts.ts'
import { addDays } from '../../language/calendar-days.ts'
import { formatOf } from '../fields/format.ts'
import { valueText } from '../fields/value-text.ts'
import { comparatorsOf, valuesOf } from './comparators.ts'
import { relativeWords, filterWords as t } from './filter-words.ts'

/** A filter as a text, and what takes it off. */
export interface FilterChip {
  key: string
  text: string
  without: (filters: ViewFilters) => ViewFilters
}

/** What is filtered, one text for each thing. */
export function chipsOf(filters: ViewFilters, facts: ViewFacts): FilterChip[] {
  const chips: FilterChip[] = []
  for (const [name, text] of textsOf(filters, facts))
    chips.push({ key: name, text: `${t[name]}: ${text}`, without: ({ [name]: _, ...rest }) => rest })
  for (const [at, filter] of (filters.customFields ?? []).entries()) {
    const said = wordsOf(filter)
    chips.push({
      key: `field-${at}`,
      text: fieldFilterText(filter, facts),
      without: ({ customFields = [], ...rest }) => {
        const others = customFields.filter((one) => wordsOf(one) !== said)
        return { ...rest, ...(others.length > 0 && { customFields: others }) }
      },
    })
  }
  return chips
}

const wordsOf = ({ id, comparator, value, minValue, maxValue, values }: ViewFieldFilter): string =>
  JSON.stringify([id, comparator, value, minValue, maxValue, values])

type Named = Exclude<keyof ViewFilters, 'customFields'>

function textsOf(filters: ViewFilters, { statuses, people, itemTypes }: ViewFacts): [Named, string][] {
  const { title, statusGroups, customStatuses, importances, assignees, authors, dateTypes, customItemTypes } = filters
  const name = (id: string) => {
    const person = people.get(id)
    return person ? nameOf(person) : id
  }
  const somebody = ({ me, nobody, ids = [] }: { me?: boolean; nobody?: boolean; ids?: string[] }) =>
    [...(me ? [t.me] : []), ...(nobody ? [t.nobody] : []), ...ids.map(name)].join(', ')
  const dates = (['startDate', 'dueDate', 'createdDate', 'updatedDate', 'completedDate'] as const).flatMap(
    (field): [Named, string][] => {
      const days = filters[field]
      return days ? [[field, daysText(days)]] : []
    },
  )
  return [
    ...(title ? [['title', `“${title}”`] as [Named, string]] : []),
    ...list('statusGroups', statusGroups, (group) => t[group]),
    ...list('customStatuses', customStatuses, (id) => statuses.byId.get(id)?.name ?? id),
    ...list('importances', importances, (importance) => t[importance]),
    ...(assignees ? [['assignees', somebody(assignees)] as [Named, string]] : []),
    ...(authors ? [['authors', somebody(authors)] as [Named, string]] : []),
    ...dates,
    ...list('dateTypes', dateTypes, (type) => t[type]),
    ...list('customItemTypes', customItemTypes, (id) => itemTypes.get(id)?.title ?? id),
  ]
}

const list = <Value>(name: Named, values: readonly Value[] | undefined, text: (value: Value) => string) =>
  values?.length ? [[name, values.map(text).join(', ')] as [Named, string]] : []

/** The end of a range is outside of it; people say the last day inside. */
function daysText({ relative, start, end }: ViewDays): string {
  if (relative) return relativeWords[relative]
  const last = end && dayText(addDays(end, -1))
  if (start && last) return dayText(start) === last ? last : `${dayText(start)} – ${last}`
  return start ? `${t.from} ${dayText(start)}` : `${t.until} ${last}`
}

function fieldFilterText({ id, comparator = 'EqualTo', ...filter }: ViewFieldFilter, facts: ViewFacts): string {
  const field = facts.customFields.get(id)
  if (!field) return t.customFields
  const said = comparatorsOf(field).find((one) => one.comparator === comparator)?.title ?? ''
  const format = formatOf(field, facts)
  const text = (value: string | undefined) => (value === undefined ? '' : valueText(format, value))
  const count = valuesOf(comparator, field)
  const { value, values = [], minValue, maxValue } = filter
  const compared =
    count === 'two'
      ? `${text(minValue)} – ${text(maxValue)}`
      : count === 'several'
        ? values.map((one) => valueText(format, one)).join(', ')
        : count === 'one'
          ? text(value)
          : ''
  return `${field.title} ${said} ${compared}`.trim()
}
