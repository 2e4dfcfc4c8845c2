import type { Task } from '@taskwright/sdk'
import { tell } from '../../../data/notices.ts'
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

export interface Edit {
  /** Makes changes, says what became of them, and offers to undo them all at once. */
  change: (changes: readonly TaskChange[], told?: string) => Promise<Outcome>
  /** The same change for several tasks. */
  set: (tasks: readonly Task[], members: TaskMembers | ((task: Task) => TaskMembers), told?: string) => Promise<Outcome>
  remove: (tasks: readonly Task[]) => Promise<Outcome>
  progress: Progress | undefined
}

/** How the tasks of a view are changed, one or many. */
export function useEdit({ facts }: View): Edit {
  const { run, progress } = useBulkChange(facts.statuses)

  async function change(changes: readonly TaskChange[], told?: string): Promise<Outcome> {
    const real = changes.filter(({ members }) => members === 'delete' || Object.keys(members).length > 0)
    if (real.length === 0) return { changed: [], refused: [] }
    const outcome = await run(real)
    const count = outcome.changed.length
    if (count > 0) {
      const isGone = real.every(({ members }) => members === 'delete')
      tell(told ?? (isGone ? t.deleted({ count }) : t.changed({ count })), {
        action: { label: t.undo, run: () => void undo(outcome.changed) },
      })
    }
    tellRefused(outcome, real.length)
    return outcome
  }

  async function undo(changes: readonly TaskChange[]): Promise<void> {
    const outcome = await run(undoOf(changes))
    if (outcome.changed.length > 0) tell(t.undone({ count: outcome.changed.length }))
    tellRefused(outcome, changes.length)
  }

  return {
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
