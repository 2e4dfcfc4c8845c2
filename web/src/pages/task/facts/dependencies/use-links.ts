import {
  createDependency,
  createReschedule,
  type Dependency,
  deleteDependency,
  queryDependencies,
  type RescheduledTask,
  type Task,
  type UpdateDependencyInput,
  updateDependency,
} from '@taskwright/sdk'
import { useChange } from '../../../../data/api.ts'
import { tell } from '../../../../data/notices.ts'
import { datesAgain, showsTasks } from '../../../../data/tasks.ts'
import { plural, words } from '../../../../language/words.ts'

const t = words('links', {
  undo: 'Undo',
  added: ({ before, after }: { before: string; after: string }) => `“${after}” waits for “${before}” now.`,
  changed: 'The dependency was changed.',
  removed: ({ title }: { title: string }) => `The dependency on “${title}” was taken away.`,
  moved: ({ count }: { count: number }) => plural(count, { one: '# task moved.', other: '# tasks moved.' }),
})

type Link = Pick<Dependency, 'predecessorId' | 'successorId' | 'relationType' | 'lagTime'>
const touched = [queryDependencies, ...showsTasks]

/** Links tasks, changes links and takes them away; what moves by it is told, and moves back with them. */
export function useLinks() {
  const plan = useChange(createReschedule, showsTasks)
  const create = useChange(createDependency, touched)
  const update = useChange(updateDependency, touched)
  const drop = useChange(deleteDependency, touched)

  /** What a link would move: asked before it is made. */
  const wouldMove = async ({ predecessorId, successorId, relationType, lagTime }: Link) => {
    const dependency = { predecessorId, successorId, relationType, lagTime }
    return (await plan.mutateAsync({ dependency, dryRun: true }))[0]?.tasks ?? []
  }
  const moveBack = async (moved: readonly RescheduledTask[]) => {
    if (moved.length === 0) return
    await plan.mutateAsync({
      tasks: moved.map(({ taskId, before }) => ({ taskId, dates: datesAgain({ dates: before }) })),
    })
  }
  const told = (text: string, moved: readonly RescheduledTask[], undo: () => Promise<unknown>) =>
    tell(moved.length > 0 ? `${text} ${t.moved({ count: moved.length })}` : text, {
      action: {
        label: t.undo,
        run: () =>
          void undo().then(
            () => moveBack(moved),
            () => {},
          ),
      },
    })

  const add = async ({ predecessor, successor }: { predecessor: Task; successor: Task }, taskId: string) => {
    const link = {
      predecessorId: predecessor.id,
      successorId: successor.id,
      relationType: kindFor(successor),
      lagTime: 0,
    }
    const moved = await wouldMove(link)
    const { predecessorId, successorId, ...rest } = link
    const end = taskId === predecessorId ? { successorId } : { predecessorId }
    const [made] = await create.mutateAsync({ taskId, ...end, ...rest })
    if (made)
      told(t.added({ before: predecessor.title, after: successor.title }), moved, () =>
        drop.mutateAsync({ dependencyId: made.id }),
      )
  }
  const change = async (before: Dependency, changes: Omit<UpdateDependencyInput, 'dependencyId'>) => {
    const moved = await wouldMove({ ...before, ...changes })
    const { id: dependencyId, relationType, lagTime } = before
    await update.mutateAsync({ dependencyId, ...changes })
    told(t.changed, moved, () => update.mutateAsync({ dependencyId, relationType, lagTime }))
  }
  const remove = async ({ id, predecessorId, ...before }: Dependency, title: string) => {
    await drop.mutateAsync({ dependencyId: id })
    const { successorId, relationType, lagTime } = before
    told(t.removed({ title }), [], () =>
      create.mutateAsync({ taskId: predecessorId, successorId, relationType, lagTime }),
    )
  }
  // What went wrong stands in `error`.
  const quietly =
    <A extends unknown[]>(work: (...facts: A) => Promise<void>) =>
    (...facts: A) =>
      void work(...facts).catch(() => {})
  return {
    add: quietly(add),
    change: quietly(change),
    remove: quietly(remove),
    error: plan.error ?? create.error ?? update.error ?? drop.error,
  }
}

/** Finish to start where both have the ends for it; a milestone that follows has an end alone. */
const kindFor = (successor: Task): Link['relationType'] =>
  successor.dates.type === 'Milestone' ? 'FinishToFinish' : 'FinishToStart'
