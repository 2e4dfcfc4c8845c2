import { useRef, useState } from 'react'
import { useTaskChange } from '../../../data/tasks.ts'
import { words } from '../../../language/words.ts'
import { Fault } from '../../../parts/fault.tsx'
import { useOpenTask } from '../frame/open-task.tsx'

const t = words('task-title', {
  title: 'Title',
  renamed: ({ title }: { title: string }) => `Renamed to “${title}”.`,
})

/** The title, to be written over. Enter or leaving it keeps the new one, Escape the old one. */
export function TaskTitle() {
  const { task, may, isPage } = useOpenTask()
  const Heading = isPage ? 'h1' : 'h2'
  const [typed, setTyped] = useState<string>()
  /** The task as it was when the writing began. */
  const begun = useRef(task)
  const change = useTaskChange()
  const keep = () => {
    const title = (typed ?? '').replace(/\s+/g, ' ').trim()
    setTyped(undefined)
    if (title !== '' && title !== task.title) change.set(begun.current, { title }, t.renamed({ title }))
  }
  return (
    <>
      <Heading className={may('editTask') ? 'unseen' : 'task-title'}>{task.title}</Heading>
      {may('editTask') && (
        <textarea
          className="task-title"
          aria-label={t.title}
          rows={1}
          maxLength={1000}
          value={typed ?? task.title}
          onChange={({ target }) => {
            if (typed === undefined) begun.current = task
            setTyped(target.value)
          }}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              event.currentTarget.blur()
            }
            if (event.key !== 'Escape') return
            event.stopPropagation()
            setTyped(undefined)
          }}
        />
      )}
      <Fault error={change.error} />
    </>
  )
}
