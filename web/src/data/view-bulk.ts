import { useQueryClient } from '@tanstack/react-query'
import { deleteTask, type Task, updateTask, updateTasksBulk } from '@taskwright/sdk'
import { useState } from 'react'
import { api } from './api.ts'
import { knownOf } from './outbox/kinds.ts'
import { send } from './outbox/send.ts'
import { patchRows } from './patch.ts'
import type { Statuses } from './statuses.ts'
import { inverse, shown, showsTasks, type TaskMembers } from './tasks.ts'

/** What becomes of a task: other members, or the recycle bin. */
export interface TaskChange {
  task: Task
  members: TaskMembers | 'delete'
}

export interface Progress {
  done: number
  of: number
}

export interface Outcome {
  changed: TaskChange[]
  refused: { change: TaskChange; error: Error }[]
}

/** So many tasks change by one request, all or none of them. */
const mostAtOnce = 100
/** Requests under way at a time. */
const sideBySide = 4

/** Members that one request can give to several tasks. */
const inBulk: readonly (keyof TaskMembers)[] = [
  'customFields',
  'effortAllocation',
  'convertToCustomItemType',
  'addParents',
  'removeParents',
  'addResponsibles',
  'removeResponsibles',
  'customStatus',
]

/**
 * Changes many tasks: shown at once, sent by as few requests as there can be. What the server refuses is shown as it was, and
 * told apart from what has changed. What is deleted goes when it is.
 */
export function useBulkChange(statuses: Statuses) {
  const memory = useQueryClient()
  const [progress, setProgress] = useState<Progress>()

  const become = (changes: readonly TaskChange[], row: (task: Task, change: TaskChange) => Task | null) => {
    const byId = new Map(changes.map((change) => [change.task.id, change]))
    patchRows<Task>(memory, [...byId.keys()], (task) => row(task, byId.get(task.id) as TaskChange))
  }

  async function run(changes: readonly TaskChange[]): Promise<Outcome> {
    become(
      changes.filter(({ members }) => members !== 'delete'),
      (row, { members }) => shownWithStatus(row, members as TaskMembers, statuses),
    )
    const outcome: Outcome = { changed: [], refused: [] }
    const waiting = requestsFor(changes)
    setProgress({ done: 0, of: changes.length })
    const worker = async () => {
      for (let request = waiting.shift(); request; request = waiting.shift()) {
        try {
          await sendOne(request)
          outcome.changed.push(...request)
        } catch (error) {
          // One of them is refused: each by itself tells which.
          if (request.length > 1) waiting.push(...request.map((change) => [change]))
          else for (const change of request) outcome.refused.push({ change, error: error as Error })
        }
        setProgress({ done: outcome.changed.length + outcome.refused.length, of: changes.length })
      }
    }
    await Promise.all(Array.from({ length: sideBySide }, worker))
    become(
      outcome.refused.map(({ change }) => change),
      (_, { task }) => task,
    )
    become(
      outcome.changed.filter(({ members }) => members === 'delete'),
      () => null,
    )
    setProgress(undefined)
    void memory.invalidateQueries({ predicate: ({ queryKey }) => showsTasks.some(({ id }) => id === queryKey[0]) })
    return outcome
  }

  return { run, progress }
}

/** A task with members changed; its status and the group of it go together. */
function shownWithStatus(task: Task, members: TaskMembers, statuses: Statuses): Task {
  const next = { ...task, ...shown(task, members) }
  if (members.customStatus !== undefined) {
    const { group = next.status } = statuses.byId.get(members.customStatus) ?? {}
    return { ...next, status: group }
  }
  if (members.status === undefined) return next
  const found = statuses.beside(task.customStatusId).find(({ group }) => group === members.status)
  return { ...next, customStatusId: found?.id ?? task.customStatusId }
}

/** Equal changes go together, as far as one request can make them; the rest one by one. */
function requestsFor(changes: readonly TaskChange[]): TaskChange[][] {
  const requests: TaskChange[][] = []
  const open = new Map<string, TaskChange[]>()
  for (const change of changes) {
    const { members } = change
    if (members === 'delete' || !Object.keys(members).every((name) => inBulk.includes(name as keyof TaskMembers))) {
      requests.push([change])
      continue
    }
    const text = JSON.stringify(members)
    const request = open.get(text)
    if (request && request.length < mostAtOnce) request.push(change)
    else {
      const begun = [change]
      requests.push(begun)
      open.set(text, begun)
    }
  }
  return requests
}

async function sendOne(request: readonly TaskChange[]): Promise<void> {
  const [first] = request
  if (!first) return
  const { task, members } = first
  if (members === 'delete') await api.call(deleteTask, { taskId: task.id })
  else if (request.length === 1) await send(updateTask, { taskId: task.id, ...members }, knownOf(task, members))
  else {
    const tasks = request.map((change) => change.task)
    const each = new Map(tasks.map((one) => [one.id, knownOf(one, members)]))
    await send(updateTasksBulk, { taskIds: [...each.keys()], ...members }, { each })
  }
}

/** The changes that take others back. */
export const undoOf = (changes: readonly TaskChange[]): TaskChange[] =>
  changes.map(({ task, members }) => ({
    task,
    members: members === 'delete' ? { restore: true } : inverse(task, members),
  }))
