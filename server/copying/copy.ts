import type { Caller } from '#access/caller.ts'
import { connectionOf } from '#access/connection.ts'
import { eraseItems } from '#database/erase.ts'
import type { Rows } from '#events/rows.ts'
import type { Step } from '#resources/async-job/run.ts'
import { workflowBelow } from '#resources/folders/queries.ts'
import { announce, followCopy } from './announce.ts'
import { attach } from './attach.ts'
import { collect, forget, made, rootOf } from './collect.ts'
import { copyFolders } from './copy-folders.ts'
import { copyTasks } from './copy-tasks.ts'
import type { CopyInput, CopyState } from './input.ts'
import { anchorOf } from './moved-dates.ts'
import { permitCopy, placeFolder, placeTasks, registerBlueprint } from './place.ts'
import { statusMap } from './statuses.ts'

/** So many tasks are made in one step: others wait no longer than that takes, and a server that dies repeats no more. */
const tasksEach = 500

/**
 * The next step of a copy: collects what there is, makes the folders, then the tasks piece by piece, and at the end puts
 * all in its place. Until then nobody reaches it, so a copy is there as a whole or not at all.
 */
export async function copyStep(
  rows: Rows,
  caller: Caller,
  input: CopyInput,
  state: CopyState | undefined,
  each = tasksEach,
): Promise<Step<CopyState> & { rootId: number }> {
  const statuses = await statusMap(caller, input, await workflowThere(caller, input))
  if (!state) {
    await permitCopy(caller, input)
    const found = await collect(rows, caller, input)
    const { copyId, folders, tasks } = found
    const rootId = await rootOf(rows, found, input.source)
    const first = { copyId, rootId, folders, tasks, done: -1, anchor: await anchorOf(rows, found, input, statuses) }
    return { state: first, rootId, total: folders + tasks, processed: 0 }
  }
  if (state.done < 0) {
    await copyFolders(rows, caller, input, state, statuses)
    return { state: { ...state, done: 0 }, rootId: state.rootId, processed: state.folders }
  }
  if (state.done < state.tasks) {
    await copyTasks(rows, caller, input, state, statuses, each)
    const done = Math.min(state.done + each, state.tasks)
    return { state: { ...state, done }, rootId: state.rootId, processed: state.folders + done }
  }
  await permitCopy(caller, input)
  const events = await attach(rows, caller, input, state)
  if ('blueprintsOf' in input.target) await registerBlueprint(rows, caller, input.target.blueprintsOf, state)
  else {
    await placeTasks(rows, caller, input, state)
    const told = await announce(rows, caller, input, state)
    await placeFolder(rows, caller, input, state)
    await followCopy(rows, caller, told)
  }
  await forget(rows, { accountId: caller.accountId, copyId: state.copyId })
  return { result: {}, rootId: state.rootId, events, processed: state.folders + state.tasks }
}

/** All steps at once, inside one change. */
export async function copyAtOnce(rows: Rows, caller: Caller, input: CopyInput) {
  for (let state: CopyState | undefined; ; ) {
    const step = await copyStep(rows, caller, input, state, input.limit)
    if ('result' in step) return { rootId: step.rootId, events: step.events ?? [] }
    state = step.state
  }
}

/** Takes away a piece of what a copy that failed has made; true while there is more. */
export async function undoCopy(rows: Rows, caller: Caller, state: CopyState | undefined): Promise<boolean> {
  if (!state) return false
  const key = { accountId: caller.accountId, copyId: state.copyId }
  const { tasks, folders } = await made(rows, key, tasksEach)
  await eraseItems(connectionOf(rows), caller.accountId, { tasks, folders: tasks.length > 0 ? [] : folders })
  if (tasks.length + folders.length > 0) return true
  await forget(rows, key)
  return false
}

/** Workflow of new things in the place of the copy. */
const workflowThere = (caller: Caller, { target }: CopyInput): Promise<number> =>
  workflowBelow(caller, 'folder' in target ? target.folder : 'blueprintsOf' in target ? target.blueprintsOf : undefined)
