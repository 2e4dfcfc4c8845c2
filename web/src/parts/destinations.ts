import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { NavigateOptions } from '@tanstack/react-router'
import { queryViews, queryVisits, search } from '@taskwright/sdk'
import { useDeferredValue } from 'react'
import { api, useRead } from '../data/api.ts'
import { idOfMarked } from '../data/favourites.ts'
import { type Place, type Places, placesAbove, usePlaces } from '../data/folders.ts'
import { nameOf, usePeople } from '../data/people.ts'
import { words } from '../language/words.ts'
import { useAllCommands } from './commands.ts'
import { iconOf } from './favourites/favourite-list.tsx'
import type { IconName } from './icon.tsx'
import { wayTo } from './way-to.ts'

const t = words('destinations', {
  recent: 'Opened last',
  commands: 'Commands',
  places: 'Places',
  tasks: 'Tasks',
  views: 'Saved views',
  people: 'People',
  search: 'Search',
  tasksOf: ({ name }: { name: string }) => `Tasks of ${name}`,
  searchFor: ({ text }: { text: string }) => `Search everywhere for “${text}”`,
})

/** Somewhere to go, inside the app or to another page of the server, or something to do. */
export type Destination = {
  key: string
  title: string
  icon: IconName
  /** Said after the title: where it lies. */
  note?: string
  /** Keys that do the same. */
  keys?: string
} & ({ to: NavigateOptions } | { run: () => void })

/** Destinations of one kind. */
export interface Destinations {
  title: string
  all: readonly Destination[]
}

const mostOfAKind = 6

/** What has all of some words: commands, places, tasks that the server finds, saved views, people. Without words, what was opened last. */
export function useDestinations(typed: string): Destinations[] {
  const asked = useDeferredValue(typed.trim())
  const places = usePlaces()
  const people = usePeople()
  const commands = useAllCommands()
  const visits = useRead(queryVisits, {})
  const views = useRead(queryViews, {})
  const isAsked = asked.length > 1
  const tasks = useQuery({
    queryKey: [search.id, 'palette', asked],
    queryFn: async ({ signal }) =>
      (await api.call(search, { text: asked, kinds: ['Task'], pageSize: mostOfAKind }, { signal })).data,
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  const parts = asked.toLocaleLowerCase().split(/\s+/)
  const fits = (text: string) => parts.every((part) => text.toLocaleLowerCase().includes(part))
  const groups: Destinations[] = [
    {
      title: t.recent,
      all: asked
        ? []
        : (visits.data ?? []).slice(0, mostOfAKind).map((one) => ({
            key: idOfMarked(one),
            title: one.title,
            icon: iconOf(one.kind),
            to: wayTo(one.kind === 'Task' ? 'task' : 'place', idOfMarked(one)),
          })),
    },
    {
      title: t.places,
      all: asked && places ? placesWith(places, fits) : [],
    },
    {
      title: t.tasks,
      all: (isAsked ? (tasks.data ?? []) : []).map(({ taskId = '', title, parentIds: [parent = ''] }) => ({
        key: taskId,
        title,
        icon: 'task',
        note: places?.byId.get(parent)?.title ?? '',
        to: wayTo('task', taskId),
      })),
    },
    {
      title: t.views,
      all: (asked ? (views.data ?? []) : [])
        .filter(({ title }) => fits(title))
        .slice(0, mostOfAKind)
        .map(({ id, title, kind, folderId }) => ({
          key: id,
          title,
          icon: ({ List: 'list', Table: 'table', Board: 'board', Gantt: 'gantt', Calendar: 'calendar' } as const)[kind],
          note: (folderId && places?.byId.get(folderId)?.title) || '',
          to: folderId
            ? { to: '/folder/$folderId', params: { folderId }, search: { view: id, kind } }
            : { to: '/all', search: { view: id, kind } },
        })),
    },
    {
      title: t.people,
      all: (asked ? [...people.values()] : [])
        .filter((person) => person.type === 'Person' && fits(nameOf(person)))
        .slice(0, mostOfAKind)
        .map((person) => ({
          key: person.id,
          title: t.tasksOf({ name: nameOf(person) }),
          icon: 'person',
          to: { to: '/all', search: { filters: { assignees: { ids: [person.id] }, statusGroups: ['Active'] } } },
        })),
    },
    {
      title: t.commands,
      all: commands
        .filter(({ title, also = '' }) => fits(`${title} ${also}`))
        .slice(0, asked ? mostOfAKind : undefined)
        .map(({ id, title, icon = 'forward', keys, run }) => ({ key: id, title, icon, run, ...(keys && { keys }) })),
    },
    {
      title: t.search,
      all: asked
        ? [
            {
              key: 'search',
              title: t.searchFor({ text: asked }),
              icon: 'search',
              to: { to: '/search', search: { text: asked } },
            },
          ]
        : [],
    },
  ]
  return groups.filter(({ all }) => all.length > 0)
}

/** Those whose name begins so before the others, the nearer to the top first. */
function placesWith(places: Places, fits: (text: string) => boolean): Destination[] {
  return [...places.byId.values()]
    .filter(({ title }) => fits(title))
    .map((place) => ({ place, way: placesAbove(places, place.id) }))
    .sort((a, b) => a.way.length - b.way.length)
    .slice(0, mostOfAKind)
    .map(({ place, way }) => destinationOf(place, way))
}

const destinationOf = ({ id, title, kind }: Place, way: readonly Place[]): Destination => ({
  key: id,
  title,
  icon: kind,
  note: way.map((above) => above.title).join(' › '),
  to: wayTo('place', id),
})
