import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  type CreateRescheduleInput,
  createReschedule,
  type Dependency,
  deleteDependency,
  getDependencies,
  queryDependencies,
  type Reschedule,
  type Task,
} from '@taskwright/sdk'
import { useEffect, useState } from 'react'
import { words } from '../language/words.ts'
import { api, useChange } from './api.ts'
import { datesAsBefore } from './moved-dates.ts'
import { tell } from './notices.ts'
import { patchRows } from './patch.ts'
import { shownDates, showsTasks } from './tasks.ts'

/** Dates and a link to ask the server for. */
export type Wanted = Pick<CreateRescheduleInput, 'tasks' | 'dependency'>

const t = words('reschedule', { undo: 'Undo' })

/** What is shown is asked for when nothing has changed for as long: at most some times a second while a bar is dragged. */
const restMs = 120

/** What the server would move, by a dry run of the change itself; nothing is asked for while nothing is wanted. */
export function usePreview(wanted: Wanted | undefined): {
  moves: Reschedule | undefined
  error: Error | null
  isLate: boolean
} {
  const asText = wanted ? JSON.stringify(wanted) : ''
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(asText), asText === '' ? 0 : restMs)
    return () => clearTimeout(timer)
  }, [asText])
  const read = useQuery({
    queryKey: ['preview', asked],
    queryFn: ({ signal }) => dryRun(JSON.parse(asked) as Wanted, signal),
    enabled: asked !== '',
    gcTime: 0,
    retry: false,
    placeholderData: keepPreviousData,
  })
  const isAsked = asText !== '' && asked !== ''
  return {
    moves: isAsked ? read.data : undefined,
    error: isAsked ? read.error : null,
    isLate: asText !== asked || read.isFetching,
  }
}

/** The server's answer to a change that is not made. */
export async function dryRun(wanted: Wanted, signal?: AbortSignal): Promise<Reschedule | undefined> {
  return (await api.call(createReschedule, { ...wanted, dryRun: true }, signal ? { signal } : {})).data[0]
}

const touched = [...showsTasks, getDependencies, queryDependencies]

/** What a preview has told of a change that is on its way: shown until the server's answer is there. */
const foreseen = new WeakMap<object, Reschedule>()

/** Moves tasks, and all that follows them, and links them. A notice offers to undo the whole. */
export function useReschedule() {
  const memory = useQueryClient()
  const change = useChange(createReschedule, touched, {
    show: (wanted) => {
      const dates = new Map((wanted.tasks ?? []).map((one) => [one.taskId, one.dates]))
      const moves = new Map((foreseen.get(wanted)?.tasks ?? []).map((one) => [one.taskId, one.after]))
      return patchRows<Task>(memory, [...dates.keys(), ...moves.keys()], (task) => {
        const wish = dates.get(task.id)
        return { ...task, dates: moves.get(task.id) ?? (wish ? shownDates(task, wish) : task.dates) }
      })
    },
  })
  const unlink = useChange(deleteDependency, touched)
  const linked = ({ id, predecessorId, successorId }: Dependency, isThere: boolean) =>
    patchRows<Task>(memory, [predecessorId, successorId], (task) => {
      const others = (task.dependencyIds ?? []).filter((one) => one !== id)
      return { ...task, dependencyIds: isThere ? [...others, id] : others }
    })
  const undo = (done: Reschedule, before: Dependency | undefined) => async () => {
    const { dependency, tasks } = done
    if (dependency && !before) {
      await unlink.mutateAsync({ dependencyId: dependency.id })
      linked(dependency, false)
    }
    const back = tasks.map((one) => ({ taskId: one.taskId, dates: datesAsBefore(one.before) }))
    if (back.length > 0 || before)
      change.mutate({ ...(back.length > 0 && { tasks: back }), ...(before && { dependency: linkOf(before) }) })
  }
  return {
    /**
     * @param moves what a preview told of this change, to be shown at once
     * @param before the link as it was, if it is changed
     */
    run: async (wanted: Wanted, told: string, moves?: Reschedule, before?: Dependency): Promise<void> => {
      const input = { ...wanted }
      if (moves) foreseen.set(input, moves)
      const [done] = await change.mutateAsync(input).catch(() => [])
      if (!done) return
      if (done.dependency) linked(done.dependency, true)
      tell(told, { action: { label: t.undo, run: () => void undo(done, before)().catch(() => {}) } })
    },
    /** Takes a link away; dates stay. */
    remove: async (dependency: Dependency, told: string): Promise<void> => {
      linked(dependency, false)
      const isGone = await unlink.mutateAsync({ dependencyId: dependency.id }).then(
        () => true,
        () => false,
      )
      if (!isGone) {
        linked(dependency, true)
        return
      }
      tell(told, { action: { label: t.undo, run: () => change.mutate({ dependency: linkOf(dependency) }) } })
    },
    error: change.error ?? unlink.error,
  }
}

const linkOf = ({ predecessorId, successorId, relationType, lagTime }: Dependency) => ({
  predecessorId,
  successorId,
  relationType,
  lagTime,
})
