import { useNavigate } from '@tanstack/react-router'
import { deleteTask, updateTask } from '@taskwright/sdk'
import { lazy, Suspense, useState } from 'react'
import { useChange } from '../../../data/api.ts'
import { tell } from '../../../data/notices.ts'
import { showsTasks } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { ActionMenu, type MenuChoice } from '../../../parts/menu.tsx'
import { useOpenTask } from '../frame/open-task.tsx'
import { useDuplicate } from './duplicate.ts'

const MoveTask = lazy(() => import('./move-task.tsx').then(({ MoveTask }) => ({ default: MoveTask })))

const t = words('task-menu', {
  more: 'More about this task',
  copy: 'Copy the link',
  copied: 'The link is in the clipboard.',
  notCopied: ({ link }: { link: string }) => `The browser did not allow it. The link is ${link}`,
  duplicate: 'Duplicate',
  move: 'Move …',
  remove: 'Delete',
  deleted: ({ title }: { title: string }) => `“${title}” is in the recycle bin.`,
  undo: 'Undo',
})

/** What is done with a task more rarely. */
export function TaskMenu({ onGone }: { onGone: (() => void) | undefined }) {
  const { task, may } = useOpenTask()
  const [isMoving, setMoving] = useState(false)
  const duplicate = useDuplicate()
  const remove = useDelete(onGone)
  const link = `${location.origin}/work/task/${task.id}`
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => tell(t.copied),
      () => tell(t.notCopied({ link }), { isFault: true }),
    )
  const choices: (MenuChoice | false)[] = [
    { label: t.copy, icon: 'link', run: () => void copy() },
    may('duplicate') && { label: t.duplicate, icon: 'copy', run: duplicate },
    may('move') && { label: t.move, icon: 'folder', run: () => setMoving(true) },
  ]
  const isDeleted = task.scope.startsWith('Rb')
  const harms: (MenuChoice | false)[] = [
    may('deleteTask') && !isDeleted && { label: t.remove, icon: 'remove', isHarm: true, run: remove },
  ]
  const real = (all: (MenuChoice | false)[]) => all.filter((choice) => choice !== false)
  return (
    <>
      <ActionMenu label={t.more} groups={[{ choices: real(choices) }, { choices: real(harms) }]} />
      {isMoving && (
        <Suspense>
          <MoveTask onClose={() => setMoving(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Deletes the task; the notice takes it back. Its panel closes, its page leads to the folder. */
function useDelete(onGone: (() => void) | undefined) {
  const { task } = useOpenTask()
  const navigate = useNavigate()
  const remove = useChange(deleteTask, showsTasks)
  const restore = useChange(updateTask, showsTasks)
  const leave = () => {
    if (onGone) return onGone()
    const [folderId] = task.parentIds ?? []
    void (folderId ? navigate({ to: '/folder/$folderId', params: { folderId } }) : navigate({ to: '/' }))
  }
  return () =>
    void remove.mutateAsync({ taskId: task.id }).then(
      () => {
        const run = () => restore.mutate({ taskId: task.id, restore: true })
        tell(t.deleted(task), { action: { label: t.undo, run } })
        leave()
      },
      (error: Error) => tell(error.message, { isFault: true }),
    )
}
