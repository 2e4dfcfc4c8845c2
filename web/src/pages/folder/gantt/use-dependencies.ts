import { useQueries } from '@tanstack/react-query'
import { type Dependency, getDependencies } from '@taskwright/sdk'
import { useMemo } from 'react'
import { api } from '../../../data/api.ts'
import { orKept } from '../../../data/kept-reads.ts'
import type { OutlineRow } from './outline.ts'

/** Rows whose dependencies are read together. */
const blockRows = 60
/** Of one request. */
const mostIds = 100

/** The dependencies of the rows that are seen; further ones come as they come into sight. */
export function useDependencies(rows: readonly OutlineRow[], first: number, last: number): readonly Dependency[] {
  const from = Math.floor(first / blockRows)
  const until = Math.floor(last / blockRows)
  const blocks = useMemo(() => {
    const found: string[][] = []
    for (let block = from; block <= until; block++) {
      const ids = rows
        .slice(block * blockRows, (block + 1) * blockRows)
        .flatMap(({ task }) => task?.dependencyIds ?? [])
      const distinct = [...new Set(ids)].sort()
      for (let at = 0; at < distinct.length; at += mostIds) found.push(distinct.slice(at, at + mostIds))
    }
    return found
  }, [rows, from, until])
  return useQueries({
    queries: blocks.map((dependencyIds) => {
      const queryKey = [getDependencies.id, { dependencyIds }]
      return {
        queryKey,
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          orKept(queryKey, async () => (await api.call(getDependencies, { dependencyIds }, { signal })).data),
      }
    }),
    combine: (reads) => {
      const byId = new Map(reads.flatMap(({ data = [] }) => data).map((one) => [one.id, one]))
      return [...byId.values()]
    },
  })
}
