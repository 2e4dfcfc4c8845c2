import { useQueryClient } from '@tanstack/react-query'
import {
  queryRememberedViews,
  queryViews,
  type RememberedView,
  rememberView,
  type SavedView,
  type ViewSettings,
} from '@taskwright/sdk'
import { useEffect, useRef } from 'react'
import { api, useRead } from './api.ts'
import { folderIdOf, type ViewKind, type ViewPlace } from './view.ts'

/** The views of a place that the person has, or undefined while they are read. */
export function useSavedViews(place: ViewPlace): readonly SavedView[] | undefined {
  const { data, error } = useRead(queryViews, folderIdOf(place))
  if (place !== 'all') return data ?? (error ? [] : undefined)
  // All views are listed there, those of places too.
  return data?.filter(({ folderId }) => folderId === undefined) ?? (error ? [] : undefined)
}

/** What is changed is written down when nothing has changed for as long. */
const restMs = 250

/**
 * How the person last looked at a place, the last used kind first, and what writes down how they look now. What could not be
 * written is lost without a word: it is a convenience.
 */
export function useViewMemory(place: ViewPlace) {
  const memory = useQueryClient()
  const input = folderIdOf(place)
  const read = useRead(queryRememberedViews, input)
  const waiting = useRef<{ timer: number; send: () => void }>(undefined)
  useEffect(
    () => () => {
      if (!waiting.current) return
      clearTimeout(waiting.current.timer)
      waiting.current.send()
      waiting.current = undefined
    },
    [],
  )
  const remember = (kind: ViewKind, settings: ViewSettings): void => {
    memory.setQueryData<RememberedView[]>([queryRememberedViews.id, input], (before = []) => [
      { ...input, kind, settings, usedDate: new Date().toISOString() },
      ...before.filter((one) => one.kind !== kind),
    ])
    if (waiting.current) clearTimeout(waiting.current.timer)
    const send = () => {
      waiting.current = undefined
      void api.call(rememberView, { ...input, kind, settings }).catch(() => {})
    }
    waiting.current = { send, timer: window.setTimeout(send, restMs) }
  }
  return { remembered: read.data ?? (read.error ? [] : undefined), remember }
}
