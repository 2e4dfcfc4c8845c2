import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SavedView, ViewSettings } from '@taskwright/sdk'
import { useEffect, useMemo, useRef } from 'react'
import { type Rights, useRights } from './rights.ts'
import { type Settings, settingsFrom, type ViewKind, type ViewPlace } from './view.ts'
import { readSearch, searchOf, settingsOf, type ViewSearch } from './view-address.ts'
import { useViewFacts, type ViewFacts } from './view-facts.ts'
import { useSavedViews, useViewMemory } from './view-memory.ts'

/** A place as somebody looks at it; what a page of a kind of view is made of. */
export interface View {
  place: ViewPlace
  kind: ViewKind
  settings: Settings
  facts: ViewFacts
  may: Rights
  /** The saved view that it began with. */
  saved: SavedView | undefined
  /** It has other settings than the saved view. */
  isChanged: boolean
  savedViews: readonly SavedView[]
  /** The task that is open beside it. */
  open: string | undefined
  /** In a calendar: the day whose month or week is shown; today's where it says nothing. */
  day: string | undefined
  /** Changes settings, by what they are then: in the address, and in what is remembered of the place. */
  set: (changes: Changes | ((now: Settings) => Changes), day?: string) => void
  /** Looks at the month or week of a day, or of today. */
  goTo: (day: string | undefined) => void
  /** Opens a task beside it, or none. */
  show: (taskId: string | undefined) => void
  /** The address of the same place as another kind of view, or as a saved one. */
  searchFor: (to: ViewKind | SavedView) => ViewSearch
}

type Changes = Partial<ViewSettings>

/** How a place is looked at: as the address says, else as the saved view, else as the person last did, else by default. */
export function useView(place: ViewPlace): View | undefined {
  const search = readSearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const facts = useViewFacts()
  const may = useRights(place)
  const savedViews = useSavedViews(place)
  const { remembered, remember } = useViewMemory(place)
  const saved = savedViews?.find(({ id }) => id === search.view)
  const kind = search.kind ?? saved?.kind ?? remembered?.[0]?.kind ?? 'List'
  const last = remembered?.find((one) => one.kind === kind)?.settings
  const named = settingsOf(search)
  // Which groups are closed is nobody else's business: it is not in the address.
  const { collapsedGroups = [] } = last ?? {}
  const base = { ...(search.view === undefined ? !named && last : saved?.settings), collapsedGroups }
  const asText = JSON.stringify([kind, base, named])
  // biome-ignore lint/correctness/useExhaustiveDependencies: its text says all that it is made of
  const settings = useMemo(() => settingsFrom(kind, { ...base, ...named }), [asText])

  // A second change may come before the address has the first: until it has, what was meant counts.
  const meant = useRef<{ settings: Settings; of: string }>(undefined)
  const of = `${kind} ${search.view}`
  if (meant.current && (meant.current.of !== of || isSame(meant.current.settings, settings))) meant.current = undefined

  // What is remembered stands in the address too, so that whoever gets the link sees the same.
  const isRemembered = Boolean(!named && search.view === undefined && last)
  useEffect(() => {
    if (!isRemembered) return
    const said = searchOf(settings, settingsFrom(kind))
    if (JSON.stringify(said) === JSON.stringify(searchOf(settingsFrom(kind), settingsFrom(kind)))) return
    void navigate({ to: '.', search: (before) => ({ ...before, kind, ...said }), replace: true })
  }, [isRemembered, settings, kind, navigate])

  if (!facts || !savedViews || !remembered || !may) return undefined
  return {
    place,
    kind,
    settings,
    facts,
    may,
    saved,
    savedViews,
    isChanged: saved !== undefined && (kind !== saved.kind || !isSame(settings, settingsFrom(kind, saved.settings))),
    open: search.task,
    day: search.day,
    set: (changes, day = search.day) => {
      const now = meant.current?.settings ?? settings
      const changed = typeof changes === 'function' ? changes(now) : changes
      const next = { ...now, ...changed }
      meant.current = { settings: next, of }
      const { task, view } = search
      remember(kind, saved ? { ...last, collapsedGroups: next.collapsedGroups } : next)
      if (Object.keys(changed).every((name) => name === 'collapsedGroups')) return
      const beside = settingsFrom(kind, saved?.settings)
      void navigate({
        to: '.',
        search: { ...(task && { task }), ...(view && { view }), ...(day && { day }), kind, ...searchOf(next, beside) },
        replace: true,
      })
    },
    goTo: (day) =>
      void navigate({
        to: '.',
        search: ({ day: _, ...rest }: ViewSearch) => ({ ...rest, kind, ...(day && { day }) }),
        replace: true,
      }),
    show: (task) =>
      void navigate({
        to: '.',
        search: ({ task: _, ...rest }: ViewSearch) => ({ ...rest, ...(task && { task }) }),
        replace: search.task !== undefined,
      }),
    searchFor: (to) => {
      if (typeof to === 'object') return { view: to.id, kind: to.kind }
      const before = settingsFrom(to, remembered.find((one) => one.kind === to)?.settings)
      const { filters, subTasks, descendants } = settings
      const hasChosen = to !== kind && named !== undefined
      return {
        kind: to,
        ...searchOf({ ...before, ...(hasChosen && { filters, subTasks, descendants }) }, settingsFrom(to)),
      }
    },
  }
}

/** The same settings, whatever is closed and in whatever order filters are named. */
const isSame = (one: Settings, other: Settings): boolean => textOf(one, other) === textOf(other, other)

const textOf = (settings: Settings, beside: Settings): string =>
  JSON.stringify(readSearch({ ...searchOf(settings, beside) }))
