import { useEffect, useState } from 'react'
import type { Key } from 'react-aria-components'
import { type Places, placesAbove } from '../../data/folders.ts'
import { account } from '../../data/session.ts'

const name = `tree-${account?.id}`

/** A row of the tree: the ids of the places on the way to it, since a place may lie in several. */
export const rowKey = (above: readonly string[], id: string): string => [...above, id].join('/')
export const idOfRow = (key: Key): string => String(key).split('/').at(-1) as string
/** The place that the row lies in, if it is not at the top. */
export const parentOfRow = (key: Key): string | undefined => String(key).split('/').at(-2)

function remembered(): Set<Key> | undefined {
  try {
    const keys: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return Array.isArray(keys) ? new Set(keys.map(String)) : undefined
  } catch {
    return undefined
  }
}

/**
 * Which rows are open: those that the person left open in this browser, at first the spaces. The way to the place that is
 * shown opens by itself.
 */
export function useExpanded(places: Places, current: string | undefined) {
  const [expanded, setExpanded] = useState<Set<Key>>(() => remembered() ?? new Set(places.roots))
  const way = current ? placesAbove(places, current).map(({ id }) => id) : []
  const wayText = way.join('/')
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened when somebody goes there, not whenever the tree is read
  useEffect(() => {
    const keys = way.map((id, depth) => rowKey(way.slice(0, depth), id))
    setExpanded((before) => (keys.every((key) => before.has(key)) ? before : new Set([...before, ...keys])))
  }, [current, wayText])
  useEffect(() => localStorage.setItem(name, JSON.stringify([...expanded])), [expanded])
  return [expanded, setExpanded] as const
}
