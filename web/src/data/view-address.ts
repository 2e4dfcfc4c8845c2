import type { ViewFilters, ViewSettings } from '@taskwright/sdk'
import {
  columnFields,
  fieldKey,
  fieldOf,
  groupFields,
  orderFields,
  type Settings,
  type ViewKind,
  viewKinds,
} from './view.ts'
import { readFilters } from './view-filters.ts'

/** What the address says of a view; all of it may be wrong, as people write addresses too. */
export interface ViewSearch {
  /** The task that is open beside the others. */
  task?: string
  kind?: ViewKind
  /** A saved view, by its id. */
  view?: string
  filters?: ViewFilters
  /** Field keys separated by commas, with a minus for descending order: "-DueDate,Title". */
  sort?: string
  group?: string
  /** Field keys with their widths in pixels: "Title:320,CustomField:IEAA…:80" has its width last. */
  columns?: string
  /** Tasks that are only inside others have rows of their own. */
  subtasks?: boolean
  /** Of all folders below too. */
  below?: boolean
  scale?: NonNullable<ViewSettings['scale']>
  /** In a calendar: from the start to the due day. */
  spans?: boolean
  /** In a calendar: a day of the month or week that is shown, yyyy-MM-dd; today's without it. */
  day?: string
}

const scales = ['Day', 'Week', 'Month', 'Quarter', 'Year'] as const

/** Takes from an address what can be one of a view. What the server would refuse it refuses, with its own words. */
export function readSearch(search: Record<string, unknown>): ViewSearch {
  const { task, kind, view, filters, sort, group, columns, subtasks, below, scale, spans, day } = search
  const filtered = readFilters(filters)
  const known = { kind: viewKinds.find((one) => one === kind), scale: scales.find((one) => one === scale) }
  return {
    ...(typeof task === 'string' && { task }),
    ...(known.kind && { kind: known.kind }),
    ...(typeof view === 'string' && { view }),
    ...(filtered && { filters: filtered }),
    ...(typeof sort === 'string' && { sort }),
    ...(typeof group === 'string' && { group }),
    ...(typeof columns === 'string' && { columns }),
    ...(typeof subtasks === 'boolean' && { subtasks }),
    ...(typeof below === 'boolean' && { below }),
    ...(known.scale && { scale: known.scale }),
    ...(typeof spans === 'boolean' && { spans }),
    ...(isDay(day) && { day }),
  }
}

const isDay = (given: unknown): given is string =>
  typeof given === 'string' && /^\d{4}-\d\d-\d\d$/.test(given) && !Number.isNaN(Date.parse(given))

/** The settings that an address names, or undefined if it names none. */
export function settingsOf(search: ViewSearch): ViewSettings | undefined {
  const { filters, sort, group, columns, subtasks, below, scale, spans } = search
  const settings: ViewSettings = {
    ...(filters && { filters }),
    ...(sort !== undefined && { sortBy: partsOf(sort).flatMap((part) => readOrdered(part, orderFields)) }),
    ...(group !== undefined && { groupBy: partsOf(group).flatMap((part) => readOrdered(part, groupFields)) }),
    ...(columns !== undefined && { columns: partsOf(columns).flatMap(readColumn) }),
    ...(subtasks !== undefined && { subTasks: subtasks }),
    ...(below !== undefined && { descendants: below }),
    ...(scale && { scale }),
    ...(spans !== undefined && { spans }),
  }
  return Object.keys(settings).length > 0 ? settings : undefined
}

/** Settings as the address says them; the filters always, so that a link shows the same to everybody. */
export function searchOf(settings: ViewSettings & Pick<Settings, 'filters'>, beside: ViewSettings): ViewSearch {
  const { filters, sortBy = [], groupBy = [], columns, subTasks, descendants, scale, spans } = settings
  const sort = sortBy.map(writeOrdered).join()
  const group = groupBy.map(writeOrdered).join()
  const shown = (columns ?? []).map(writeColumn).join()
  return {
    filters,
    ...(sort !== (beside.sortBy ?? []).map(writeOrdered).join() && { sort }),
    ...(group !== (beside.groupBy ?? []).map(writeOrdered).join() && { group }),
    ...(columns && shown !== (beside.columns ?? []).map(writeColumn).join() && { columns: shown }),
    ...(subTasks !== undefined && subTasks !== beside.subTasks && { subtasks: subTasks }),
    ...(descendants !== undefined && descendants !== beside.descendants && { below: descendants }),
    ...(scale && scale !== beside.scale && { scale }),
    ...(spans !== undefined && spans !== beside.spans && { spans }),
  }
}

const partsOf = (text: string): string[] => text.split(',').filter(Boolean)

function readOrdered<Field extends string>(part: string, known: readonly Field[]) {
  const isDown = part.startsWith('-')
  const one = readField(isDown ? part.slice(1) : part, known)
  return one ? [{ ...one, ...(isDown && { order: 'Desc' as const }) }] : []
}

const writeOrdered = (one: { field: string; customFieldId?: string; order?: 'Asc' | 'Desc' }): string =>
  `${one.order === 'Desc' ? '-' : ''}${fieldKey(one)}`

function readColumn(part: string) {
  const [, key = part, width] = /^(.+?)(?::(\d+))?$/.exec(part) ?? []
  const one = readField(key, columnFields)
  return one ? [{ ...one, ...(width && { width: Math.min(Math.max(Number(width), 24), 2000) }) }] : []
}

/** A field that there is; of a custom field the id too. */
function readField<Field extends string>(key: string, known: readonly Field[]) {
  const one = fieldOf<Field>(key)
  const isWhole = (one.field === 'CustomField') === (one.customFieldId !== undefined)
  return known.includes(one.field) && isWhole ? one : undefined
}

const writeColumn = (one: { field: string; customFieldId?: string; width?: number }): string =>
  one.width === undefined ? fieldKey(one) : `${fieldKey(one)}:${one.width}`
