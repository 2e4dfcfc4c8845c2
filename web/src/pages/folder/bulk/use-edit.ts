import type { Task } from '@taskwright/sdk'
import { useRef } from 'react'
import { takeAway, tell } from '../../../data/notices.ts'
import type { TaskMembers } from '../../../data/tasks.ts'
import type { View } from '../../../data/use-view.ts'
import { type Outcome, type Progress, type TaskChange, undoOf, useBulkChange } from '../../../data/view-bulk.ts'
import { listText } from '../../../language/language.ts'
import { plural, words } from '../../../language/words.ts'

const t = words('edit', {
  undo: 'Undo',
  changed: ({ count }: { count: number }) =>
    plural(count, { one: '# task is changed.', other: '# tasks are changed.' }),
  deleted: ({ count }: { count: number }) =>
    plural(count, { one: '# task is in the recycle bin.', other: '# tasks are in the recycle bin.' }),
  undone: ({ count }: { count: number }) =>
    plural(count, { one: '# task is as it was.', other: '# tasks are as they were.' }),
  refused: ({ count, of, why, titles }: { count: number; of: number; why: string; titles: string }) =>
    `${plural(count, { one: '# of', other: '# of' })} ${plural(of, { one: '# task stays as it was', other: '# tasks stay as they were' })}: ${titles}. ${why}`,
  others: ({ count }: { count: number }) => plural(count, { one: '# other', other: '# others' }),
})

/** Something that was done, by what takes it back and what does it again. */
export interface Step {
  undo: readonly TaskChange[]
  redo: readonly TaskChange[]
}

export interface Edit {
  /** Makes changes without a word. */
  run: (changes: readonly TaskChange[]) => Promise<Outcome>
  /** Keeps what was done so that it can be undone; with a text a notice says it, and offers to. */
  record: (step: Step, told?: string) => void
  /** Work that records a step at its end: undoing waits for it, or it would take back what was done before. */
  during: <T>(work: Promise<T>) => Promise<T>
  /** Takes back what was done last; does again what was taken back last. */
  undo: () => void
  redo: () => void
  /** Makes changes, says what became of them, and offers to undo them all at once. */
  change: (changes: readonly TaskChange[], told?: string) => Promise<Outcome>
  /** The same change for several tasks. */
  set: (tasks: readonly Task[], members: TaskMembers | ((task: Task) => TaskMembers), told?: string) => Promise<Outcome>
  remove: (tasks: readonly Task[]) => Promise<Outcome>
  progress: Progress | undefined
}

/** A step, and the notice that offers to undo it. */
interface Noted {
  step: Step
  notice?: number
}

/** How the tasks of a view are changed, one or many. */
export function useEdit({ facts }: View): Edit {
  const { run, progress } = useBulkChange(facts.statuses)
  const steps = useRef<{ done: Noted[]; undone: Noted[] }>({ done: [], undone: [] }).current
  const underWay = useRef<Promise<unknown>>(Promise.resolve())

  function during<T>(work: Promise<T>): Promise<T> {
    underWay.current = Promise.allSettled([underWay.current, work])
    return work
  }

  async function makeChange(changes: readonly TaskChange[], told?: string): Promise<Outcome> {
    const real = changes.filter(({ members }) => members === 'delete' || Object.keys(members).length > 0)
    if (real.length === 0) return { changed: [], refused: [] }
    const outcome = await run(real)
    const count = outcome.changed.length
    if (count > 0) {
      const isGone = real.every(({ members }) => members === 'delete')
      record(
        { undo: undoOf(outcome.changed), redo: outcome.changed },
        told ?? (isGone ? t.deleted({ count }) : t.changed({ count })),
      )
    }
    tellRefused(outcome, real.length)
    return outcome
  }

  function record(step: Step, told?: string): void {
    const noted: Noted = { step }
    if (told !== undefined) noted.notice = tell(told, { action: { label: t.undo, run: () => undoInTurn(noted) } })
    steps.done.push(noted)
    steps.undone = []
  }

  async function undo(chosen: Noted | undefined, before: Promise<unknown>): Promise<void> {
    await before
    const noted = chosen ?? steps.done.at(-1)
    if (!noted) return
    steps.done = steps.done.filter((one) => one !== noted)
    if (noted.notice !== undefined) takeAway(noted.notice)
    const { undo: changes } = noted.step
    const outcome = await run(changes)
    if (outcome.changed.length > 0) {
      steps.undone.push(noted)
      tell(t.undone({ count: outcome.changed.length }))
    }
    tellRefused(outcome, changes.length)
  }

  async function redo(before: Promise<unknown>): Promise<void> {
    await before
    const noted = steps.undone.pop()
    if (!noted) return
    const { undone } = steps
    const outcome = await run(noted.step.redo)
    if (outcome.changed.length > 0) record(noted.step, t.changed({ count: outcome.changed.length }))
    steps.undone = undone
    tellRefused(outcome, noted.step.redo.length)
  }

  const change: Edit['change'] = (changes, told) => during(makeChange(changes, told))
  const undoInTurn = (noted?: Noted) => void during(undo(noted, underWay.current))

  return {
    run,
    record,
    during,
    undo: () => undoInTurn(),
    redo: () => void during(redo(underWay.current)),
    change,
    set: (tasks, members, told) =>
      change(
        tasks.map((task) => ({ task, members: typeof members === 'function' ? members(task) : members })),
        told,
      ),
    remove: (tasks) => change(tasks.map((task) => ({ task, members: 'delete' as const }))),
    progress,
  }
}

/** Names the first few that were refused, and the reason of the first. */
function tellRefused({ refused }: Outcome, of: number): void {
  const [first] = refused
  if (!first) return
  const named = refused.slice(0, 3).map(({ change }) => `“${change.task.title}”`)
  const rest = refused.length - named.length
  const titles = listText(rest > 0 ? [...named, t.others({ count: rest })] : named)
  tell(t.refused({ count: refused.length, of, why: first.error.message, titles }), { isFault: true })
}
