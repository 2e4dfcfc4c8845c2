import { useQueryClient } from '@tanstack/react-query'
import { type Task, updateTask } from '@taskwright/sdk'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '../../../data/drafts.ts'
import { tell } from '../../../data/notices.ts'
import { knownOf } from '../../../data/outbox/kinds.ts'
import { isAhead, send } from '../../../data/outbox/send.ts'
import { patchRows } from '../../../data/patch.ts'
import { words } from '../../../language/words.ts'
import type { EditorHandle } from '../../../parts/rich/editor.tsx'
import { isSameHtml, joinHtml, textOf } from '../../../parts/rich/html.ts'

const t = words('task-description-saving', {
  kept: ({ title }: { title: string }) =>
    `The description of “${title}” could not be saved. It is kept in this browser: open the task to try again.`,
})

/** `waiting`: the browser keeps it, and sends it when the server is there. */
export type Saving = 'saved' | 'writing' | 'saving' | 'waiting' | 'failed'

/** So long after the last key the text goes to the server. */
const pauseMs = 1200
/** So long until it is tried again after a failure. */
const againMs = 10_000

/** Saves that have not ended, by task. */
const underWay = new Map<string, Promise<void>>()

/** Waits until a description that was written on this page is on the server, or could not be saved. */
export const descriptionSaved = (taskId: string): Promise<void> => underWay.get(taskId) ?? Promise.resolve()

/**
 * A description while it is written: kept in the browser at once and on the server after a pause, joined with what others
 * have made of it meanwhile.
 */
export function useSavedDescription(task: Task, key: string, editor: RefObject<EditorHandle | null>) {
  const memory = useQueryClient()
  const [saving, setSaving] = useState<Saving>('saved')
  const [fault, setFault] = useState<Error>()
  const [isJoined, setJoined] = useState(false)
  const [writing] = useState(() => begin(task.description ?? '', key))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isGone = useRef(false)

  const write = (html: string) => {
    writing.html = html
    keepDraft(key, writing)
    if (!isGone.current) setSaving('writing')
    later(pauseMs)
  }
  const later = (ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(save, ms)
  }
  /** What somebody else has written meanwhile becomes part of the text. */
  const join = (theirs: string) => {
    if (isSameHtml(theirs, writing.base)) return
    const joined = joinHtml(writing.base, writing.html, theirs)
    writing.base = theirs
    writing.known.add(theirs)
    if (isSameHtml(joined, writing.html)) return
    writing.html = joined
    editor.current?.become(joined)
    if (!isGone.current) setJoined(true)
  }
  const save = (): void => {
    clearTimeout(timer.current)
    if (writing.isUnderWay) return
    const saved = saveNow().finally(() => underWay.get(task.id) === saved && underWay.delete(task.id))
    underWay.set(task.id, saved)
  }
  const saveNow = async (): Promise<void> => {
    if (isSameHtml(writing.html, writing.base)) {
      dropDraft(key)
      if (!isGone.current) setSaving('saved')
      return
    }
    writing.isUnderWay = true
    if (!isGone.current) setSaving('saving')
    try {
      const sent = writing.html
      // What somebody else has written meanwhile becomes part of it on the way.
      const begun = { ...task, description: writing.base }
      const how = { ...knownOf(begun, { description: sent }), isCompared: true }
      const rows = await send(updateTask, { taskId: task.id, description: sent }, how)
      const description = isAhead(rows) ? sent : (rows[0]?.description ?? '')
      writing.known.add(sent).add(description)
      const isSame = writing.html === sent
      // The server spells some things its own way; other words are others'.
      if (textOf(description) !== textOf(sent)) {
        writing.base = sent
        join(description)
      }
      writing.base = description
      patchRows<Task>(memory, [task.id], (row) => ('description' in row ? { ...row, description } : row))
      writing.isUnderWay = false
      setFault(undefined)
      if (isSame) {
        writing.html = description
        dropDraft(key)
        if (!isGone.current) setSaving(isAhead(rows) ? 'waiting' : 'saved')
      } else if (isGone.current) await saveNow()
      else later(pauseMs)
    } catch (error) {
      writing.isUnderWay = false
      setFault(error as Error)
      setSaving('failed')
      if (isGone.current) tell(t.kept(task), { isFault: true })
      else later(againMs)
    }
  }

  const theirs = task.description ?? ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page learns of the server is what it waits for
  useEffect(() => {
    // An answer that was under way when we saved is older than what we have.
    if (!writing.isUnderWay && !writing.known.has(theirs)) {
      join(theirs)
      later(pauseMs)
    }
  }, [theirs])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, at its beginning and its end
  useEffect(() => {
    isGone.current = false
    if (!isSameHtml(writing.html, writing.base)) write(writing.html)
    addEventListener('online', save)
    return () => {
      isGone.current = true
      removeEventListener('online', save)
      // Whoever ends the writing sees all of it, on its way to the server too, and goes on from there.
      const { html } = writing
      patchRows<Task>(memory, [task.id], (row) => ('description' in row ? { ...row, description: html } : row))
      save()
    }
  }, [])
  return { begun: writing.html, saving, fault, isJoined, write, save }
}

interface Writing {
  html: string
  /** What the server has, of which `html` is made. */
  base: string
  /** All that the server is known to have had. */
  known: Set<string>
  isUnderWay: boolean
}

/** What somebody wrote before and the server never got is gone on with. */
function begin(description: string, key: string): Writing {
  const draft = readDraft(key)
  const html = draft ? joinHtml(draft.base, draft.html, description) : description
  return { html, base: description, known: new Set([description]), isUnderWay: false }
}
