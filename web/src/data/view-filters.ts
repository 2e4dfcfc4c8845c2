import type { ViewDays, ViewFieldFilter, ViewFilters } from '@taskwright/sdk'

type Given = Record<string, unknown>

const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

const texts = (value: unknown): string[] | undefined =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string') ? value : undefined

/**
 * The filters that an address names. What has another shape than filters have is left out; whether its values exist the server
 * knows.
 */
export function readFilters(given: unknown): ViewFilters | undefined {
  if (!isGiven(given)) return undefined
  const filters = {
    title: typeof given.title === 'string' && given.title !== '' ? given.title : undefined,
    customStatuses: texts(given.customStatuses),
    statusGroups: texts(given.statusGroups),
    importances: texts(given.importances),
    assignees: readPeople(given.assignees),
    authors: readPeople(given.authors),
    startDate: readDays(given.startDate),
    dueDate: readDays(given.dueDate),
    createdDate: readDays(given.createdDate),
    updatedDate: readDays(given.updatedDate),
    completedDate: readDays(given.completedDate),
    dateTypes: texts(given.dateTypes),
    customItemTypes: texts(given.customItemTypes),
    customFields: Array.isArray(given.customFields) ? given.customFields.flatMap(readFieldFilter) : undefined,
  }
  return withoutMissing(filters) as ViewFilters
}

function readPeople(given: unknown) {
  if (!isGiven(given)) return undefined
  const ids = texts(given.ids)
  const people = { ...(ids && { ids }), ...(given.me === true && { me: true }) }
  const found = { ...people, ...(given.nobody === true && { nobody: true }) }
  return Object.keys(found).length > 0 ? found : undefined
}

function readDays(given: unknown): ViewDays | undefined {
  if (!isGiven(given)) return undefined
  const day = (value: unknown) => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined)
  const relative = typeof given.relative === 'string' ? given.relative : undefined
  const found = relative ? { relative } : withoutMissing({ start: day(given.start), end: day(given.end) })
  return Object.keys(found).length > 0 ? (found as ViewDays) : undefined
}

function readFieldFilter(given: unknown): ViewFieldFilter[] {
  if (!isGiven(given) || typeof given.id !== 'string') return []
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const { id, comparator, value, minValue, maxValue, values } = given
  const parts = {
    comparator: text(comparator),
    value: text(value),
    minValue: text(minValue),
    maxValue: text(maxValue),
    values: texts(values),
  }
  return [{ id, ...withoutMissing(parts) } as ViewFieldFilter]
}

/** Without members that are undefined, or lists that are empty. */
function withoutMissing(members: Given): Given {
  return Object.fromEntries(
    Object.entries(members).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )
}
