import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { NavigateOptions } from '@tanstack/react-router'
import { queryTasks } from '@taskwright/sdk'
import { useDeferredValue } from 'react'
import { api } from '../data/api.ts'
import { usePlaces } from '../data/folders.ts'

/** Somewhere to go: inside the app, or to another page of the server. */
export type Destination = { key: string; title: string; kind: string } & ({ to: NavigateOptions } | { href: string })

const mostOfAKind = 8

const pages: readonly Destination[] = [
  { key: 'start', title: 'Your spaces', kind: 'page', to: { to: '/' } },
  { key: 'all', title: 'Everything you see', kind: 'page', to: { to: '/all' } },
  { key: 'profile', title: 'Your profile', kind: 'page', href: '/profile' },
  { key: 'applications', title: 'Applications', kind: 'page', href: '/applications' },
  { key: 'developers', title: 'Developers', kind: 'page', href: '/developers' },
]

/** What has all of some words in its title: places, tasks that the server finds, pages. */
export function useDestinations(words: string): Destination[] {
  const asked = useDeferredValue(words.trim())
  const places = usePlaces()
  const tasks = useQuery({
    queryKey: [queryTasks.id, 'palette', asked],
    queryFn: async ({ signal }) =>
      (await api.call(queryTasks, { title: asked, limit: mostOfAKind, subTasks: true }, { signal })).data,
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  })
  const parts = asked.toLowerCase().split(/\s+/)
  const fits = ({ title }: { title: string }) => parts.every((part) => title.toLowerCase().includes(part))
  return [
    ...[...(places?.byId.values() ?? [])]
      .filter(fits)
      .slice(0, mostOfAKind)
      .map(({ id, title, kind }) => ({
        key: id,
        title,
        kind,
        to: { to: '/folder/$folderId', params: { folderId: id } } as NavigateOptions,
      })),
    ...(asked.length > 1 ? (tasks.data ?? []) : []).map(({ id, title }) => ({
      key: id,
      title,
      kind: 'task',
      to: { to: '/task/$taskId', params: { taskId: id } } as NavigateOptions,
    })),
    ...pages.filter(fits),
  ]
}
